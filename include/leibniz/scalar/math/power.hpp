#pragma once

/// pow.
///
/// xʸ = e^(y·log|x|), where the logarithm must be known to about 2⁻⁶⁴, relatively, since the
/// product reaches 745: the series of logarithm.hpp with its first two terms in double-double.

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>

#include <leibniz/scalar/math/double_double.hpp>
#include <leibniz/scalar/math/exponential.hpp>
#include <leibniz/scalar/math/floating_point.hpp>
#include <leibniz/scalar/math/logarithm.hpp>

namespace leibniz::scalar::detail {

/// 1/5, 1/7, …, 1/25
inline constexpr auto artanh_series_tail = [] {
    coefficients<11> c{};
    for (std::size_t n = 0; n < std::size(c.at); ++n) {
        c.at[n] = 1.0 / static_cast<double>(2 * n + 5);
    }
    return c;
}();

/// log x, relative error about 2⁻⁶⁵; x positive and finite
constexpr double_double accurate_logarithm(double x) noexcept {
    constexpr double_double third{0x1.5555555555555p-2, 0x1.5555555555555p-56};
    auto const [m, k] = split_near_one(x);
    double const f = m - 1.0;
    double_double const s = double_double{f} / two_sum(2.0, f);
    double_double const z = s * s;
    double_double const series = s * (z * (third + z.hi * polynomial(z.hi, artanh_series_tail)));
    double_double const log_m = s + series;
    return double_double{k * ln_2.hi, k * ln_2.lo} + double_double{2.0 * log_m.hi, 2.0 * log_m.lo};
}

enum class parity { fractional, even, odd };

constexpr parity parity_of(double y) noexcept {
    if (magnitude(y) >= 0x1p53) {
        return parity::even;
    }
    auto const whole = static_cast<std::int64_t>(y);
    if (static_cast<double>(whole) != y) {
        return parity::fractional;
    }
    return (whole & 1) != 0 ? parity::odd : parity::even;
}

/// xʸ for x > 0 or x = +0 or x = ∞; y ≠ 0
constexpr double positive_power(double x, double y) noexcept {
    bool const grows = (x > 1.0) == (y > 0.0);
    if (x == 1.0) {
        return 1.0;
    }
    if (x == 0.0 || x == infinity || magnitude(y) > 0x1p63) { // |log x| ≥ 2⁻⁵³ otherwise
        return grows ? infinity : 0.0;
    }
    double_double const logarithm = accurate_logarithm(x);
    double_double const p = two_product(y, logarithm.hi);
    return exponential(fast_two_sum(p.hi, p.lo + y * logarithm.lo));
}

constexpr double pow(double x, double y) noexcept {
    if (y == 0.0 || x == 1.0) {
        return 1.0;
    }
    if (is_nan(x) || is_nan(y)) {
        return not_a_number;
    }
    if (!is_negative(x)) {
        return positive_power(x, y);
    }
    parity const kind = parity_of(y);
    if (kind == parity::fractional && x < 0.0 && x != -infinity) {
        return not_a_number;
    }
    double const size = positive_power(magnitude(x), y);
    return kind == parity::odd ? -size : size;
}

} // namespace leibniz::scalar::detail

namespace leibniz::scalar {

/// xʸ, with the special values of C's pow: pow(x, 0) = 1 and pow(1, y) = 1 for every x and y, NaN
/// for a negative x and a y that is not whole.
template <std::floating_point T> constexpr T pow(T x, T y) noexcept {
    return detail::narrow<T>(detail::pow(x, y));
}

} // namespace leibniz::scalar
