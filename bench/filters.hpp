#pragma once
#include <memory>

/// A small convolutional network for pictures of 28·28: eight filters of 5·5, relu, the largest of
/// each 2·2, ten logistic outputs.
namespace bench::filters {

inline constexpr int side = 28, taps = 5, filters = 8, outputs = 10, batch = 64;
inline constexpr int places = side - taps + 1, halves = places / 2;
inline constexpr int inputs = side * side, features = filters * halves * halves;
inline constexpr int parameters = filters * (taps * taps + 1) + outputs * (features + 1);

/// What is asked of each library, for `batch` samples, row-major. Parameters: the filters
/// [filter][row][column], their biases, the weights [output][filter][row][column], their biases.
class learner {
public:
    virtual ~learner() = default;
    virtual void set(float const* parameters) = 0;
    /// The gradient of ½Σ(y − t)² over the batch, in the order of the parameters.
    virtual void gradient(float const* x, float const* t, float* result) = 0;
    /// Forward, gradient, and parameters −= rate / batch · gradient.
    virtual void step(float const* x, float const* t, float rate) = 0;
    virtual void infer(float const* x, float* y) = 0;
};

std::unique_ptr<learner> make_loops();
std::unique_ptr<learner> make_libtorch();

} // namespace bench::filters
