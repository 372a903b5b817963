#pragma once
#include "learner.hpp"

/// A small convolutional network for pictures of 28·28: eight filters of 5·5, relu, the largest of
/// each 2·2, ten logistic outputs.
namespace bench::filters {

inline constexpr int side = 28, taps = 5, filters = 8, outputs = 10, batch = 64;
inline constexpr int places = side - taps + 1, halves = places / 2;
inline constexpr int inputs = side * side, features = filters * halves * halves;
inline constexpr int parameters = filters * (taps * taps + 1) + outputs * (features + 1);

/// Of the first layer no derivatives by its inputs are wanted. Comparisons are not counted.
inline constexpr int forward_flops =
    2 * (filters * places * places * taps * taps + outputs * features);
/// Parameters: the filters [filter][row][column], their biases, the weights
/// [output][filter][row][column], their biases.
inline constexpr model sizes{"filters",
                             batch,
                             inputs,
                             outputs,
                             parameters,
                             forward_flops,
                             2 * forward_flops + 2 * outputs* features,
                             outputs,
                             0.1f};

std::unique_ptr<learner<float>> make_loops();
std::unique_ptr<learner<float>> make_libtorch();

} // namespace bench::filters
