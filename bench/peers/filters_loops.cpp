#include "filters.hpp"
#include "peers/multiply.hpp"
#include "peers/vectorisable.hpp"
#include <algorithm>

// Plain loops: vectors run along a row of places, four filters share what they read of the picture;
// the dense layer is a product of matrices.
namespace bench::filters {
namespace {

using namespace plain;

class loops final : public learner<float> {
    /// Vectors of a row of places, the last of which may hold more than there are, and of outputs.
    static constexpr int vectors = padded(places) / lanes, row = vectors * lanes;
    static constexpr int wide = padded(outputs), together = 4;

    /// Where the numbers for a place of a filter and a weight of the dense layer are.
    static constexpr int tap(int f, int u, int v) { return (f * taps + u) * taps + v; }
    static constexpr int weight(int k, int i) { return k * features + i; }
    static constexpr int all_taps = filters * taps * taps, all_weights = outputs * features;

    float filters_[all_taps], filter_bias_[filters];
    alignas(64) float weights_[all_weights], transposed_[features][wide]{}, bias_[wide]{};
    alignas(64) float picture_[inputs + 2 * lanes]{};
    alignas(64) float map_[batch][filters][places][row];
    alignas(64) float feature_[batch][features], delta_[batch][wide]{}, back_[batch][features];
    alignas(64) float slopes_[filters][places][row]{};

    alignas(64) float filter_sums_[all_taps * lanes], bias_sums_[filters * lanes];
    alignas(64) float weight_gradient_[features][wide], bias_gradient_[wide];
    float filter_gradient_[all_taps], filter_bias_gradient_[filters];

public:
    void set(float const* from) override {
        from = fill(filters_, all_taps, from);
        from = fill(filter_bias_, filters, from);
        from = fill(weights_, all_weights, from);
        fill(bias_, outputs, from);
        transpose_weights();
    }
    void gradient(float const* x, float const* t, float* result) override {
        gradient(x, t);
        result = std::copy_n(filter_gradient_, all_taps, result);
        result = std::copy_n(filter_bias_gradient_, filters, result);
        for (int k = 0; k < outputs; ++k)
            for (int i = 0; i < features; ++i)
                *result++ = weight_gradient_[i][k];
        std::copy_n(bias_gradient_, outputs, result);
    }
    void step(float const* x, float const* t, float rate) override {
        gradient(x, t);
        float const by = rate / batch;
        for (int i = 0; i < all_taps; ++i)
            filters_[i] -= by * filter_gradient_[i];
        for (int f = 0; f < filters; ++f)
            filter_bias_[f] -= by * filter_bias_gradient_[f];
        for (int i = 0; i < features; ++i)
            for (int k = 0; k < outputs; ++k)
                weights_[weight(k, i)] -= by * weight_gradient_[i][k];
        for (int k = 0; k < outputs; ++k)
            bias_[k] -= by * bias_gradient_[k];
        transpose_weights();
    }
    void infer(float const* x, float* y) override {
        forward(x);
        for (int n = 0; n < batch; ++n)
            y = std::copy_n(delta_[n], outputs, y);
    }
    bool infer_one(float const* x, float* y) override {
        forward_one(x);
        std::copy_n(delta_[0], outputs, y);
        return true;
    }

private:
    static float const* fill(float* to, int count, float const* from) {
        std::copy(from, from + count, to);
        return from + count;
    }
    void transpose_weights() {
        for (int i = 0; i < features; ++i)
            for (int k = 0; k < outputs; ++k)
                transposed_[i][k] = weights_[weight(k, i)];
    }
    /// The largest of each 2·2 places, of the filters' outputs for one picture.
    void find_features(float const* x, float (*map)[places][row], float* feature) {
        std::copy_n(x, inputs, picture_);
        for (int f = 0; f < filters; f += together)
            for (int a = 0; a < places; ++a)
                filter_row(f, a, map);
        for (int f = 0; f < filters; ++f)
            for (int r = 0; r < halves; ++r)
                for (int c = 0; c < halves; ++c) {
                    float const* const above = &map[f][2 * r][2 * c];
                    float const* const below = above + row;
                    feature[(f * halves + r) * halves + c] =
                        std::max(std::max(above[0], above[1]), std::max(below[0], below[1]));
                }
    }
    /// Outputs are left in delta_.
    void forward(float const* x) {
        for (int n = 0; n < batch; ++n)
            find_features(x + n * inputs, map_[n], feature_[n]);
        multiply<batch, wide, features>(strides<features, 1>{}, feature_[0], transposed_[0], bias_,
                                        delta_[0]);
        for (int n = 0; n < batch; ++n)
            for (float& value : delta_[n])
                value = vectorisable::value<activation::logistic>(value);
    }
    /// The same for one picture, with four sums of each output, so that an addition need not wait
    /// for the one before.
    void forward_one(float const* x) {
        constexpr int across = wide / lanes;
        find_features(x, map_[0], feature_[0]);
        vector sum[4][across]{};
        for (int i = 0; i < features; i += 4)
            repeat<4>([&](auto part) __attribute__((always_inline)) {
                vector const factor = feature_[0][i + part] - vector{};
                repeat<across>([&](auto v) __attribute__((always_inline)) {
                    sum[part][v] += factor * at(transposed_[i + part], v);
                });
            });
        repeat<across>([&](auto v) __attribute__((always_inline)) {
            at(delta_[0], v) = at(bias_, v) + ((sum[0][v] + sum[1][v]) + (sum[2][v] + sum[3][v]));
        });
        for (float& value : delta_[0])
            value = vectorisable::value<activation::logistic>(value);
    }
    void filter_row(int f, int a, float (*map)[places][row]) const {
        vector sum[together][vectors];
        repeat<together>([&](auto g) __attribute__((always_inline)) {
            repeat<vectors>([&](auto w) __attribute__((always_inline)) {
                sum[g][w] = filter_bias_[f + g] - vector{};
            });
        });
        for (int u = 0; u < taps; ++u)
            repeat<taps>([&](auto v) __attribute__((always_inline)) {
                repeat<together>([&](auto g) __attribute__((always_inline)) {
                    vector const factor = filters_[tap(f + g, u, v)] - vector{};
                    repeat<vectors>([&](auto w) __attribute__((always_inline)) {
                        sum[g][w] += factor * at(picture_ + (a + u) * side + v, w);
                    });
                });
            });
        repeat<together>([&](auto g) __attribute__((always_inline)) {
            repeat<vectors>([&](auto w) __attribute__((always_inline)) {
                at(map[f + g][a], w) = sum[g][w] > 0 ? sum[g][w] : vector{};
            });
        });
    }
    void gradient(float const* x, float const* t) {
        forward(x);
        for (int n = 0; n < batch; ++n)
            for (int k = 0; k < outputs; ++k) {
                float const y = delta_[n][k];
                delta_[n][k] = (y - t[n * outputs + k]) * y * (1 - y);
            }
        for (int n = 0; n < batch; ++n)
            std::fill(delta_[n] + outputs, delta_[n] + wide, 0.0f);
        multiply<features, wide, batch>(strides<1, features>{}, feature_[0], delta_[0], nullptr,
                                        weight_gradient_[0]);
        float const ones[1]{1};
        multiply<1, wide, batch>(strides<0, 0>{}, ones, delta_[0], nullptr, bias_gradient_);
        multiply<batch, features, outputs>(strides<wide, 1>{}, delta_[0], weights_, nullptr,
                                           back_[0]);
        std::fill_n(filter_sums_, all_taps * lanes, 0.0f);
        std::fill_n(bias_sums_, filters * lanes, 0.0f);
        for (int n = 0; n < batch; ++n) {
            std::copy_n(x + n * inputs, inputs, picture_);
            back_to_places(n);
            for (int f = 0; f < filters; ++f)
                add_filter(f);
        }
        for (int i = 0; i < all_taps; ++i)
            filter_gradient_[i] = total(filter_sums_ + i * lanes);
        for (int f = 0; f < filters; ++f)
            filter_bias_gradient_[f] = total(bias_sums_ + f * lanes);
    }
    static float total(float const* of) {
        float sum = 0;
        for (int lane = 0; lane < lanes; ++lane)
            sum += of[lane];
        return sum;
    }
    /// Each derivative goes to the largest of its four places, if that is above zero.
    void back_to_places(int n) {
        for (int f = 0; f < filters; ++f)
            for (int r = 0; r < halves; ++r)
                for (int c = 0; c < halves; ++c) {
                    float const* const above = &map_[n][f][2 * r][2 * c];
                    float const* const below = above + row;
                    float* const to = &slopes_[f][2 * r][2 * c];
                    int const i = (f * halves + r) * halves + c;
                    float const largest = feature_[n][i];
                    float const slope = largest > 0 ? back_[n][i] : 0;
                    bool const first = above[0] == largest;
                    bool const second = !first && above[1] == largest;
                    bool const third = !first && !second && below[0] == largest;
                    to[0] = first ? slope : 0;
                    to[1] = second ? slope : 0;
                    to[row] = third ? slope : 0;
                    to[row + 1] = first || second || third ? 0 : slope;
                }
    }
    void add_filter(int f) {
        vector bias = at(bias_sums_, f);
        for (int u = 0; u < taps; ++u) {
            vector sum[taps];
            repeat<taps>([&](auto v) __attribute__((always_inline)) {
                sum[v] = at(filter_sums_, tap(f, u, v));
            });
            for (int a = 0; a < places; ++a)
                repeat<vectors>([&](auto w) __attribute__((always_inline)) {
                    vector const slope = at(slopes_[f][a], w);
                    if (u == 0)
                        bias += slope;
                    repeat<taps>([&](auto v) __attribute__((always_inline)) {
                        sum[v] += slope * at(picture_ + (a + u) * side + v, w);
                    });
                });
            repeat<taps>([&](auto v) __attribute__((always_inline)) {
                at(filter_sums_, tap(f, u, v)) = sum[v];
            });
        }
        at(bias_sums_, f) = bias;
    }
};

} // namespace

std::unique_ptr<learner<float>> make_loops() { return std::make_unique<loops>(); }

} // namespace bench::filters
