#include "contestant.hpp"
#include "peers/vectorisable.hpp"
#include <cblas-openblas.h>

// Products by OpenBLAS, one thread; the rest in plain loops. Samples stay row-major.
namespace bench {
namespace {

template <int Batch> class openblas final : public contestant<float> {
    static constexpr std::size_t layers = net.layers;
    struct layer {
        std::vector<float> weights, bias, gradient, bias_gradient, value, delta, slope;
    };
    std::array<layer, layers + 1> at_;

public:
    openblas() {
        openblas_set_num_threads(1);
        for (std::size_t l = 1; l <= layers; ++l) {
            auto const in = static_cast<std::size_t>(net.width[l - 1]);
            auto const out = static_cast<std::size_t>(net.width[l]);
            at_[l] = {std::vector<float>(in * out),
                      std::vector<float>(out),
                      std::vector<float>(in * out),
                      std::vector<float>(out),
                      std::vector<float>(out * Batch),
                      std::vector<float>(out * Batch),
                      std::vector<float>(has_slope_by_value(net.of_layer(l)) ? 0 : out * Batch)};
        }
    }
    void set(float const* parameters) override {
        auto const read = [&](std::vector<float>& to) {
            for (float& value : to)
                value = *parameters++;
        };
        for (std::size_t l = 1; l <= layers; ++l) {
            read(at_[l].weights);
            read(at_[l].bias);
        }
    }
    void gradient(float const* x, float const* t, float* result) override {
        gradient(x, t);
        for (std::size_t l = 1; l <= layers; ++l) {
            result = std::copy(at_[l].gradient.begin(), at_[l].gradient.end(), result);
            result = std::copy(at_[l].bias_gradient.begin(), at_[l].bias_gradient.end(), result);
        }
    }
    void step(float const* x, float const* t, float rate) override {
        gradient(x, t);
        auto const descend = [&](std::vector<float>& values, std::vector<float> const& slopes) {
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] -= rate / Batch * slopes[i];
        };
        for (std::size_t l = 1; l <= layers; ++l) {
            descend(at_[l].weights, at_[l].gradient);
            descend(at_[l].bias, at_[l].bias_gradient);
        }
    }
    void infer(float const* x, float* y) override {
        forward<false>(x);
        std::copy(at_[layers].value.begin(), at_[layers].value.end(), y);
    }
    void dependent(float const* sample, int count) override {
        chain(sample, count, [&](auto const& x) { return single(x)[0]; });
    }
    void independent(float const* sample, int count) override {
        repeat_calls(sample, count, [&](auto const& x) { return single(x)[0]; });
    }

private:
    template <bool Learns> void forward(float const* x) {
        each_layer([&](auto l) {
            constexpr int in = net.width[l - 1], out = net.width[l];
            auto& one = at_[l];
            for (int n = 0; n < Batch; ++n)
                std::copy(one.bias.begin(), one.bias.end(), one.value.begin() + n * out);
            cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, Batch, out, in, 1,
                        l == 1 ? x : at_[l - 1].value.data(), in, one.weights.data(), in, 1,
                        one.value.data(), out);
            if constexpr (Learns && !has_slope_by_value(net.of_layer(l())))
                for (std::size_t i = 0; i < one.value.size(); ++i)
                    one.slope[i] = vectorisable::silu_and_slope(one.value[i]);
            else
                for (float& a : one.value)
                    a = vectorisable::value<net.of_layer(l())>(a);
        });
    }
    void gradient(float const* x, float const* t) {
        forward<true>(x);
        auto& last = at_[layers];
        for (std::size_t i = 0; i < last.value.size(); ++i)
            last.delta[i] = (last.value[i] - t[i]) * vectorisable::slope<net.output>(last.value[i]);
        for (std::size_t l = layers; l > 0; --l)
            backward(l, l == 1 ? x : at_[l - 1].value.data());
    }
    void backward(std::size_t l, float const* input) {
        int const in = net.width[l - 1], out = net.width[l];
        auto& one = at_[l];
        cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, out, in, Batch, 1, one.delta.data(),
                    out, input, in, 0, one.gradient.data(), in);
        std::fill(one.bias_gradient.begin(), one.bias_gradient.end(), 0.0f);
        for (int n = 0; n < Batch; ++n)
            for (int j = 0; j < out; ++j)
                one.bias_gradient[static_cast<std::size_t>(j)] +=
                    one.delta[static_cast<std::size_t>(n * out + j)];
        if (l == 1)
            return;
        auto& before = at_[l - 1];
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, Batch, in, out, 1, one.delta.data(),
                    out, one.weights.data(), in, 0, before.delta.data(), in);
        for (std::size_t i = 0; i < before.delta.size(); ++i)
            if constexpr (has_slope_by_value(net.hidden))
                before.delta[i] *= vectorisable::slope<net.hidden>(before.value[i]);
            else
                before.delta[i] *= before.slope[i];
    }
    template <class Sample> float const* single(Sample const& x) {
        each_layer([&](auto l) {
            constexpr int in = net.width[l - 1], out = net.width[l];
            auto& one = at_[l];
            std::copy(one.bias.begin(), one.bias.end(), one.value.begin());
            cblas_sgemv(CblasRowMajor, CblasNoTrans, out, in, 1, one.weights.data(), in,
                        l == 1 ? x.data() : at_[l - 1].value.data(), 1, 1, one.value.data(), 1);
            for (std::size_t j = 0; j < static_cast<std::size_t>(out); ++j)
                one.value[j] = vectorisable::value<net.of_layer(l())>(one.value[j]);
        });
        return at_[layers].value.data();
    }
};

[[maybe_unused]] bool const added = add<float, openblas>("openblas");

} // namespace
} // namespace bench
