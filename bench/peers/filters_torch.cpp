#include "filters.hpp"
#include <torch/torch.h>

// libtorch as its users write it: the library's layers, reverse mode and optimiser. One thread.
namespace bench::filters {
namespace {

class libtorch final : public learner {
    torch::nn::Conv2d filter_{torch::nn::Conv2dOptions(1, filters, taps)};
    torch::nn::Linear dense_{torch::nn::LinearOptions(features, outputs)};
    torch::optim::SGD descent_{{filter_->weight, filter_->bias, dense_->weight, dense_->bias},
                               torch::optim::SGDOptions(1)};

public:
    libtorch() { torch::set_num_threads(1); }
    void set(float const* from) override {
        torch::NoGradGuard const none;
        each([&](torch::Tensor const& one) {
            std::copy(from, from + one.numel(), one.data_ptr<float>());
            from += one.numel();
        });
    }
    void gradient(float const* x, float const* t, float* result) override {
        gradient(x, t);
        each([&](torch::Tensor const& one) {
            auto const slopes = one.grad().contiguous();
            result = std::copy(slopes.data_ptr<float>(), slopes.data_ptr<float>() + slopes.numel(),
                               result);
        });
    }
    void step(float const* x, float const* t, float rate) override {
        gradient(x, t);
        for (auto& group : descent_.param_groups())
            static_cast<torch::optim::SGDOptions&>(group.options())
                .lr(static_cast<double>(rate) / batch);
        descent_.step();
    }
    void infer(float const* x, float* y) override {
        torch::InferenceMode const inference;
        auto const output = forward(x);
        std::copy(output.data_ptr<float>(), output.data_ptr<float>() + output.numel(), y);
    }

private:
    template <class F> void each(F f) {
        f(filter_->weight);
        f(filter_->bias);
        f(dense_->weight);
        f(dense_->bias);
    }
    torch::Tensor forward(float const* x) {
        auto const pictures = torch::from_blob(const_cast<float*>(x), {batch, 1, side, side});
        auto const maps = torch::max_pool2d(torch::relu(filter_->forward(pictures)), 2);
        return torch::sigmoid(dense_->forward(maps.flatten(1)));
    }
    void gradient(float const* x, float const* t) {
        descent_.zero_grad();
        auto const targets = torch::from_blob(const_cast<float*>(t), {batch, outputs});
        (0.5 * (forward(x) - targets).square().sum()).backward();
    }
};

} // namespace

std::unique_ptr<learner> make_libtorch() { return std::make_unique<libtorch>(); }

} // namespace bench::filters
