#include "contestant.hpp"
// Matrices of fixed size above 128 kB are members of objects on the heap, never on the stack.
#define EIGEN_STACK_ALLOCATION_LIMIT 0
#include <Eigen/Dense>

// Eigen with fixed sizes, forward and gradient by hand. Samples are columns, so the user's rows are
// read in place and vectors run along the neurons; or, for small networks, samples are rows of
// column-major matrices and vectors run along the samples after one transposition.
namespace bench {
namespace {

using Eigen::Map;
using Eigen::Matrix;

// What was fastest of samples as columns or as rows, blocks of 16 to 256 samples, and Eigen's
// packed or its coefficient-wise product.
constexpr bool columns = net.weights() >= 1000;
constexpr bool lazy = !columns;
constexpr int largest_block = net.weights() >= 100 && net.weights() < 20000 ? 64 : 256;

template <activation Kind, class Array> auto value(Array const& z) {
    if constexpr (Kind == activation::logistic)
        return z.logistic();
    else if constexpr (Kind == activation::tanh)
        return z.tanh();
    else if constexpr (Kind == activation::silu)
        return z * z.logistic();
    else
        return z.max(0.0f);
}
template <activation Kind, class Array> auto slope(Array const& a) {
    if constexpr (Kind == activation::logistic)
        return a * (1.0f - a);
    else if constexpr (Kind == activation::tanh)
        return 1.0f - a.square();
    else
        return (a > 0.0f).template cast<float>();
}
template <class A, class B> auto product(A const& a, B const& b) {
    if constexpr (lazy)
        return a.lazyProduct(b);
    else
        return a * b;
}

template <int Batch> class eigen final : public contestant<float> {
    static constexpr std::size_t layers = net.layers;
    static constexpr int block = Batch < largest_block ? Batch : largest_block;
    template <std::size_t L>
    using samples = std::conditional_t<columns, Matrix<float, net.width[L], block>,
                                       Matrix<float, block, net.width[L]>>;

    template <std::size_t L> struct layer {
        Matrix<float, net.width[L], net.width[L - 1]> weights, gradient;
        Matrix<float, net.width[L], 1> bias, bias_gradient;
        samples<L> value, delta;
        std::conditional_t<has_slope_by_value(net.of_layer(L)), Matrix<float, 1, 1>, samples<L>>
            slope;
        EIGEN_MAKE_ALIGNED_OPERATOR_NEW
    };
    template <class> struct all_layers;
    template <std::size_t... L> struct all_layers<std::index_sequence<L...>> : layer<L + 1>... {};
    all_layers<std::make_index_sequence<layers>> all_;
    samples<0> packed_;
    samples<layers> target_;
    template <std::size_t L> layer<L>& at() { return all_; }

public:
    EIGEN_MAKE_ALIGNED_OPERATOR_NEW

    void set(float const* parameters) override {
        each_layer([&](auto l) {
            for (int j = 0; j < net.width[l]; ++j)
                for (int i = 0; i < net.width[l - 1]; ++i)
                    at<l()>().weights(j, i) = *parameters++;
            for (int j = 0; j < net.width[l]; ++j)
                at<l()>().bias(j) = *parameters++;
        });
    }
    void gradient(float const* x, float const* t, float* result) override {
        gradient(x, t);
        each_layer([&](auto l) {
            for (int j = 0; j < net.width[l]; ++j)
                for (int i = 0; i < net.width[l - 1]; ++i)
                    *result++ = at<l()>().gradient(j, i);
            for (int j = 0; j < net.width[l]; ++j)
                *result++ = at<l()>().bias_gradient(j);
        });
    }
    void step(float const* x, float const* t, float rate) override {
        gradient(x, t);
        each_layer([&](auto l) {
            at<l()>().weights -= rate / Batch * at<l()>().gradient;
            at<l()>().bias -= rate / Batch * at<l()>().bias_gradient;
        });
    }
    void infer(float const* x, float* y) override {
        for (int n = 0; n < Batch; n += block) {
            forward<false>(x + n * net.inputs());
            Map<user_samples<net.outputs()>>(y + n * net.outputs()) = as_users(at<layers>().value);
        }
    }
    void dependent(float const* sample, int count) override {
        chain(sample, count, [&](auto const& x) { return single(x); });
    }
    void independent(float const* sample, int count) override {
        repeat_calls(sample, count, [&](auto const& x) { return single(x); });
    }

private:
    /// Row-major samples of the user are the columns of a column-major matrix.
    template <int Width> using user_samples = Matrix<float, Width, block>;
    template <class Samples> static decltype(auto) as_users(Samples const& values) {
        if constexpr (columns)
            return (values);
        else
            return values.transpose();
    }

    void gradient(float const* x, float const* t) {
        run_block<false>(x, t);
        for (int n = block; n < Batch; n += block)
            run_block<true>(x + n * net.inputs(), t + n * net.outputs());
    }
    template <std::size_t L> auto input_of(float const* x) {
        if constexpr (L > 1)
            return Map<samples<L - 1> const>(at<L - 1>().value.data());
        else if constexpr (columns)
            return Map<samples<0> const>(x);
        else
            return Map<samples<0> const>(packed_.data());
    }
    template <bool Learns> void forward(float const* x) {
        if constexpr (!columns)
            packed_ = Map<user_samples<net.inputs()> const>(x).transpose();
        each_layer([&](auto l) {
            auto& one = at<l()>();
            auto const input = input_of<l()>(x);
            // Column by column: Eigen 3.4 does not vectorise what replicates a vector.
            if constexpr (columns) {
                one.value.noalias() = product(one.weights, input);
                for (int n = 0; n < block; ++n)
                    one.value.col(n) += one.bias;
            } else {
                one.value.noalias() = product(input, one.weights.transpose());
                for (int j = 0; j < net.width[l()]; ++j)
                    one.value.col(j).array() += one.bias(j);
            }
            if constexpr (Learns && !has_slope_by_value(net.of_layer(l()))) {
                // The logistic function once, for the value and its derivative.
                one.slope = one.value.array().logistic().matrix();
                one.value.array() *= one.slope.array();
                one.slope.array() += one.value.array() * (1.0f - one.slope.array());
            } else {
                one.value = value<net.of_layer(l())>(one.value.array()).matrix();
            }
        });
    }
    template <bool Accumulate> void run_block(float const* x, float const* t) {
        forward<true>(x);
        auto& last = at<layers>();
        auto const a = last.value.array();
        if constexpr (columns) {
            Map<samples<layers> const> const target(t);
            last.delta = ((a - target.array()) * slope<net.output>(a)).matrix();
        } else {
            target_ = Map<user_samples<net.outputs()> const>(t).transpose();
            last.delta = ((a - target_.array()) * slope<net.output>(a)).matrix();
        }
        backward<layers, Accumulate>(x);
    }
    template <bool Accumulate, class To, class From> static void put(To& to, From const& from) {
        if constexpr (Accumulate)
            to.noalias() += from;
        else
            to.noalias() = from;
    }
    template <std::size_t L, bool Accumulate> void backward(float const* x) {
        auto& one = at<L>();
        auto const input = input_of<L>(x);
        if constexpr (columns) {
            put<Accumulate>(one.gradient, product(one.delta, input.transpose()));
            put<Accumulate>(one.bias_gradient, one.delta.rowwise().sum());
        } else {
            put<Accumulate>(one.gradient, product(one.delta.transpose(), input));
            put<Accumulate>(one.bias_gradient, one.delta.colwise().sum().transpose());
        }
        if constexpr (L > 1) {
            auto& before = at<L - 1>();
            if constexpr (columns)
                before.delta.noalias() = product(one.weights.transpose(), one.delta);
            else
                before.delta.noalias() = product(one.delta, one.weights);
            if constexpr (has_slope_by_value(net.hidden))
                before.delta.array() *= slope<net.hidden>(before.value.array());
            else
                before.delta.array() *= before.slope.array();
            backward<L - 1, Accumulate>(x);
        }
    }
    template <std::size_t L = 1, class Input> auto through(Input const& x) {
        auto const& one = at<L>();
        Matrix<float, net.width[L], 1> z;
        z.noalias() = one.weights * x;
        Matrix<float, net.width[L], 1> const a =
            value<net.of_layer(L)>((z + one.bias).array()).matrix();
        if constexpr (L == layers)
            return a;
        else
            return through<L + 1>(a);
    }
    template <class Sample> auto single(Sample const& x) {
        return through(Map<Matrix<float, net.inputs(), 1> const>(x.data()));
    }
};

[[maybe_unused]] bool const added = add<float, eigen>("eigen");

} // namespace
} // namespace bench
