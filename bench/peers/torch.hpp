#pragma once
#include <algorithm>
#include <torch/torch.h>
#include <vector>

/// What is the same for all models in libtorch: parameters in and out, and a step of its optimiser.
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

} // namespace bench
