#pragma once

#include <leibniz/simd/math/exponential.hpp>

namespace leibniz::simd {

/// (e^2x - 1)/(e^2x + 1), from expm1, so that small arguments keep their digits.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> tanh(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    constexpr double limit = detail::is_single<values> ? 20 : 40;
    auto const parts = detail::exponential(detail::clamp(x + x, -limit, limit));
    auto const power = detail::power_of_two(parts.rounded);
    auto const m = fma(power, parts.fraction, power - detail::constant<values>(1));
    return detail::keep_sign(m / (m + detail::constant<values>(2)), x);
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
