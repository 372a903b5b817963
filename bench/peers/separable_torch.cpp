#include "peers/torch.hpp"
#include "separable.hpp"

// libtorch as its users write it: the library's layers, reverse mode and optimiser. One thread.
namespace bench::separable {
namespace {

class libtorch final : public learner<float> {
    torch::nn::Conv1d filter_{torch::nn::Conv1dOptions(channels, channels, taps).groups(channels)};
    torch::nn::Conv1d mix_{torch::nn::Conv1dOptions(channels, mixtures, 1)};
    torch::nn::Linear dense_{torch::nn::LinearOptions(mixtures, outputs)};
    torch_parameters all_{
        {filter_->weight, filter_->bias, mix_->weight, mix_->bias, dense_->weight, dense_->bias}};

public:
    void set(float const* from) override { all_.set(from); }
    void gradient(float const* x, float const* t, float* result) override {
        gradient(x, t);
        all_.gradient(result);
    }
    void step(float const* x, float const* t, float rate) override {
        gradient(x, t);
        all_.step(static_cast<double>(rate) / batch);
    }
    void infer(float const* x, float* y) override {
        torch::InferenceMode const inference;
        auto const output = forward(x);
        std::copy(output.data_ptr<float>(), output.data_ptr<float>() + output.numel(), y);
    }

private:
    torch::Tensor forward(float const* x) {
        auto const signals = torch::from_blob(const_cast<float*>(x), {batch, channels, length});
        auto const mixed = torch::relu(mix_->forward(torch::relu(filter_->forward(signals))));
        return torch::sigmoid(dense_->forward(mixed.mean(2)));
    }
    void gradient(float const* x, float const* t) {
        all_.forget_gradient();
        auto const targets = torch::from_blob(const_cast<float*>(t), {batch, outputs});
        (0.5 * (forward(x) - targets).square().sum()).backward();
    }
};

} // namespace

std::unique_ptr<learner<float>> make_libtorch() { return std::make_unique<libtorch>(); }

} // namespace bench::separable
