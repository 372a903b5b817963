#pragma once

/// erf.
///
/// Up to 1 the Taylor series (Abramowitz & Stegun 7.1.5); beyond it 1 − e^(−x²)·P(t) with
/// t = 1/(1 + x/2), P interpolating e^(x²)·erfc x at the 17 Chebyshev nodes of 1 ≤ x ≤ 6
/// (tests/unit/scalar/reference.py prints P); the interpolation error of erf is below 2⁻⁵⁹.

#include <array>
#include <concepts>
#include <cstddef>

#include <leibniz/scalar/math/double_double.hpp>
#include <leibniz/scalar/math/exponential.hpp>
#include <leibniz/scalar/math/floating_point.hpp>

namespace leibniz::scalar::detail {

inline constexpr double_double two_over_root_pi{0x1.20dd750429b6dp+0, 0x1.1ae3a914fed80p-56};

/// 2/√π − 1, then (2/√π)·(−1)ⁿ/(n!·(2n + 1)) for n = 1 … 17: the remainder at 1 is below 2⁻⁵⁷.
inline constexpr auto error_function_series = [] {
    coefficients<18> c{};
    c.at[0] = (two_over_root_pi.hi - 1.0) + two_over_root_pi.lo;
    double factorial = 1.0;
    double sign = 1.0;
    for (std::size_t n = 1; n < std::size(c.at); ++n) {
        sign = -sign;
        factorial *= static_cast<double>(n);
        c.at[n] = sign * two_over_root_pi.hi / (factorial * static_cast<double>(2 * n + 1));
    }
    return c;
}();

inline constexpr coefficients<17> complement_polynomial{
    0x1.b577603e6a791p-27, 0x1.20dd5686debc3p-2, 0x1.20df54d99452fp-2,  0x1.f96284f703d38p-3,
    0x1.69b4e0c848102p-3,  0x1.55b9ce1b16118p-4, -0x1.721ac7ae1ce27p-7, 0x1.9e43e2a210c6fp-9,
    -0x1.59d65bc55f2bfp-2, 0x1.d78e42db75445p-1, -0x1.109eb9bc9d723p+1, 0x1.e6516ce71057ep+1,
    -0x1.255db4ee174a9p+2, 0x1.d240e9551f610p+1, -0x1.da810ca83498ep+0, 0x1.1b64a4027ed48p-1,
    -0x1.30be46f379823p-4};

constexpr double erf(double x) noexcept {
    double const size = magnitude(x);
    if (is_nan(x)) {
        return x;
    }
    if (size < 1.0) {
        return x + x * polynomial(x * x, error_function_series);
    }
    if (size > 6.0) {
        return with_sign_of(1.0, x); // erfc 6 < 2⁻⁵⁵
    }
    double const complement =
        exponential({-size * size}) * polynomial(1.0 / (1.0 + 0.5 * size), complement_polynomial);
    return with_sign_of(1.0 - complement, x);
}

} // namespace leibniz::scalar::detail

namespace leibniz::scalar {

/// Error function (2/√π)·∫₀ˣ e^(−t²) dt
template <std::floating_point T> constexpr T erf(T x) noexcept {
    return detail::narrow<T>(detail::erf(x));
}

} // namespace leibniz::scalar
