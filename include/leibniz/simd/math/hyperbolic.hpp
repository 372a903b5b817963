#pragma once

#include <leibniz/simd/math/division.hpp>
#include <leibniz/simd/math/exponential.hpp>
#include <leibniz/simd/math/hyperbolic_table.hpp>

namespace leibniz::simd {

/// Double: (e^2x - 1)/(e^2x + 1), from expm1, so that small arguments keep their digits.
/// Float: x*(1/8 + P(x^2)/Q(x^2)), up to where the result is 1; P and Q have degree 4 and come from
/// tests/unit/simd/tanh_coefficients.py. As the errors of P and Q count only by their part of the
/// result, 1/8 apart leaves less of them. Where the machine looks up 32 numbers at once, a
/// piecewise polynomial: fewer multiply-adds.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> tanh(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    if constexpr (detail::table_bits<values>::value == 5) {
        return detail::piecewise_tanh(x);
    } else if constexpr (detail::is_single<values>) {
        constexpr double limit = 0x1.136d78p3;
        auto const c = detail::clamp(x, -limit, limit);
        auto const z = c * c;
        auto const p = detail::horner(z, 0.875, 0x1.36566ap-4, 0x1.2bd5bcp-12, -0x1.5a5dfcp-16,
                                      -0x1.7bb7eep-24);
        auto const q =
            detail::horner(z, 1, 0x1.dec356p-2, 0x1.aaebecp-6, 0x1.60b6dcp-12, 0x1.b9ecb6p-21);
        return fma(c, detail::quotient(p, q), c * detail::constant<values>(0.125));
    } else {
        auto const parts = detail::exponential(detail::clamp(x + x, -40, 40));
        auto const power = detail::power_of_two(parts.rounded);
        auto const m = fma(power, parts.fraction, power - detail::constant<values>(1));
        return detail::keep_sign(m / (m + detail::constant<values>(2)), x);
    }
}

/// (e^x - e^-x)/2. Overflows to infinity.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> sinh(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    auto const size = detail::clamp(abs(x), 0, detail::is_single<values> ? 89.6 : 710.7);
    auto const quarter = detail::constant<values>(0.25);
    auto const q = detail::quarter_expm1(size);
    // With E = e^|x| - 1 = 4q: sinh|x| = (E + E/(E + 1))/2, a sum of positive numbers.
    auto const half = fma(quarter, q / (q + quarter), q);
    // The quarter of a subnormal number would lose digits.
    auto const small = size < detail::constant<values>(0x1p-13, 0x1p-28);
    return detail::keep_sign(select(small, size, half + half), x);
}

/// (e^x + e^-x)/2. Overflows to infinity.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> cosh(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    auto const size = detail::clamp(abs(x), 0, detail::is_single<values> ? 89.6 : 710.7);
    auto const parts = detail::exponential<-2>(size);
    auto const q =
        detail::power_of_two(parts.rounded) * (detail::constant<values>(1) + parts.fraction);
    return q + q + detail::constant<values>(0.125) / q;
}

} // namespace leibniz::simd
