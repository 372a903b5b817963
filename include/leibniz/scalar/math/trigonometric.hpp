#pragma once

/// sin, cos and tan of an angle in radians.
///
/// After the reduction to |y| ≤ π/4 the Taylor series to y¹⁷/17! and y¹⁶/16!; remainders below
/// 2⁻⁵⁸ of the value. Each kernel leaves its result as an unrounded sum, which tan divides.

#include <concepts>
#include <cstddef>

#include <leibniz/scalar/math/argument_reduction.hpp>
#include <leibniz/scalar/math/double_double.hpp>
#include <leibniz/scalar/math/floating_point.hpp>

namespace leibniz::scalar::detail {

/// sign/first!, −sign/(first + 2)!, sign/(first + 4)!, …
template <std::size_t N>
constexpr coefficients<N> alternating_factorials(unsigned first, double sign) noexcept {
    coefficients<N> c{};
    double factorial = 1.0;
    for (unsigned n = 2; n <= first; ++n) {
        factorial *= n;
    }
    for (std::size_t i = 0; i < N; ++i) {
        c.at[i] = sign / factorial;
        sign = -sign;
        factorial *= static_cast<double>((first + 1) * (first + 2));
        first += 2;
    }
    return c;
}

inline constexpr auto sine_series = alternating_factorials<8>(3, -1.0);
inline constexpr auto cosine_series = alternating_factorials<7>(4, 1.0);

/// |y| ≤ π/4
constexpr double_double sine_kernel(double_double y) noexcept {
    double const z = y.hi * y.hi;
    double const cubic = y.hi * z * polynomial(z, sine_series);
    return fast_two_sum(y.hi, cubic + y.lo * (1.0 - 0.5 * z));
}

/// |y| ≤ π/4
constexpr double_double cosine_kernel(double_double y) noexcept {
    double const z = y.hi * y.hi;
    double_double const leading = fast_two_sum(1.0, -0.5 * z);
    double const quartic = z * z * polynomial(z, cosine_series);
    return fast_two_sum(leading.hi, leading.lo + (quartic - y.hi * y.lo));
}

/// Below this sin x, tan x, sinh x and tanh x differ from x by less than 2⁻⁵⁷ of x.
inline constexpr double nearly_linear = 0x1p-28;

/// sin(x + quarters·π/2)
constexpr double shifted_sine(double x, unsigned quarters) noexcept {
    if (is_nan(x) || magnitude(x) == infinity) {
        return not_a_number;
    }
    auto const [angle, quadrant] = reduce_angle(x);
    unsigned const q = (quadrant + quarters) & 3U;
    double const value = rounded((q & 1U) != 0 ? cosine_kernel(angle) : sine_kernel(angle));
    return q >= 2 ? -value : value;
}

constexpr double sin(double x) noexcept {
    return magnitude(x) < nearly_linear ? x : shifted_sine(x, 0);
}

constexpr double tan(double x) noexcept {
    if (is_nan(x) || magnitude(x) == infinity) {
        return not_a_number;
    }
    if (magnitude(x) < nearly_linear) {
        return x;
    }
    auto const [angle, quadrant] = reduce_angle(x);
    double_double const s = sine_kernel(angle);
    double_double const c = cosine_kernel(angle);
    return rounded((quadrant & 1U) != 0 ? -c / s : s / c);
}

} // namespace leibniz::scalar::detail

namespace leibniz::scalar {

/// Sine of x radians, for every finite x; NaN for ±∞.
template <std::floating_point T> constexpr T sin(T x) noexcept {
    return detail::narrow<T>(detail::sin(x));
}

/// Cosine of x radians, for every finite x; NaN for ±∞.
template <std::floating_point T> constexpr T cos(T x) noexcept {
    return detail::narrow<T>(detail::shifted_sine(x, 1));
}

/// Tangent of x radians, for every finite x; NaN for ±∞.
template <std::floating_point T> constexpr T tan(T x) noexcept {
    return detail::narrow<T>(detail::tan(x));
}

} // namespace leibniz::scalar
