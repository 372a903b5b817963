#include "fashion_mnist_torch.hpp"
#include <torch/torch.h>

// As libtorch's users write it, with what makes it faster: one thread is told to be one, subnormal
// numbers are flushed, and a batch is gathered by one call.
namespace bench {
namespace {

torch::Tensor rows(std::span<float const> numbers, std::int64_t width) {
    return torch::from_blob(const_cast<float*>(numbers.data()),
                            {static_cast<std::int64_t>(numbers.size()) / width, width});
}

struct two_layers : torch::nn::Module {
    torch::nn::Linear first{784, 128}, second{128, 10};
    two_layers() {
        register_module("first", first);
        register_module("second", second);
    }
    torch::Tensor forward(torch::Tensor const& x) {
        return torch::sigmoid(second->forward(torch::relu(first->forward(x))));
    }
};

class torch_1 final : public other_training {
public:
    torch_1(std::span<float const> inputs, std::span<float const> targets, double rate,
            bool as_bytes)
        : inputs_(rows(inputs, 784)), targets_(rows(targets, 10)), as_bytes_(as_bytes),
          optimiser_(net_.parameters(), torch::optim::AdamOptions(rate)) {
        torch::set_num_threads(1);
        at::globalContext().setFlushDenormal(true);
        if (as_bytes)
            inputs_ = (inputs_ * 255).round().to(torch::kUInt8);
    }

    void set(int layer, std::span<float const> weights, std::span<float const> biases) override {
        torch::NoGradGuard const none;
        auto& to = layer == 1 ? net_.first : net_.second;
        to->weight.copy_(rows(weights, layer == 1 ? 784 : 128));
        to->bias.copy_(rows(biases, layer == 1 ? 128 : 10)[0]);
    }
    void epoch(std::span<std::int64_t const> order, std::int64_t batch) override {
        auto const all = torch::from_blob(const_cast<std::int64_t*>(order.data()),
                                          {static_cast<std::int64_t>(order.size())}, torch::kInt64);
        for (auto const& some : all.split(batch)) {
            optimiser_.zero_grad();
            auto const outputs = net_.forward(inputs_of(some));
            auto const loss = (outputs - targets_.index_select(0, some)).square().sum() *
                              (0.5 / static_cast<double>(some.size(0)));
            loss.backward();
            optimiser_.step();
        }
    }
    double accuracy(std::span<float const> inputs, std::span<float const> targets) override {
        torch::NoGradGuard const none;
        auto const answers = net_.forward(rows(inputs, 784)).argmax(1);
        return answers.eq(rows(targets, 10).argmax(1)).to(torch::kFloat64).mean().item<double>();
    }

private:
    torch::Tensor inputs_of(torch::Tensor const& some) const {
        auto const chosen = inputs_.index_select(0, some);
        return as_bytes_ ? chosen.to(torch::kFloat32).div_(255) : chosen;
    }

    torch::Tensor inputs_, targets_;
    bool as_bytes_;
    two_layers net_;
    torch::optim::Adam optimiser_;
};

} // namespace

std::unique_ptr<other_training> torch_training(std::span<float const> inputs,
                                               std::span<float const> targets, double rate,
                                               bool as_bytes) {
    return std::make_unique<torch_1>(inputs, targets, rate, as_bytes);
}

} // namespace bench
