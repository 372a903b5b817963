#include "contestant.hpp"
#include <torch/torch.h>

// libtorch as its users write it: linear layers, reverse mode, the library's own optimiser. One
// thread.
namespace bench {
namespace {

template <int Batch> class libtorch final : public contestant<float> {
    std::vector<torch::nn::Linear> layers_;
    std::unique_ptr<torch::optim::SGD> descent_;

public:
    libtorch() {
        torch::set_num_threads(1);
        std::vector<torch::Tensor> all;
        for (std::size_t l = 1; l <= net.layers; ++l) {
            layers_.emplace_back(torch::nn::LinearOptions(net.width[l - 1], net.width[l]));
            for (auto const& one : layers_.back()->parameters())
                all.push_back(one);
        }
        descent_ = std::make_unique<torch::optim::SGD>(all, torch::optim::SGDOptions(1));
    }
    void set(float const* parameters) override {
        torch::NoGradGuard const none;
        each([&](torch::Tensor const& one) {
            std::copy(parameters, parameters + one.numel(), one.data_ptr<float>());
            parameters += one.numel();
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
        for (auto& group : descent_->param_groups())
            static_cast<torch::optim::SGDOptions&>(group.options())
                .lr(static_cast<double>(rate) / Batch);
        descent_->step();
    }
    void infer(float const* x, float* y) override {
        torch::InferenceMode const inference;
        auto const output = forward(view(x, Batch, net.inputs()));
        std::copy(output.template data_ptr<float>(),
                  output.template data_ptr<float>() + output.numel(), y);
    }
    void dependent(float const* sample, int count) override {
        torch::InferenceMode const inference;
        chain(sample, count, [&](auto const& x) { return single(x); });
    }
    void independent(float const* sample, int count) override {
        torch::InferenceMode const inference;
        repeat_calls(sample, count, [&](auto const& x) { return single(x); });
    }

private:
    /// Weights, then bias, layer by layer: the order of the parameters.
    template <class F> void each(F f) {
        for (auto& layer : layers_) {
            f(layer->weight);
            f(layer->bias);
        }
    }
    static torch::Tensor view(float const* numbers, int rows, int columns) {
        return torch::from_blob(const_cast<float*>(numbers), {rows, columns});
    }
    torch::Tensor forward(torch::Tensor a) {
        for (std::size_t l = 1; l <= net.layers; ++l) {
            a = layers_[l - 1]->forward(a);
            switch (net.of_layer(l)) {
            case activation::logistic:
                a = torch::sigmoid(a);
                break;
            case activation::tanh:
                a = torch::tanh(a);
                break;
            case activation::relu:
                a = torch::relu(a);
                break;
            case activation::silu:
                a = torch::silu(a);
                break;
            }
        }
        return a;
    }
    void gradient(float const* x, float const* t) {
        descent_->zero_grad();
        auto const difference =
            forward(view(x, Batch, net.inputs())) - view(t, Batch, net.outputs());
        (0.5 * difference.square().sum()).backward();
    }
    template <class Sample> float single(Sample const& x) {
        return forward(view(x.data(), 1, net.inputs())).template data_ptr<float>()[0];
    }
};

[[maybe_unused]] bool const added = add<float, libtorch>("libtorch");

} // namespace
} // namespace bench
