#pragma once

/// asin, acos and atan, in radians.
///
/// asin: its Taylor series up to ½ (Abramowitz & Stegun 4.4.40), beyond it
/// asin x = π/2 − 2·asin √((1 − x)/2) (half-angle formula).
/// atan: atan(n/d) = atan c + atan((n − c·d)/(d + c·n)) with c the nearest multiple of 1/8, so that
/// the series runs over |t| ≤ 1/16 only; above 1 it is π/2 − atan(1/x).

#include <array>
#include <concepts>
#include <cstddef>

#include <leibniz/scalar/math/double_double.hpp>
#include <leibniz/scalar/math/floating_point.hpp>
#include <leibniz/scalar/math/square_root.hpp>

namespace leibniz::scalar::detail {

/// (2n)!/(4ⁿ n!² (2n + 1)) for n = 1 … 24: the remainder at x = ½ is below 2⁻⁵⁸ of x.
inline constexpr auto arcsine_series = [] {
    coefficients<24> c{};
    double central = 1.0; // (2n)!/(4ⁿ n!²)
    for (std::size_t i = 0; i < std::size(c.at); ++i) {
        auto const n = static_cast<double>(i + 1);
        central *= (2.0 * n - 1.0) / (2.0 * n);
        c.at[i] = central / (2.0 * n + 1.0);
    }
    return c;
}();

/// (asin x − x) for 0 ≤ x ≤ ½, x² given: x itself may be rounded
constexpr double arcsine_excess(double x, double square) noexcept {
    return x * square * polynomial(square, arcsine_series);
}

/// asin √((1 − x)/2) for ½ ≤ x < 1
constexpr double_double half_angle(double x) noexcept {
    double const square = 0.5 * (1.0 - x); // exact
    double_double const s = square_root_parts(square);
    return fast_two_sum(s.hi, s.lo + arcsine_excess(s.hi, square));
}

constexpr double asin(double x) noexcept {
    double const size = magnitude(x);
    if (is_nan(x) || size > 1.0) {
        return not_a_number;
    }
    if (size <= 0.5) {
        return x + arcsine_excess(x, x * x);
    }
    if (size == 1.0) {
        return with_sign_of(half_pi.hi, x);
    }
    double_double const half = half_angle(size);
    return with_sign_of(rounded(half_pi + double_double{-2.0 * half.hi, -2.0 * half.lo}), x);
}

constexpr double acos(double x) noexcept {
    double const size = magnitude(x);
    if (is_nan(x) || size > 1.0) {
        return not_a_number;
    }
    if (size <= 0.5) {
        return rounded(half_pi + -two_sum(x, arcsine_excess(x, x * x)));
    }
    if (size == 1.0) {
        return x > 0.0 ? 0.0 : pi.hi;
    }
    double_double const half = half_angle(size);
    double_double const angle{2.0 * half.hi, 2.0 * half.lo};
    return rounded(x > 0.0 ? angle : pi + -angle);
}

/// atan(j/8)
inline constexpr std::array<double_double, 9> arctangents_of_eighths{{
    {0x0.0p+0, 0x0.0p+0},
    {0x1.fd5ba9aac2f6ep-4, -0x1.cd37686760c17p-59},
    {0x1.f5b75f92c80ddp-3, 0x1.8ab6e3cf7afbdp-57},
    {0x1.6f61941e4def1p-2, -0x1.c63aae6f6e918p-56},
    {0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56},
    {0x1.1e00babdefeb4p-1, -0x1.928df287a668fp-58},
    {0x1.4978fa3269ee1p-1, 0x1.2419a87f2a458p-56},
    {0x1.700a7c5784634p-1, -0x1.8c34d25aadef6p-56},
    {0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55},
}};

/// −1/3, 1/5, …, 1/17: the remainder at t² = 2⁻⁸ is below 2⁻⁶⁸.
inline constexpr auto arctangent_series = [] {
    coefficients<8> c{};
    double sign = -1.0;
    for (std::size_t i = 0; i < std::size(c.at); ++i) {
        c.at[i] = sign / static_cast<double>(2 * i + 3);
        sign = -sign;
    }
    return c;
}();

/// atan(n/d) for 0 ≤ n ≤ d, d ≥ 1
constexpr double_double arctangent_of_quotient(double n, double d) noexcept {
    auto const j = static_cast<int>(8.0 * (n / d) + 0.5);
    double const c = 0.125 * j;
    double_double const t =
        (double_double{n} + -two_product(c, d)) / (double_double{d} + two_product(c, n));
    double const square = t.hi * t.hi;
    double const cubic = t.hi * square * polynomial(square, arctangent_series);
    return arctangents_of_eighths[static_cast<std::size_t>(j)] + fast_two_sum(t.hi, t.lo + cubic);
}

constexpr double atan(double x) noexcept {
    double const size = magnitude(x);
    if (is_nan(x) || size < 0x1p-28) {
        return x;
    }
    if (size > 0x1p60) {
        return with_sign_of(half_pi.hi, x); // 1/x is less than 2⁻⁷ ulp
    }
    double_double const angle = size <= 1.0 ? arctangent_of_quotient(size, 1.0)
                                            : half_pi + -arctangent_of_quotient(1.0, size);
    return with_sign_of(rounded(angle), x);
}

} // namespace leibniz::scalar::detail

namespace leibniz::scalar {

/// Arc sine in [−π/2, π/2]; NaN outside [−1, 1].
template <std::floating_point T> constexpr T asin(T x) noexcept {
    return detail::narrow<T>(detail::asin(x));
}

/// Arc cosine in [0, π]; NaN outside [−1, 1].
template <std::floating_point T> constexpr T acos(T x) noexcept {
    return detail::narrow<T>(detail::acos(x));
}

/// Arc tangent in [−π/2, π/2]
template <std::floating_point T> constexpr T atan(T x) noexcept {
    return detail::narrow<T>(detail::atan(x));
}

} // namespace leibniz::scalar
