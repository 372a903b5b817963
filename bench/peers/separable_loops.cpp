#include "peers/multiply.hpp"
#include "peers/vectorisable.hpp"
#include "separable.hpp"
#include <algorithm>

// Plain loops: vectors run along the places of a channel, sample after sample; mixtures and their
// adjoints are products of matrices, and the gradient of the mixtures sums up in tiles of 4·4.
namespace bench::separable {
namespace {

using namespace plain;

class loops final : public learner<float> {
    /// Vectors of a row of places, the last of which may hold more than there are.
    static constexpr int vectors = padded(places) / lanes, row = vectors * lanes, side = 4;

    float taps_[channels][taps], tap_bias_[channels], mixtures_[mixtures][channels],
        mixture_bias_[mixtures], weights_[outputs][mixtures], bias_[outputs];
    alignas(64) float signal_[channels][length + row - places]{};
    alignas(64) float filtered_[channels][row], mixed_[mixtures][row];
    alignas(64) float slopes_[mixtures][row]{}, back_[channels][row];
    float mean_[mixtures], output_[outputs], delta_[outputs], mean_slope_[mixtures];

    alignas(64) float tap_sums_[channels * taps * lanes], tap_bias_sums_[channels * lanes];
    alignas(64) float mixture_sums_[mixtures * channels * lanes], mixture_bias_sums_[mixtures];
    float weight_gradient_[outputs][mixtures], bias_gradient_[outputs];
    float tap_gradient_[channels * taps], tap_bias_gradient_[channels],
        mixture_gradient_[mixtures * channels];

public:
    void set(float const* from) override {
        each([&](float* values, float*, int count) {
            std::copy(from, from + count, values);
            from += count;
        });
    }
    void gradient(float const* x, float const* t, float* result) override {
        gradient(x, t);
        each(
            [&](float*, float* slopes, int count) { result = std::copy_n(slopes, count, result); });
    }
    void step(float const* x, float const* t, float rate) override {
        gradient(x, t);
        each([by = rate / batch](float* values, float* slopes, int count) {
            for (int i = 0; i < count; ++i)
                values[i] -= by * slopes[i];
        });
    }
    void infer(float const* x, float* y) override {
        for (int n = 0; n < batch; ++n) {
            forward(x + n * sizes.inputs);
            y = std::copy_n(output_, outputs, y);
        }
    }
    bool infer_one(float const* x, float* y) override {
        forward(x);
        std::copy_n(output_, outputs, y);
        return true;
    }

private:
    template <class Do> void each(Do what) {
        what(taps_[0], tap_gradient_, channels * taps);
        what(tap_bias_, tap_bias_gradient_, channels);
        what(mixtures_[0], mixture_gradient_, mixtures * channels);
        what(mixture_bias_, mixture_bias_sums_, mixtures);
        what(weights_[0], weight_gradient_[0], outputs * mixtures);
        what(bias_, bias_gradient_, outputs);
    }
    void forward(float const* x) {
        for (int c = 0; c < channels; ++c)
            std::copy_n(x + c * length, length, signal_[c]);
        for (int c = 0; c < channels; ++c)
            repeat<vectors>([&](auto v) __attribute__((always_inline)) {
                vector sum = tap_bias_[c] - vector{};
                repeat<taps>([&](auto u) __attribute__((always_inline)) {
                    sum += taps_[c][u] * at(signal_[c] + u, v);
                });
                at(filtered_[c], v) = sum > 0 ? sum : vector{};
            });
        multiply<mixtures, row, channels>(strides<channels, 1>{}, mixtures_[0], filtered_[0],
                                          nullptr, mixed_[0]);
        for (int f = 0; f < mixtures; ++f) {
            vector all{};
            repeat<vectors>([&](auto v) __attribute__((always_inline)) {
                vector const sum = at(mixed_[f], v) + mixture_bias_[f];
                at(mixed_[f], v) = sum > 0 ? sum : vector{};
            });
            std::fill(mixed_[f] + places, mixed_[f] + row, 0.0f);
            repeat<vectors>([&](auto v)
                                __attribute__((always_inline)) { all += at(mixed_[f], v); });
            mean_[f] = total(reinterpret_cast<float const*>(&all)) / places;
        }
        for (int k = 0; k < outputs; ++k) {
            float sum = bias_[k];
            for (int f = 0; f < mixtures; ++f)
                sum += weights_[k][f] * mean_[f];
            output_[k] = sum;
        }
        for (float& value : output_)
            value = vectorisable::value<activation::logistic>(value);
    }
    static float total(float const* of) {
        float sum = 0;
        for (int lane = 0; lane < lanes; ++lane)
            sum += of[lane];
        return sum;
    }
    void gradient(float const* x, float const* t) {
        std::fill_n(tap_sums_, channels * taps * lanes, 0.0f);
        std::fill_n(tap_bias_sums_, channels * lanes, 0.0f);
        std::fill_n(mixture_sums_, mixtures * channels * lanes, 0.0f);
        std::fill_n(mixture_bias_sums_, mixtures, 0.0f);
        std::fill_n(weight_gradient_[0], outputs * mixtures, 0.0f);
        std::fill_n(bias_gradient_, outputs, 0.0f);
        for (int n = 0; n < batch; ++n) {
            forward(x + n * sizes.inputs);
            back_to_places(t + n * outputs);
            for (int f = 0; f < mixtures; f += side)
                for (int c = 0; c < channels; c += side)
                    add_mixtures(f, c);
            for (int c = 0; c < channels; ++c)
                add_taps(c);
        }
        for (int i = 0; i < channels * taps; ++i)
            tap_gradient_[i] = total(tap_sums_ + i * lanes);
        for (int c = 0; c < channels; ++c)
            tap_bias_gradient_[c] = total(tap_bias_sums_ + c * lanes);
        for (int i = 0; i < mixtures * channels; ++i)
            mixture_gradient_[i] = total(mixture_sums_ + i * lanes);
    }
    /// Slopes are zero beyond the last place, where mixtures are.
    void back_to_places(float const* t) {
        for (int k = 0; k < outputs; ++k) {
            delta_[k] = (output_[k] - t[k]) * output_[k] * (1 - output_[k]);
            bias_gradient_[k] += delta_[k];
            for (int f = 0; f < mixtures; ++f)
                weight_gradient_[k][f] += delta_[k] * mean_[f];
        }
        for (int f = 0; f < mixtures; ++f) {
            float sum = 0;
            for (int k = 0; k < outputs; ++k)
                sum += weights_[k][f] * delta_[k];
            mean_slope_[f] = sum / places;
        }
        for (int f = 0; f < mixtures; ++f) {
            vector all{};
            repeat<vectors>([&](auto v) __attribute__((always_inline)) {
                vector const slope = at(mixed_[f], v) > 0 ? mean_slope_[f] - vector{} : vector{};
                at(slopes_[f], v) = slope;
                all += slope;
            });
            mixture_bias_sums_[f] += total(reinterpret_cast<float const*>(&all));
        }
        multiply<channels, row, mixtures>(strides<1, channels>{}, mixtures_[0], slopes_[0], nullptr,
                                          back_[0]);
    }
    void add_mixtures(int f, int c) {
        vector sum[side][side];
        auto const place = [&](int r, int s) __attribute__((always_inline)) {
            return (f + r) * channels + c + s;
        };
        repeat<side>([&](auto r) __attribute__((always_inline)) {
            repeat<side>([&](auto s) __attribute__((always_inline)) {
                sum[r][s] = at(mixture_sums_, place(r, s));
            });
        });
        repeat<vectors>([&](auto v) __attribute__((always_inline)) {
            repeat<side>([&](auto r) __attribute__((always_inline)) {
                vector const slope = at(slopes_[f + r], v);
                repeat<side>([&](auto s) __attribute__((always_inline)) {
                    sum[r][s] += slope * at(filtered_[c + s], v);
                });
            });
        });
        repeat<side>([&](auto r) __attribute__((always_inline)) {
            repeat<side>([&](auto s) __attribute__((always_inline)) {
                at(mixture_sums_, place(r, s)) = sum[r][s];
            });
        });
    }
    void add_taps(int c) {
        vector bias = at(tap_bias_sums_, c), sum[taps];
        repeat<taps>([&](auto u)
                         __attribute__((always_inline)) { sum[u] = at(tap_sums_, c * taps + u); });
        repeat<vectors>([&](auto v) __attribute__((always_inline)) {
            vector const slope = at(filtered_[c], v) > 0 ? at(back_[c], v) : vector{};
            bias += slope;
            repeat<taps>([&](auto u) __attribute__((always_inline)) {
                sum[u] += slope * at(signal_[c] + u, v);
            });
        });
        repeat<taps>([&](auto u)
                         __attribute__((always_inline)) { at(tap_sums_, c * taps + u) = sum[u]; });
        at(tap_bias_sums_, c) = bias;
    }
};

} // namespace

std::unique_ptr<learner<float>> make_loops() { return std::make_unique<loops>(); }

} // namespace bench::separable
