#pragma once
#include <cstdint>
#include <memory>
#include <span>

namespace bench {

/// The network 784-128-10 of the example Fashion-MNIST in another library, with Adam. Samples are
/// row-major and stay where they are.
class other_training {
public:
    virtual ~other_training() = default;
    /// Weights [out][in] and biases of layer 1 or 2.
    virtual void set(int layer, std::span<float const> weights, std::span<float const> biases) = 0;
    /// Learns from all samples once, in this order.
    virtual void epoch(std::span<std::int64_t const> order, std::int64_t batch) = 0;
    /// The share of samples whose largest output is at the largest target.
    virtual double accuracy(std::span<float const> inputs, std::span<float const> targets) = 0;
};

/// Inputs are 255ths from 0 to 1; as bytes they are kept as such, and made numbers batch by batch.
std::unique_ptr<other_training> torch_training(std::span<float const> inputs,
                                               std::span<float const> targets, double rate,
                                               bool as_bytes);

} // namespace bench
