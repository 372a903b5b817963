#pragma once
#include <memory>

/// Models that are no chains of dense layers, each written for the libraries by hand.
namespace bench {

/// What is asked of each library, for a batch, row-major. The model says how its parameters follow
/// each other.
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

/// Numbers per sample, and the operations that a sample takes at least.
struct model {
    char const* name;
    int batch, inputs, outputs, parameters;
    int forward_flops, step_flops, activations;
    float largest_weight; ///< those to begin with lie between this and its negative
};

/// Adds full steps and batched inference of a library, after a look at its results beside ours.
void add_rows(model const& what, char const* name, std::unique_ptr<learner> made, learner& ours);

} // namespace bench
