#pragma once
#include <leibniz/leibniz.hpp>

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>

// Extreme arguments through the evaluator: the right limit, and no NaN but from NaN.

namespace extremes {

namespace lz = leibniz;
using namespace lz::literals;

template <class T> inline constexpr T infinity = std::numeric_limits<T>::infinity();
template <class T> inline constexpr T not_number = std::numeric_limits<T>::quiet_NaN();

inline constexpr auto points = lz::domain<"points", 1>;
inline constexpr auto n = lz::index<"n">(lz::samples);
inline constexpr auto i = lz::index<"i">(points);
inline constexpr auto x = lz::tensor<"x", "extremes">(lz::samples, points);
inline constexpr auto y = lz::tensor<"y", "extremes">(lz::samples, points);
inline constexpr auto unit = lz::tensor<"unit", "extremes">();

/// y := f(unit·x), with unit = 1: a model must have something to learn.
template <class F> constexpr auto model_of(F f) {
    return lz::graph<"extremes">(lz::inputs(x), lz::parameters(unit),
                                 lz::define(y(n, i), f(unit() * x(n, i))));
}
inline constexpr auto logistic = model_of(lz::logistic);
inline constexpr auto softplus = model_of(lz::softplus);
inline constexpr auto log = model_of(lz::log);
inline constexpr auto relu = model_of(lz::relu);
inline constexpr auto tanh = model_of(lz::tanh);
inline constexpr auto elu = model_of(lz::elu);
/// Of all the saturating ones together, for the gradient.
inline constexpr auto saturating =
    model_of([](auto z) { return lz::logistic(z) + lz::softplus(z) + lz::tanh(z) + lz::erf(z); });

template <class T> struct pair {
    T x, y;
};

template <auto const& Net, class Arch, class T, std::size_t Count>
void check(pair<T> const (&pairs)[Count]) {
    lz::model<T, Net, Arch> model;
    model[unit]() = T(1);
    std::array<T, Count> in{}, out{};
    for (std::size_t p = 0; p < Count; ++p)
        in[p] = pairs[p].x;
    model(std::span<T const>(in), std::span<T>(out));
    for (std::size_t p = 0; p < Count; ++p) {
        T const wanted = pairs[p].y;
        bool const right = std::isnan(wanted)   ? std::isnan(out[p])
                           : std::isinf(wanted) ? out[p] == wanted
                           : std::abs(wanted) > 1
                               ? std::abs(out[p] - wanted) <=
                                     4 * std::numeric_limits<T>::epsilon() * std::abs(wanted)
                               : std::abs(out[p] - wanted) <= std::numeric_limits<T>::epsilon();
        BOOST_TEST(right, "at " << in[p] << ": " << out[p] << " not " << wanted);
    }
}

template <class Arch, class T> void check_values() {
    constexpr T inf = infinity<T>, nan = not_number<T>;
    constexpr T least = std::numeric_limits<T>::denorm_min(), low = std::numeric_limits<T>::min();
    check<logistic, Arch, T>({{-1000, 0}, {1000, 1}, {-inf, 0}, {inf, 1}, {0, T(0.5)}, {nan, nan}});
    check<softplus, Arch, T>({{-1000, 0}, {1000, 1000}, {-inf, 0}, {inf, inf}, {nan, nan}});
    check<log, Arch, T>({{least, std::log(least)},
                         {low, std::log(low)},
                         {0, -inf},
                         {inf, inf},
                         {1, 0},
                         {-1, nan},
                         {nan, nan}});
    check<relu, Arch, T>({{nan, nan}, {-inf, 0}, {inf, inf}, {-1, 0}, {0, 0}, {least, least}});
    check<tanh, Arch, T>({{-inf, -1}, {inf, 1}, {-1000, -1}, {1000, 1}, {0, 0}, {nan, nan}});
    check<elu, Arch, T>({{-inf, -1}, {-1000, -1}, {inf, inf}, {T(-1e-30), T(-1e-30)}, {nan, nan}});
}

/// ∂E/∂unit where every derivative but softplus's has died away; of one sample each, t = 0.
template <class Arch, class T> void check_slopes() {
    using model_type = lz::model<T, saturating, Arch>;
    model_type model;
    model[unit]() = T(1);
    lz::trainer<model_type, lz::gradient_descent, 8> trainer;
    std::array<T, 2> const in{T(1000), T(-1000)}, targets{};
    auto const slope = [&](std::ptrdiff_t sample) {
        trainer.gradient(model, lz::data(in, targets), sample, 1);
        return trainer.gradient_of_parameter(unit)();
    };
    // (1 + 1000 + 1 + 1)·1·1000, and (0 + 0 − 1 − 1)·0·(−1000)
    BOOST_TEST(slope(0) == T(1003000));
    BOOST_TEST(slope(1) == T(0));
}

} // namespace extremes
