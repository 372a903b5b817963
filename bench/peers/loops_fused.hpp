#pragma once
#include "peers/loops.hpp"

namespace bench::plain {

/// Plain loops for the tiniest networks: the body is one sample through the whole network and back,
/// vectors run along the samples, and every sum stays in a register until the end of the batch.
template <int Batch> class by_samples {
    static constexpr std::size_t layers = net.layers;
    static constexpr int count = net.parameters();
    /// Where the weights and the biases of layer L start among the parameters.
    static constexpr int weights_at(std::size_t layer) {
        int start = 0;
        for (std::size_t l = 0; l + 1 < layer; ++l)
            start += (net.width[l] + 1) * net.width[l + 1];
        return start;
    }
    template <std::size_t L>
    static constexpr int bias_at = weights_at(L) + net.width[L - 1] * net.width[L];
    template <std::size_t L> static constexpr int weight_at(int j, int i) {
        return weights_at(L) + j * net.width[L - 1] + i;
    }
    template <std::size_t L> using values = std::array<float, std::size_t(net.width[L])>;

    alignas(64) float parameters_[count]{};
    alignas(64) float gradient_[count]{};

public:
    void set(float const* parameters) { std::copy(parameters, parameters + count, parameters_); }
    void read_gradient(float* result) const { std::copy(gradient_, gradient_ + count, result); }

    void gradient(float const* __restrict x, float const* __restrict t) {
        float weights[count];
        std::copy(parameters_, parameters_ + count, weights);
        alignas(64) float sums[count][lanes]{};
        for (int n = 0; n < Batch; n += lanes)
            for (int lane = 0; lane < lanes; ++lane) {
                values<0> input;
                repeat<net.inputs()>([&](auto i) __attribute__((always_inline)) {
                    input[i] = x[(n + lane) * net.inputs() + i];
                });
                values<layers> target;
                repeat<net.outputs()>([&](auto k) __attribute__((always_inline)) {
                    target[k] = t[(n + lane) * net.outputs() + k];
                });
                there_and_back<1>(weights, sums, lane, input, target);
            }
        for (int half = lanes / 2; half > 0; half /= 2)
            for (int k = 0; k < count; ++k)
                for (int lane = 0; lane < half; ++lane)
                    sums[k][lane] += sums[k][lane + half];
        for (int k = 0; k < count; ++k)
            gradient_[k] = sums[k][0];
    }
    void update(float rate) {
        for (int k = 0; k < count; ++k)
            parameters_[k] -= rate * gradient_[k];
    }
    void infer(float const* __restrict x, float* __restrict y) {
        float weights[count];
        std::copy(parameters_, parameters_ + count, weights);
        for (int n = 0; n < Batch; ++n) {
            values<0> input;
            repeat<net.inputs()>(
                [&](auto i) __attribute__((always_inline)) { input[i] = x[n * net.inputs() + i]; });
            auto const output = outputs<1>(weights, input);
            repeat<net.outputs()>([&](auto k) __attribute__((always_inline)) {
                y[n * net.outputs() + k] = output[k];
            });
        }
    }

private:
    template <std::size_t L>
    [[gnu::always_inline]] static values<L> layer(float const* weights, values<L - 1> const& x) {
        values<L> a;
        repeat<net.width[L]>([&](auto j) __attribute__((always_inline)) {
            float z = weights[bias_at<L> + j];
            repeat<net.width[L - 1]>([&](auto i) __attribute__((always_inline)) {
                z += weights[weight_at<L>(j, i)] * x[i];
            });
            a[j] = vectorisable::value<net.of_layer(L)>(z);
        });
        return a;
    }
    template <std::size_t L>
    [[gnu::always_inline]] static values<layers> outputs(float const* weights,
                                                         values<L - 1> const& x) {
        if constexpr (L == layers)
            return layer<L>(weights, x);
        else
            return outputs<L + 1>(weights, layer<L>(weights, x));
    }
    /// Layer L and those above it, forward and then back; returns the derivatives of the error by
    /// the inputs of layer L.
    template <std::size_t L>
    [[gnu::always_inline]] static values<L - 1>
    there_and_back(float const* weights, float (*sums)[lanes], int lane, values<L - 1> const& x,
                   values<layers> const& target) {
        auto const a = layer<L>(weights, x);
        values<L> delta;
        if constexpr (L == layers) {
            repeat<net.width[L]>(
                [&](auto j) __attribute__((always_inline)) { delta[j] = a[j] - target[j]; });
        } else {
            delta = there_and_back<L + 1>(weights, sums, lane, a, target);
        }
        values<L - 1> result{};
        repeat<net.width[L]>([&](auto j) __attribute__((always_inline)) {
            delta[j] *= vectorisable::slope<net.of_layer(L)>(a[j]);
            sums[bias_at<L> + j][lane] += delta[j];
            repeat<net.width[L - 1]>([&](auto i) __attribute__((always_inline)) {
                sums[weight_at<L>(j, i)][lane] += delta[j] * x[i];
                result[i] += delta[j] * weights[weight_at<L>(j, i)];
            });
        });
        return result;
    }
};

} // namespace bench::plain
