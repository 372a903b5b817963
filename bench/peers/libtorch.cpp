#include "contestant.hpp"
#include "peers/torch.hpp"

// libtorch as its users write it: linear layers, reverse mode, the library's own optimiser. One
// thread.
namespace bench {
namespace {

template <int Batch> class libtorch final : public contestant<float> {
    std::vector<torch::nn::Linear> layers_;
    torch_parameters all_{made(layers_)};

public:
    void set(float const* parameters) override { all_.set(parameters); }
    void gradient(float const* x, float const* t, float* result) override {
        gradient(x, t);
        all_.gradient(result);
    }
    void step(float const* x, float const* t, float rate) override {
        gradient(x, t);
        all_.step(static_cast<double>(rate) / Batch);
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
    /// The parameters of the layers, which it makes: weights, then bias, layer by layer.
    static std::vector<torch::Tensor> made(std::vector<torch::nn::Linear>& layers) {
        std::vector<torch::Tensor> all;
        for (std::size_t l = 1; l <= net.layers; ++l) {
            layers.emplace_back(torch::nn::LinearOptions(net.width[l - 1], net.width[l]));
            all.push_back(layers.back()->weight);
            all.push_back(layers.back()->bias);
        }
        return all;
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
        all_.forget_gradient();
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
