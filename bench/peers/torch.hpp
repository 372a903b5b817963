#pragma once
#include "learner.hpp"
#include <algorithm>
#include <torch/torch.h>
#include <type_traits>
#include <utility>
#include <vector>

/// What is the same for all models in libtorch: parameters in and out, reverse mode, a step of its
/// optimiser. One thread.
namespace bench {

class torch_parameters {
    std::vector<torch::Tensor> all_;
    torch::optim::SGD descent_;

public:
    /// In the order in which they are set.
    explicit torch_parameters(std::vector<torch::Tensor> all)
        : all_(std::move(all)), descent_(all_, torch::optim::SGDOptions(1)) {
        torch::set_num_threads(1);
    }
    void set(float const* from) {
        torch::NoGradGuard const none;
        for (torch::Tensor const& one : all_) {
            std::copy(from, from + one.numel(), one.data_ptr<float>());
            from += one.numel();
        }
    }
    void forget_gradient() { descent_.zero_grad(); }
    void gradient(float* result) const {
        for (torch::Tensor const& one : all_) {
            auto const slopes = one.grad().contiguous();
            result = std::copy_n(slopes.data_ptr<float>(), slopes.numel(), result);
        }
    }
    void step(double rate) {
        for (auto& group : descent_.param_groups())
            static_cast<torch::optim::SGDOptions&>(group.options()).lr(rate);
        descent_.step();
    }
};

// Clang compiles this as C++17: see libraries.cmake.
template <class Network, class = void> inline constexpr bool takes_one_sample = false;
template <class Network>
inline constexpr bool
    takes_one_sample<Network, std::void_t<decltype(std::declval<Network&>().infer(nullptr, 1))>> =
        true;

/// A Network has layers, the list of their parameters, outputs that reverse mode can go through
/// (forward), and such that it need not (infer), perhaps of a given number of samples.
template <class Network, int Batch, class Base = learner<float>> class torch_learner : public Base {
protected:
    Network network_;

private:
    torch_parameters all_{network_.parameters()};

    void learn(float const* x, float const* t) {
        all_.forget_gradient();
        auto const output = network_.forward(x);
        auto const targets = torch::from_blob(const_cast<float*>(t), output.sizes());
        (0.5 * (output - targets).square().sum()).backward();
    }

public:
    void set(float const* from) override { all_.set(from); }
    void gradient(float const* x, float const* t, float* result) override {
        learn(x, t);
        all_.gradient(result);
    }
    void step(float const* x, float const* t, float rate) override {
        learn(x, t);
        all_.step(static_cast<double>(rate) / Batch);
    }
    void infer(float const* x, float* y) override { copy(network_.infer(x), y); }
    bool infer_one(float const* x, float* y) override {
        if constexpr (takes_one_sample<Network>)
            copy(network_.infer(x, 1), y);
        return takes_one_sample<Network>;
    }

private:
    static void copy(torch::Tensor const& from, float* to) {
        std::copy_n(from.data_ptr<float>(), from.numel(), to);
    }
};

} // namespace bench
