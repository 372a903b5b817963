#include "burgers.hpp"
#include "peers/multiply.hpp"
#include "peers/vectorisable.hpp"
#include <algorithm>

// Plain loops, derived by hand: values and their three derivatives of a block of samples lie below
// each other, so that a layer is one product of matrices for all four.
namespace bench::burgers {
namespace {

using namespace plain;

class loops final : public learner<float> {
    static constexpr int block = 32, kinds = 4, rows = kinds * block, wide = padded(1);
    /// The first row of the derivatives by place, time, and place twice; values come before them.
    static constexpr int by_x = block, by_t = 2 * block, by_xx = 3 * block;
    using matrix = float[rows][hidden];

    alignas(64) float first_[inputs][hidden], first_bias_[hidden];
    alignas(64) float second_[hidden][hidden], transposed_[hidden][hidden], second_bias_[hidden];
    alignas(64) float third_[hidden], third_wide_[hidden][wide]{};
    float third_bias_;

    alignas(64) matrix z1_, a1_, z2_, a2_, d1_, d2_;
    alignas(64) float u_[rows][wide], du_[rows], place_[block], time_[block];

    alignas(64) float first_gradient_[inputs][hidden], first_bias_gradient_[hidden];
    alignas(64) float second_gradient_[hidden][hidden], second_bias_gradient_[hidden];
    alignas(64) float third_gradient_[hidden];
    float third_bias_gradient_;

public:
    void set(float const* from) override {
        for (int j = 0; j < hidden; ++j)
            for (int i = 0; i < inputs; ++i)
                first_[i][j] = *from++;
        from = fill(first_bias_, from);
        for (int j = 0; j < hidden; ++j)
            for (int i = 0; i < hidden; ++i)
                transposed_[j][i] = *from++;
        from = fill(second_bias_, from);
        from = fill(third_, from);
        third_bias_ = *from;
        for (int j = 0; j < hidden; ++j)
            for (int i = 0; i < hidden; ++i)
                second_[i][j] = transposed_[j][i];
    }
    void gradient(float const* x, float const* t, float* result) override {
        gradient(x, t);
        for (int j = 0; j < hidden; ++j)
            for (int i = 0; i < inputs; ++i)
                *result++ = first_gradient_[i][j];
        result = std::copy_n(first_bias_gradient_, hidden, result);
        for (int j = 0; j < hidden; ++j)
            for (int i = 0; i < hidden; ++i)
                *result++ = second_gradient_[i][j];
        result = std::copy_n(second_bias_gradient_, hidden, result);
        result = std::copy_n(third_gradient_, hidden, result);
        *result = third_bias_gradient_;
    }
    void step(float const* x, float const* t, float rate) override {
        gradient(x, t);
        float const by = rate / batch;
        descend<inputs * hidden>(first_[0], first_gradient_[0], by);
        descend<hidden>(first_bias_, first_bias_gradient_, by);
        descend<hidden * hidden>(second_[0], second_gradient_[0], by);
        descend<hidden>(second_bias_, second_bias_gradient_, by);
        descend<hidden>(third_, third_gradient_, by);
        third_bias_ -= by * third_bias_gradient_;
        for (int i = 0; i < hidden; ++i)
            for (int j = 0; j < hidden; ++j)
                transposed_[j][i] = second_[i][j];
    }
    void infer(float const* x, float* y) override {
        for (int n = 0; n < batch; n += block) {
            forward(x + n * inputs);
            for (int m = 0; m < block; ++m)
                *y++ = residual(m);
        }
    }

private:
    static float const* fill(float* to, float const* from) {
        std::copy_n(from, hidden, to);
        return from + hidden;
    }
    template <int Count> static void descend(float* weights, float const* slopes, float by) {
        for (int i = 0; i < Count; ++i)
            weights[i] -= by * slopes[i];
    }
    float residual(int m) const {
        return u_[by_t + m][0] + u_[m][0] * u_[by_x + m][0] - viscosity * u_[by_xx + m][0];
    }
    /// a = tanh z, and its derivatives from those of z.
    static void activate(matrix const& z, matrix& a) {
        for (int m = 0; m < block; ++m)
            for (int j = 0; j < hidden; ++j) {
                float const to = vectorisable::tanh(z[m][j]), slope = 1 - to * to;
                float const x = slope * z[by_x + m][j];
                a[m][j] = to;
                a[by_x + m][j] = x;
                a[by_t + m][j] = slope * z[by_t + m][j];
                a[by_xx + m][j] = slope * z[by_xx + m][j] - 2 * to * x * z[by_x + m][j];
            }
    }
    /// In place of the adjoints of a those of z.
    static void back(matrix const& z, matrix const& a, matrix& d) {
        for (int m = 0; m < block; ++m)
            for (int j = 0; j < hidden; ++j) {
                float const to = a[m][j], slope = 1 - to * to, twice = -2 * to;
                float const x = z[by_x + m][j], t = z[by_t + m][j], xx = z[by_xx + m][j];
                float const ax = a[by_x + m][j], of_xx = d[by_xx + m][j], of_t = d[by_t + m][j];
                float const of_x = d[by_x + m][j] + of_xx * twice * x;
                d[m][j] = slope * (d[m][j] + of_xx * (twice * xx - 2 * ax * x) + of_x * twice * x +
                                   of_t * twice * t);
                d[by_x + m][j] = slope * of_x + of_xx * twice * ax;
                d[by_t + m][j] = slope * of_t;
                d[by_xx + m][j] = slope * of_xx;
            }
    }
    void forward(float const* x) {
        for (int m = 0; m < block; ++m)
            for (int j = 0; j < hidden; ++j) {
                z1_[m][j] = first_bias_[j] + x[m * inputs] * first_[0][j] +
                            x[m * inputs + 1] * first_[1][j];
                z1_[by_x + m][j] = first_[0][j];
                z1_[by_t + m][j] = first_[1][j];
                z1_[by_xx + m][j] = 0;
            }
        activate(z1_, a1_);
        multiply<block, hidden, hidden>(strides<hidden, 1>{}, a1_[0], second_[0], second_bias_,
                                        z2_[0]);
        multiply<rows - block, hidden, hidden>(strides<hidden, 1>{}, a1_[block], second_[0],
                                               nullptr, z2_[block]);
        activate(z2_, a2_);
        for (int j = 0; j < hidden; ++j)
            third_wide_[j][0] = third_[j];
        multiply<rows, wide, hidden>(strides<hidden, 1>{}, a2_[0], third_wide_[0], nullptr, u_[0]);
        for (int m = 0; m < block; ++m)
            u_[m][0] += third_bias_;
    }
    void gradient(float const* x, float const* t) {
        std::fill_n(first_gradient_[0], inputs * hidden, 0.0f);
        std::fill_n(first_bias_gradient_, hidden, 0.0f);
        std::fill_n(second_gradient_[0], hidden * hidden, 0.0f);
        std::fill_n(second_bias_gradient_, hidden, 0.0f);
        std::fill_n(third_gradient_, hidden, 0.0f);
        third_bias_gradient_ = 0;
        for (int n = 0; n < batch; n += block)
            add_block(x + n * inputs, t + n);
    }
    void add_block(float const* x, float const* t) {
        forward(x);
        for (int m = 0; m < block; ++m) {
            float const error = residual(m) - t[m];
            du_[m] = error * u_[by_x + m][0];
            du_[by_x + m] = error * u_[m][0];
            du_[by_t + m] = error;
            du_[by_xx + m] = -viscosity * error;
            third_bias_gradient_ += du_[m];
            place_[m] = x[m * inputs];
            time_[m] = x[m * inputs + 1];
        }
        multiply<1, hidden, rows, true>(strides<0, 1>{}, du_, a2_[0], nullptr, third_gradient_);
        for (int m = 0; m < rows; ++m)
            for (int j = 0; j < hidden; ++j)
                d2_[m][j] = du_[m] * third_[j];
        back(z2_, a2_, d2_);
        float const ones[1]{1};
        multiply<hidden, hidden, rows, true>(strides<1, hidden>{}, a1_[0], d2_[0], nullptr,
                                             second_gradient_[0]);
        multiply<1, hidden, block, true>(strides<0, 0>{}, ones, d2_[0], nullptr,
                                         second_bias_gradient_);
        multiply<rows, hidden, hidden>(strides<hidden, 1>{}, d2_[0], transposed_[0], nullptr,
                                       d1_[0]);
        back(z1_, a1_, d1_);
        multiply<1, hidden, block, true>(strides<0, 0>{}, ones, d1_[0], nullptr,
                                         first_bias_gradient_);
        multiply<1, hidden, block, true>(strides<0, 1>{}, place_, d1_[0], nullptr,
                                         first_gradient_[0]);
        multiply<1, hidden, block, true>(strides<0, 1>{}, time_, d1_[0], nullptr,
                                         first_gradient_[1]);
        multiply<1, hidden, block, true>(strides<0, 0>{}, ones, d1_[by_x], nullptr,
                                         first_gradient_[0]);
        multiply<1, hidden, block, true>(strides<0, 0>{}, ones, d1_[by_t], nullptr,
                                         first_gradient_[1]);
    }
};

} // namespace

std::unique_ptr<learner<float>> make_loops() { return std::make_unique<loops>(); }

} // namespace bench::burgers
