#pragma once

/// sqrt, correctly rounded, so equal to IEEE 754's.
///
/// x = m·4ᵏ with 1 ≤ m < 4. Newton's iteration r ← r·(3 − m·r²)/2 for 1/√m from the linear guess
/// in the bits of m (constant: M. Robertson, A brief history of InvSqrt, 2012), then √m ≈ s = m·r
/// and its exact residual m − s² (representable: S. Boldo, M. Daumas, IEEE Trans. Computers 52,
/// 2003), which decides the last bit.

#include <bit>
#include <concepts>
#include <cstdint>

#include <leibniz/scalar/math/double_double.hpp>
#include <leibniz/scalar/math/floating_point.hpp>

namespace leibniz::scalar::detail {

/// m − s², exactly, for an s within a few ulps of √m: every product and every difference is exact.
constexpr double square_root_residual(double m, double s) noexcept {
    double const s1 = upper_half(s);
    double const s2 = s - s1;
    return ((m - s1 * s1) - 2.0 * s1 * s2) - s2 * s2;
}

/// √x = (hi + lo) with hi correctly rounded; x positive and finite
constexpr double_double square_root_parts(double x) noexcept {
    auto [m, exponent] = split_exponent(x);
    int const k = exponent >> 1; // floor
    m = (exponent & 1) != 0 ? 2.0 * m : m;
    double r = std::bit_cast<double>(0x5fe6eb50c7b537a9 - (std::bit_cast<std::uint64_t>(m) >> 1));
    double const half = 0.5 * m;
    r *= 1.5 - half * r * r; // relative error 2⁻⁹
    r *= 1.5 - half * r * r; // 2⁻¹⁷
    r *= 1.5 - half * r * r; // 2⁻³⁴
    double s = m * r;
    s += 0.5 * r * square_root_residual(m, s); // within an ulp
    constexpr double ulp = 0x1p-52;            // of all s in [1, 2)
    double residual = square_root_residual(m, s);
    // √m ≥ s + ulp/2 if and only if m − s² ≥ s·ulp + ulp²/4, and both sides are multiples of ulp²
    if (residual > s * ulp || residual <= -s * ulp) {
        s += residual > 0 ? ulp : -ulp;
        residual = square_root_residual(m, s);
    }
    double const factor = power_of_two(k);
    return {s * factor, 0.5 * residual * r * factor};
}

constexpr double sqrt(double x) noexcept {
    if (is_nan(x) || x == infinity || x == 0.0) {
        return x; // keeps −0
    }
    return x < 0.0 ? not_a_number : square_root_parts(x).hi;
}

} // namespace leibniz::scalar::detail

namespace leibniz::scalar {

/// Square root; NaN below 0.
template <std::floating_point T> constexpr T sqrt(T x) noexcept {
    return detail::narrow<T>(detail::sqrt(x));
}

} // namespace leibniz::scalar
