#include "contestant.hpp"
#include <cstring>
#include <floatfann.h>

// FANN: an epoch of batch training is one step. Its logistic is that of 2·steepness·z and its error
// is target − output, so that weights += rate / batch · slope is our step. Its symmetric sigmoid is
// tanh(steepness·z). It bounds the activations it takes slopes at to 0.98 (0.01 … 0.99 for the
// logistic), which these networks do not reach. It has no relu.
namespace bench {
namespace {

[[maybe_unused]] constexpr fann_activationfunc_enum function(activation kind) {
    return kind == activation::tanh ? FANN_SIGMOID_SYMMETRIC : FANN_SIGMOID;
}
[[maybe_unused]] constexpr float steepness(activation kind) {
    return kind == activation::tanh ? 1.0f : 0.5f;
}

template <int Batch> class fann_network final : public contestant<float> {
    struct destroy {
        void operator()(fann* network) const { fann_destroy(network); }
    };
    std::unique_ptr<fann, destroy> net_;
    std::array<float*, Batch> inputs_{}, targets_{};
    fann_train_data data_{};

public:
    fann_network() {
        std::array<unsigned, net.layers + 1> width{};
        std::copy(net.width.begin(), net.width.end(), width.begin());
        net_.reset(fann_create_standard_array(net.layers + 1, width.data()));
        fann_set_activation_function_hidden(net_.get(), function(net.hidden));
        fann_set_activation_steepness_hidden(net_.get(), steepness(net.hidden));
        fann_set_activation_function_output(net_.get(), function(net.output));
        fann_set_activation_steepness_output(net_.get(), steepness(net.output));
        fann_set_training_algorithm(net_.get(), FANN_TRAIN_BATCH);
        fann_set_train_error_function(net_.get(), FANN_ERRORFUNC_LINEAR);
        data_.num_data = Batch;
        data_.num_input = net.inputs();
        data_.num_output = net.outputs();
        data_.input = inputs_.data();
        data_.output = targets_.data();
    }
    void set(float const* parameters) override {
        each([&](float& weight) { weight = *parameters++; });
    }
    /// From the change of the weights in a step: FANN clears the slopes when it has used them.
    void gradient(float const* x, float const* t, float* result) override {
        constexpr float rate = 16;
        std::vector<float> before;
        each([&](float& weight) { before.push_back(weight); });
        step(x, t, rate);
        std::size_t i = 0;
        each([&](float& weight) { *result++ = (before[i++] - weight) * (Batch / rate); });
        set(before.data());
    }
    void step(float const* x, float const* t, float rate) override {
        for (int n = 0; n < Batch; ++n) {
            inputs_[static_cast<std::size_t>(n)] = const_cast<float*>(x) + n * net.inputs();
            targets_[static_cast<std::size_t>(n)] = const_cast<float*>(t) + n * net.outputs();
        }
        fann_set_learning_rate(net_.get(), rate);
        fann_train_epoch(net_.get(), &data_);
    }
    void infer(float const* x, float* y) override {
        for (int n = 0; n < Batch; ++n) {
            float const* const output =
                fann_run(net_.get(), const_cast<float*>(x) + n * net.inputs());
            y = std::copy(output, output + net.outputs(), y);
        }
    }
    void dependent(float const* sample, int count) override {
        chain(sample, count, [&](auto const& x) { return single(x); });
    }
    void independent(float const* sample, int count) override {
        repeat_calls(sample, count, [&](auto const& x) { return single(x); });
    }

private:
    template <class Sample> float single(Sample const& x) {
        return *fann_run(net_.get(), const_cast<float*>(x.data()));
    }
    /// f of every weight in the order of the parameters: FANN has a neuron's bias after its
    /// weights.
    template <class F> void each(F f) {
        float* of_layer = net_->weights;
        for (std::size_t l = 1; l <= net.layers; ++l) {
            int const in = net.width[l - 1], out = net.width[l];
            for (int j = 0; j < out; ++j)
                for (int i = 0; i < in; ++i)
                    f(of_layer[j * (in + 1) + i]);
            for (int j = 0; j < out; ++j)
                f(of_layer[j * (in + 1) + in]);
            of_layer += (in + 1) * out;
        }
    }
};

[[maybe_unused]] bool const added = [] {
    if constexpr (net.hidden == activation::tanh || net.hidden == activation::logistic)
        return add<float, fann_network>("fann");
    return false;
}();

} // namespace
} // namespace bench
