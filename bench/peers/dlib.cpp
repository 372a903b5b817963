#include "contestant.hpp"
#include <dlib/dnn.h>

// dlib's layers without a loss of its own: the error's derivative is put in by hand, so that
// samples and targets stay in row-major arrays. dlib also works out the derivatives by the inputs.
namespace bench {
namespace {

template <activation Kind, class Below> struct activated;
template <class Below> struct activated<activation::logistic, Below> {
    using type = dlib::sig<Below>;
};
template <class Below> struct activated<activation::tanh, Below> {
    using type = dlib::htan<Below>;
};
template <class Below> struct activated<activation::relu, Below> {
    using type = dlib::relu<Below>;
};
template <class Below> struct activated<activation::silu, Below> {
    using type = dlib::silu<Below>;
};
template <std::size_t Layer> struct up_to {
    using type =
        typename activated<net.of_layer(Layer),
                           dlib::fc<net.width[Layer], typename up_to<Layer - 1>::type>>::type;
};
template <> struct up_to<0> {
    using type = dlib::input<dlib::matrix<float>>;
};

template <int Batch> class dlib_network final : public contestant<float> {
    typename up_to<net.layers>::type net_;
    std::vector<dlib::sgd> descent_;
    dlib::resizable_tensor batch_{Batch, net.inputs()}, sample_{1, net.inputs()};

    /// Layer 1 … layers, and its parameters: [in][out], then the biases.
    template <std::size_t L> auto& at() {
        constexpr unsigned from_above = 2 * static_cast<unsigned>(net.layers - L) + 1;
        return dlib::layer<from_above>(net_);
    }

public:
    dlib_network() : descent_(2 * net.layers, dlib::sgd(0, 0)) {
        // Its layers get their sizes from the first batch.
        std::vector<dlib::matrix<float>> const first(1, dlib::zeros_matrix<float>(net.inputs(), 1));
        dlib::resizable_tensor x;
        net_.to_tensor(first.begin(), first.end(), x);
        net_.forward(sample_);
    }
    void set(float const* parameters) override {
        each_layer([&](auto l) {
            constexpr int in = net.width[l - 1], out = net.width[l];
            float* const to = at<l()>().layer_details().get_layer_params().host();
            for (int j = 0; j < out; ++j)
                for (int i = 0; i < in; ++i)
                    to[i * out + j] = *parameters++;
            for (int j = 0; j < out; ++j)
                to[in * out + j] = *parameters++;
        });
    }
    void gradient(float const* x, float const* t, float* result) override {
        gradient(x, t);
        each_layer([&](auto l) {
            constexpr int in = net.width[l - 1], out = net.width[l];
            float const* const from = at<l()>().get_parameter_gradient().host();
            for (int j = 0; j < out; ++j)
                for (int i = 0; i < in; ++i)
                    *result++ = from[i * out + j];
            for (int j = 0; j < out; ++j)
                *result++ = from[in * out + j];
        });
    }
    void step(float const* x, float const* t, float rate) override {
        gradient(x, t);
        net_.update_parameters(descent_, static_cast<double>(rate) / Batch);
    }
    void infer(float const* x, float* y) override {
        float const* const output = forward(batch_, x).host();
        std::copy(output, output + Batch * net.outputs(), y);
    }
    void dependent(float const* sample, int count) override {
        chain(sample, count, [&](auto const& x) { return *forward(sample_, x.data()).host(); });
    }
    void independent(float const* sample, int count) override {
        repeat_calls(sample, count,
                     [&](auto const& x) { return *forward(sample_, x.data()).host(); });
    }

private:
    dlib::tensor const& forward(dlib::tensor& to, float const* x) {
        std::copy(x, x + to.size(), to.host_write_only());
        return net_.forward(to);
    }
    void gradient(float const* x, float const* t) {
        float const* const output = forward(batch_, x).host();
        float* const difference = net_.get_gradient_input().host_write_only();
        for (int i = 0; i < Batch * net.outputs(); ++i)
            difference[i] = output[i] - t[i];
        net_.back_propagate_error(batch_);
    }
};

[[maybe_unused]] bool const added = add<float, dlib_network>("dlib");

} // namespace
} // namespace bench
