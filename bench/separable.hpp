#pragma once
#include "learner.hpp"

/// Depthwise separable filters over a signal, as networks that spot words have them (Zhang et al.
/// 2017, Hello Edge): each of 16 channels has five taps of its own, 32 mixtures of the channels at
/// every place, relu after both; their means go to eight logistic outputs.
namespace bench::separable {

inline constexpr int channels = 16, length = 64, taps = 5, mixtures = 32, outputs = 8, batch = 64;
inline constexpr int places = length - taps + 1;

/// Products alone. Of the taps no derivatives by their inputs are wanted.
inline constexpr int of_taps = 2 * channels * places * taps;
inline constexpr int behind = 2 * (mixtures * places * channels + outputs * mixtures);
/// Parameters: the taps [channel][tap], their biases, the mixtures [mixture][channel], their
/// biases, the weights [output][mixture], their biases.
inline constexpr model sizes{"separable",
                             batch,
                             channels* length,
                             outputs,
                             channels*(taps + 1) + mixtures*(channels + 1) + outputs*(mixtures + 1),
                             of_taps + behind,
                             2 * of_taps + 3 * behind,
                             outputs,
                             0.3f};

std::unique_ptr<learner<float>> make_loops();
std::unique_ptr<learner<float>> make_libtorch();

} // namespace bench::separable
