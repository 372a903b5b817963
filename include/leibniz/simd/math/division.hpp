#pragma once

#include <leibniz/simd/math/bits.hpp>

LEIBNIZ_QUIET_INTRINSICS

namespace leibniz::simd::detail {

/// Is the code for a processor of AMD? GCC 12 takes Zen 4 and 5 for Zen 3 with AVX-512.
#if defined(__znver3__) || defined(__znver4__) || defined(__znver5__)
inline constexpr bool for_zen = true;
#else
inline constexpr bool for_zen = false;
#endif

/// Is a division slower than an estimate and what makes it exact? With AVX-512 elsewhere than on
/// Zen: there 16 floats keep the divider busy for 10 cycles, the time of 20 other instructions.
/// (On Zen 5 2-4-1 learns 6 % faster by divisions, see docs/design.md.)
template <class Group> struct estimates_reciprocals : std::false_type {};
template <class T, class Arch, std::size_t Size>
struct estimates_reciprocals<group<xsimd::batch<T, Arch>, Size>>
    : std::bool_constant<sizeof(T) == 4 && std::is_base_of_v<xsimd::avx512f, Arch> && !for_zen> {};

/// 1/x to 14 bits, where estimates_reciprocals.
template <class Arch, std::size_t Size>
LEIBNIZ_INLINE auto estimated_reciprocal(group<xsimd::batch<float, Arch>, Size> const& x) noexcept {
    using batch = xsimd::batch<float, Arch>;
    return map(
        [](batch const& v) LEIBNIZ_INLINE_LAMBDA -> batch {
#if XSIMD_WITH_AVX512F
            return _mm512_rcp14_ps(v);
#else
            return v;
#endif
        },
        x);
}

/// a/b for finite a and b and a quotient that is no subnormal number; within 0.57 ULP.
template <class Group> LEIBNIZ_INLINE Group quotient(Group const& a, Group const& b) noexcept {
    if constexpr (estimates_reciprocals<Group>::value) {
        auto const inverse = estimated_reciprocal(b);
        auto const first = a * inverse;
        return fma(fnma(b, first, a), inverse, first);
    } else {
        return a / b;
    }
}

/// 1/x for x >= 1, infinity included; within 0.57 ULP.
template <class Group> LEIBNIZ_INLINE Group reciprocal(Group const& x) noexcept {
    auto const one = constant<Group>(1);
    if constexpr (estimates_reciprocals<Group>::value) {
        auto const first = estimated_reciprocal(x);
        // The error is 1 - infinity*0 = NaN for an infinite x, and any number does for it.
        auto const error = second_min(fnma(x, first, one), one);
        return fma(first, error, first);
    } else {
        return one / x;
    }
}

} // namespace leibniz::simd::detail

LEIBNIZ_END_QUIET_INTRINSICS
