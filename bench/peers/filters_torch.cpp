#include "filters.hpp"
#include "peers/torch.hpp"

// libtorch as its users write it: the library's layers, reverse mode and optimiser.
namespace bench::filters {
namespace {

struct network {
    torch::nn::Conv2d filter{torch::nn::Conv2dOptions(1, filters, taps)};
    torch::nn::Linear dense{torch::nn::LinearOptions(features, outputs)};

    std::vector<torch::Tensor> parameters() const {
        return {filter->weight, filter->bias, dense->weight, dense->bias};
    }
    torch::Tensor forward(float const* x, int samples = batch) {
        auto const pictures = torch::from_blob(const_cast<float*>(x), {samples, 1, side, side});
        auto const maps = torch::max_pool2d(torch::relu(filter->forward(pictures)), 2);
        return torch::sigmoid(dense->forward(maps.flatten(1)));
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

} // namespace bench::filters
