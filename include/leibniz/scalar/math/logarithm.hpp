#pragma once

/// log and log1p.
///
/// x = 2ᵏ·(1 + f) with √½ ≤ 1 + f < √2, s = f/(2 + f), and
/// log(1 + f) = 2·artanh s = 2(s + s³/3 + s⁵/5 + …)  (Abramowitz & Stegun 4.1.27), arranged as
/// f − (f²/2 − s·(f²/2 + R)) with R = 2s²/3 + 2s⁴/5 + …, so that the leading term f is exact
/// (the arrangement of P. T. P. Tang, ACM TOMS 16, 1990).

#include <array>
#include <concepts>
#include <cstddef>

#include <leibniz/scalar/math/double_double.hpp>
#include <leibniz/scalar/math/exponential.hpp>
#include <leibniz/scalar/math/floating_point.hpp>

namespace leibniz::scalar::detail {

/// x > 0 as m·2ᵏ with √½ ≤ m < √2
constexpr binary_fraction split_near_one(double x) noexcept {
    binary_fraction parts = split_exponent(x);
    if (parts.significand > 1.4142135623730951) {
        parts.significand *= 0.5;
        ++parts.exponent;
    }
    return parts;
}

/// 2/3, 2/5, …, 2/21: s² < 0.0295, so the remainder is below 2⁻⁵⁹.
inline constexpr auto artanh_series = [] {
    coefficients<10> c{};
    for (std::size_t n = 0; n < std::size(c.at); ++n) {
        c.at[n] = 2.0 / static_cast<double>(2 * n + 3);
    }
    return c;
}();

/// log(x.hi + x.lo), x.hi positive and finite
constexpr double natural_logarithm(double_double x) noexcept {
    auto const [m, k] = split_near_one(x.hi);
    double const f = m - 1.0;
    double const s = f / (2.0 + f);
    double const z = s * s;
    double const half_square = 0.5 * f * f;
    double const r = z * polynomial(z, artanh_series);
    double const rest = s * (half_square + r) + (k * ln_2.lo + x.lo / x.hi);
    return k * ln_2.hi - ((half_square - rest) - f);
}

constexpr double log(double x) noexcept {
    if (is_nan(x) || x == infinity) {
        return x;
    }
    if (x <= 0.0) {
        return x == 0.0 ? -infinity : not_a_number;
    }
    return natural_logarithm({x});
}

constexpr double log1p(double x) noexcept {
    if (is_nan(x) || x == infinity || x == 0.0) {
        return x; // keeps −0
    }
    if (x <= -1.0) {
        return x == -1.0 ? -infinity : not_a_number;
    }
    return natural_logarithm(two_sum(1.0, x));
}

} // namespace leibniz::scalar::detail

namespace leibniz::scalar {

/// Natural logarithm; log(0) = −∞, NaN below 0.
template <std::floating_point T> constexpr T log(T x) noexcept {
    return detail::narrow<T>(detail::log(x));
}

/// log(1 + x), without cancellation near 0; log1p(−1) = −∞, NaN below −1.
template <std::floating_point T> constexpr T log1p(T x) noexcept {
    return detail::narrow<T>(detail::log1p(x));
}

} // namespace leibniz::scalar
