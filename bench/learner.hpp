#pragma once
#include <initializer_list>
#include <memory>

namespace bench {

/// What is asked of each library: one model, one batch size. Samples and targets are row-major,
/// sample after sample. The model says how its parameters follow each other.
template <class Number> class learner {
public:
    virtual ~learner() = default;
    virtual void set(Number const* parameters) = 0;
    /// The gradient of ½Σ(y − t)² over the batch, in the order of the parameters.
    virtual void gradient(Number const* x, Number const* t, Number* result) = 0;
    /// Forward, gradient, and parameters −= rate / batch · gradient.
    virtual void step(Number const* x, Number const* t, Number rate) = 0;
    virtual void infer(Number const* x, Number* y) = 0;
    /// The outputs of one sample. False where that is not measured.
    virtual bool infer_one(Number const*, Number*) { return false; }
};

// --- models that are no chains of dense layers, each written for the libraries by hand

/// Numbers per sample, and the operations that a sample takes at least.
struct model {
    char const* name;
    int batch, inputs, outputs, parameters;
    int forward_flops, step_flops, activations;
    float largest_weight; ///< those to begin with lie between this and its negative
};

struct library {
    char const* name;
    std::unique_ptr<learner<float>> (*make)();
};
/// The whole of main: full steps, batched inference and single samples of each library, whose
/// results are held against those of the first before they are timed.
int measure(int count, char** arguments, model const& what, std::initializer_list<library> all);

} // namespace bench
