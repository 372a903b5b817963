#include "peers/torch.hpp"
#include "separable.hpp"

// libtorch as its users write it: the library's layers, reverse mode and optimiser.
namespace bench::separable {
namespace {

struct network {
    torch::nn::Conv1d filter{torch::nn::Conv1dOptions(channels, channels, taps).groups(channels)};
    torch::nn::Conv1d mix{torch::nn::Conv1dOptions(channels, mixtures, 1)};
    torch::nn::Linear dense{torch::nn::LinearOptions(mixtures, outputs)};

    std::vector<torch::Tensor> parameters() const {
        return {filter->weight, filter->bias, mix->weight, mix->bias, dense->weight, dense->bias};
    }
    torch::Tensor forward(float const* x, int samples = batch) {
        auto const signals = torch::from_blob(const_cast<float*>(x), {samples, channels, length});
        auto const mixed = torch::relu(mix->forward(torch::relu(filter->forward(signals))));
        return torch::sigmoid(dense->forward(mixed.mean(2)));
    }
    torch::Tensor infer(float const* x, int samples = batch) {
        torch::InferenceMode const inference;
        return forward(x, samples);
    }
};

} // namespace

std::unique_ptr<learner<float>> make_libtorch() {
    return std::make_unique<torch_learner<network, batch>>();
}

} // namespace bench::separable
