#include "contestant.hpp"
#include "peers/torch.hpp"

// libtorch as its users write it: linear layers, reverse mode, the library's own optimiser.
namespace bench {
namespace {

template <int Batch> class network {
    std::vector<torch::nn::Linear> layers_;

public:
    network() {
        for (std::size_t l = 1; l <= net.layers; ++l)
            layers_.emplace_back(torch::nn::LinearOptions(net.width[l - 1], net.width[l]));
    }
    /// Weights, then bias, layer by layer.
    std::vector<torch::Tensor> parameters() const {
        std::vector<torch::Tensor> all;
        for (auto const& layer : layers_) {
            all.push_back(layer->weight);
            all.push_back(layer->bias);
        }
        return all;
    }
    torch::Tensor forward(float const* x, int samples = Batch) {
        auto a = torch::from_blob(const_cast<float*>(x), {samples, net.inputs()});
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
    torch::Tensor infer(float const* x) {
        torch::InferenceMode const inference;
        return forward(x);
    }
};

template <int Batch>
class libtorch final : public torch_learner<network<Batch>, Batch, contestant<float>> {
    template <class Sample> float single(Sample const& x) {
        return this->network_.forward(x.data(), 1).template data_ptr<float>()[0];
    }

public:
    void dependent(float const* sample, int count) override {
        torch::InferenceMode const inference;
        chain(sample, count, [&](auto const& x) { return single(x); });
    }
    void independent(float const* sample, int count) override {
        torch::InferenceMode const inference;
        repeat_calls(sample, count, [&](auto const& x) { return single(x); });
    }
};

[[maybe_unused]] bool const added = add<float, libtorch>("libtorch");

} // namespace
} // namespace bench
