#pragma once

#include <leibniz/meta/inline.hpp>
#include <leibniz/simd/xsimd.hpp>

#include <type_traits>

// For floats on NEON xsimd 8.1 has estimates with Newton's steps, as 32-bit processors need them:
// quotients were off by 1 ULP, roots by 1.7, and the root of -0 was +0. Processors of 64 bits have
// the instructions, which are named here.
namespace leibniz::simd {

/// a/b, rounded once (but not on 32-bit ARM).
template <class T, class Arch>
LEIBNIZ_INLINE xsimd::batch<T, Arch> divide(xsimd::batch<T, Arch> const& a,
                                            xsimd::batch<T, Arch> const& b) noexcept {
#if XSIMD_WITH_NEON64
    if constexpr (std::is_base_of_v<xsimd::neon64, Arch> && __is_same(T, float))
        return vdivq_f32(a, b);
    else
#endif
        return a / b;
}

/// The square root, rounded once (but not on 32-bit ARM).
template <class T, class Arch>
LEIBNIZ_INLINE xsimd::batch<T, Arch> square_root(xsimd::batch<T, Arch> const& x) noexcept {
#if XSIMD_WITH_NEON64
    if constexpr (std::is_base_of_v<xsimd::neon64, Arch> && __is_same(T, float))
        return vsqrtq_f32(x);
    else
#endif
        return xsimd::sqrt(x);
}

} // namespace leibniz::simd
