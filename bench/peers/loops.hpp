#pragma once
#include "contestant.hpp"
#include "peers/multiply.hpp"
#include "peers/vectorisable.hpp"
#include <algorithm>
#include <cstring>

/// Plain loops for networks of some width: vectors run along the neurons, samples stay as the user
/// has them, and a block of samples goes through all layers while it is in the cache. Widths are
/// padded to whole vectors.
namespace bench::plain {

template <int Batch> class by_neurons {
    static constexpr std::size_t layers = net.layers;
    /// Small nets stay in the first cache; large weights are read once.
    static constexpr int block = net.weights() < 20000 ? std::min(Batch, 64) : Batch;
    template <std::size_t L> static constexpr int wide = padded(net.width[L]);
    template <std::size_t L> static constexpr int in = net.width[L - 1];
    template <std::size_t L> static constexpr int out = net.width[L];
    /// How far rows of the values that layer L reads are apart; the first reads the user's.
    template <std::size_t L> static constexpr int stride = L == 1 ? in<1> : wide<L - 1>;

    template <std::size_t L>
    static constexpr bool keeps_slope = !has_slope_by_value(net.of_layer(L));

    template <std::size_t L> struct layer {
        alignas(64) float weights[in<L>][wide<L>]{}, gradient[in<L>][wide<L>]{};
        alignas(64) float bias[wide<L>]{}, bias_gradient[wide<L>]{};
        alignas(64) float transposed[L == 1 ? 1 : out<L>][L == 1 ? 1 : wide<L - 1>]{};
        alignas(64) float value[block][wide<L>]{}, delta[block][wide<L>]{};
        alignas(64) float slope[keeps_slope<L> ? block : 1][keeps_slope<L> ? wide<L> : 1]{};
    };
    template <class> struct all_layers;
    template <std::size_t... L> struct all_layers<std::index_sequence<L...>> : layer<L + 1>... {};
    all_layers<std::make_index_sequence<layers>> all_;
    template <std::size_t L> layer<L>& at() { return all_; }
    template <std::size_t L> layer<L> const& at() const { return all_; }

public:
    void set(float const* parameters) {
        each_layer([&](auto l) {
            constexpr std::size_t L = l();
            auto& one = at<L>();
            for (int j = 0; j < out<L>; ++j)
                for (int i = 0; i < in<L>; ++i)
                    one.weights[i][j] = *parameters++;
            for (int j = 0; j < out<L>; ++j)
                one.bias[j] = *parameters++;
        });
    }
    void read_gradient(float* result) const {
        each_layer([&](auto l) {
            constexpr std::size_t L = l();
            auto const& one = at<L>();
            for (int j = 0; j < out<L>; ++j)
                for (int i = 0; i < in<L>; ++i)
                    *result++ = one.gradient[i][j];
            for (int j = 0; j < out<L>; ++j)
                *result++ = one.bias_gradient[j];
        });
    }

    void gradient(float const* x, float const* t) {
        each_layer([&](auto l) { transpose<l()>(); });
        run_block<false>(x, t);
        for (int n = block; n < Batch; n += block)
            run_block<true>(x + n * net.inputs(), t + n * net.outputs());
    }
    void update(float rate) {
        each_layer([&](auto l) {
            constexpr std::size_t L = l();
            auto& one = at<L>();
            for (int i = 0; i < in<L>; ++i)
                for (int j = 0; j < wide<L>; ++j)
                    one.weights[i][j] -= rate * one.gradient[i][j];
            for (int j = 0; j < wide<L>; ++j)
                one.bias[j] -= rate * one.bias_gradient[j];
        });
    }
    void infer(float const* x, float* y) {
        for (int n = 0; n < Batch; n += block) {
            forward<false>(x + n * net.inputs());
            for (int m = 0; m < block; ++m)
                for (int k = 0; k < net.outputs(); ++k)
                    *y++ = at<layers>().value[m][k];
        }
    }
    template <class Sample> auto single(Sample const& x) const { return through<1>(x.data()); }

private:
    template <std::size_t L> void transpose() {
        if constexpr (L > 1) {
            auto& one = at<L>();
            constexpr int side = 16;
            for (int i = 0; i < in<L>; i += side)
                for (int j = 0; j < out<L>; j += side)
                    for (int k = j; k < std::min(j + side, out<L>); ++k)
                        for (int h = i; h < std::min(i + side, in<L>); ++h)
                            one.transposed[k][h] = one.weights[h][k];
        }
    }
    template <std::size_t L> float const* input_of(float const* x) const {
        if constexpr (L == 1)
            return x;
        else
            return at<L - 1>().value[0];
    }
    template <bool Learns> void forward(float const* x) {
        each_layer([&](auto l) {
            constexpr std::size_t L = l();
            auto& one = at<L>();
            multiply<block, wide<L>, in<L>>(strides<stride<L>, 1>{}, input_of<L>(x), one.weights[0],
                                            one.bias, one.value[0]);
            for (int n = 0; n < block; ++n)
                for (int j = 0; j < wide<L>; ++j)
                    if constexpr (Learns && keeps_slope<L>)
                        one.slope[n][j] = vectorisable::silu_and_slope(one.value[n][j]);
                    else
                        one.value[n][j] = vectorisable::value<net.of_layer(L)>(one.value[n][j]);
        });
    }
    template <bool Accumulate> void run_block(float const* x, float const* t) {
        forward<true>(x);
        auto& last = at<layers>();
        for (int n = 0; n < block; ++n)
            for (int k = 0; k < net.outputs(); ++k) {
                float const a = last.value[n][k];
                last.delta[n][k] =
                    (a - t[n * net.outputs() + k]) * vectorisable::slope<net.output>(a);
            }
        backward<layers, Accumulate>(x);
    }
    template <std::size_t L, bool Accumulate> void backward(float const* x) {
        auto& one = at<L>();
        multiply<in<L>, wide<L>, block, Accumulate>(strides<1, stride<L>>{}, input_of<L>(x),
                                                    one.delta[0], nullptr, one.gradient[0]);
        float const ones[1]{1};
        multiply<1, wide<L>, block, Accumulate>(strides<0, 0>{}, ones, one.delta[0], nullptr,
                                                one.bias_gradient);
        if constexpr (L > 1) {
            auto& before = at<L - 1>();
            multiply<block, wide<L - 1>, out<L>>(strides<wide<L>, 1>{}, one.delta[0],
                                                 one.transposed[0], nullptr, before.delta[0]);
            for (int n = 0; n < block; ++n)
                for (int i = 0; i < wide<L - 1>; ++i)
                    if constexpr (keeps_slope<L - 1>)
                        before.delta[n][i] *= before.slope[n][i];
                    else
                        before.delta[n][i] *= vectorisable::slope<net.hidden>(before.value[n][i]);
            backward<L - 1, Accumulate>(x);
        }
    }
    /// One sample: several partial sums, because one waits for the multiply-add before.
    template <std::size_t L> auto through(float const* x) const {
        auto const& one = at<L>();
        constexpr int all = wide<L> / lanes, vectors = all % 8 == 0 ? 8 : all;
        constexpr int parts = in<L> % 4 == 0 && vectors <= 4 ? 4 : in<L> % 2 == 0 ? 2 : 1;
        alignas(64) std::array<float, wide<L>> y;
        for (int j = 0; j < wide<L>; j += vectors * lanes) {
            vector sum[parts][vectors]{};
            for (int i = 0; i < in<L>; i += parts)
                repeat<parts>([&](auto p) __attribute__((always_inline)) {
                    vector const factor = x[i + p] - vector{};
                    repeat<vectors>([&](auto v) __attribute__((always_inline)) {
                        sum[p][v] += factor * plain::at(one.weights[i + p] + j, v);
                    });
                });
            repeat<vectors>([&](auto v) __attribute__((always_inline)) {
                vector z = plain::at(one.bias + j, v);
                repeat<parts>([&](auto p) __attribute__((always_inline)) { z += sum[p][v]; });
                plain::at(y.data() + j, v) = z;
            });
        }
        for (float& value : y)
            value = vectorisable::value<net.of_layer(L)>(value);
        if constexpr (L == layers)
            return y;
        else
            return through<L + 1>(y.data());
    }
};

} // namespace bench::plain
