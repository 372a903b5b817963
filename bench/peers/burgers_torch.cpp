#include "burgers.hpp"
#include <torch/torch.h>

// libtorch as its users write it: derivatives by the inputs with a graph of their own, through
// which reverse mode goes once more. One thread.
namespace bench::burgers {
namespace {

class libtorch final : public learner {
    torch::nn::Linear first_{torch::nn::LinearOptions(inputs, hidden)};
    torch::nn::Linear second_{torch::nn::LinearOptions(hidden, hidden)};
    torch::nn::Linear third_{torch::nn::LinearOptions(hidden, 1)};
    torch::optim::SGD descent_{{first_->weight, first_->bias, second_->weight, second_->bias,
                                third_->weight, third_->bias},
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
        auto const output = residual(x, false).detach();
        std::copy(output.data_ptr<float>(), output.data_ptr<float>() + output.numel(), y);
    }

private:
    template <class F> void each(F f) {
        for (auto& layer : {first_, second_, third_}) {
            f(layer->weight);
            f(layer->bias);
        }
    }
    static torch::Tensor slopes_of(torch::Tensor const& what, torch::Tensor const& by, bool again) {
        return torch::autograd::grad({what.sum()}, {by}, {}, true, again)[0];
    }
    torch::Tensor residual(float const* x, bool learns) {
        auto const points =
            torch::from_blob(const_cast<float*>(x), {batch, inputs}).requires_grad_();
        auto const u =
            third_->forward(torch::tanh(second_->forward(torch::tanh(first_->forward(points)))));
        auto const slopes = slopes_of(u, points, true);
        auto const u_x = slopes.select(1, 0);
        auto const u_xx = slopes_of(u_x, points, learns).select(1, 0);
        return slopes.select(1, 1) + u.select(1, 0) * u_x - viscosity * u_xx;
    }
    void gradient(float const* x, float const* t) {
        descent_.zero_grad();
        auto const targets = torch::from_blob(const_cast<float*>(t), {batch});
        (0.5 * (residual(x, true) - targets).square().sum()).backward();
    }
};

} // namespace

std::unique_ptr<learner> make_libtorch() { return std::make_unique<libtorch>(); }

} // namespace bench::burgers
