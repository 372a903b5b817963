#pragma once

/// sinh, cosh and tanh.
///
/// (eˣ ± e⁻ˣ)/2 with eˣ as an unrounded sum; the Taylor series of sinh below 1, where the
/// difference would cancel; tanh x = u/(u + 2) with u = e²ˣ − 1.

#include <array>
#include <concepts>
#include <cstddef>

#include <leibniz/scalar/math/double_double.hpp>
#include <leibniz/scalar/math/exponential.hpp>
#include <leibniz/scalar/math/floating_point.hpp>

namespace leibniz::scalar::detail {

/// 1/3!, 1/5!, …, 1/19!: the remainder below 1 is under 2⁻⁶⁵.
inline constexpr auto hyperbolic_sine_series = [] {
    coefficients<9> c{};
    double factorial = 1.0;
    for (std::size_t i = 0; i < std::size(c.at); ++i) {
        factorial *= static_cast<double>((2 * i + 2) * (2 * i + 3));
        c.at[i] = 1.0 / factorial;
    }
    return c;
}();

/// Beyond this e⁻ˣ is less than 2⁻⁶³ of eˣ.
inline constexpr double one_sided = 22.0;

constexpr double sinh(double x) noexcept {
    double const size = magnitude(x);
    if (is_nan(x)) {
        return x;
    }
    if (size < 1.0) {
        double const square = x * x;
        return x + x * square * polynomial(square, hyperbolic_sine_series);
    }
    if (size > one_sided) {
        return with_sign_of(exponential({size}, -1), x);
    }
    double_double const e = exponential_sum(size);
    return with_sign_of(0.5 * rounded(e + -1.0 / e.hi), x);
}

constexpr double cosh(double x) noexcept {
    double const size = magnitude(x);
    if (is_nan(x)) {
        return x;
    }
    if (size > one_sided) {
        return exponential({size}, -1);
    }
    double_double const e = exponential_sum(size);
    return 0.5 * rounded(e + 1.0 / e.hi);
}

constexpr double tanh(double x) noexcept {
    double const size = magnitude(x);
    if (is_nan(x) || size < 0x1p-28) {
        return x;
    }
    if (size > one_sided) {
        return with_sign_of(1.0, x);
    }
    double_double const u = exponential_minus_one(2.0 * size);
    return with_sign_of(rounded(u / (u + 2.0)), x);
}

} // namespace leibniz::scalar::detail

namespace leibniz::scalar {

/// Hyperbolic sine
template <std::floating_point T> constexpr T sinh(T x) noexcept {
    return detail::narrow<T>(detail::sinh(x));
}

/// Hyperbolic cosine
template <std::floating_point T> constexpr T cosh(T x) noexcept {
    return detail::narrow<T>(detail::cosh(x));
}

/// Hyperbolic tangent
template <std::floating_point T> constexpr T tanh(T x) noexcept {
    return detail::narrow<T>(detail::tanh(x));
}

} // namespace leibniz::scalar
