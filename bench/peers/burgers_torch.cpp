#include "burgers.hpp"
#include "peers/torch.hpp"

// libtorch as its users write it: derivatives by the inputs with a graph of their own, through
// which reverse mode goes once more.
namespace bench::burgers {
namespace {

class network {
    torch::nn::Linear first_{torch::nn::LinearOptions(inputs, hidden)};
    torch::nn::Linear second_{torch::nn::LinearOptions(hidden, hidden)};
    torch::nn::Linear third_{torch::nn::LinearOptions(hidden, 1)};

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

public:
    std::vector<torch::Tensor> parameters() const {
        return {first_->weight, first_->bias,   second_->weight,
                second_->bias,  third_->weight, third_->bias};
    }
    torch::Tensor forward(float const* x) { return residual(x, true); }
    torch::Tensor infer(float const* x) { return residual(x, false).detach(); }
};

} // namespace

std::unique_ptr<learner<float>> make_libtorch() {
    return std::make_unique<torch_learner<network, batch>>();
}

} // namespace bench::burgers
