#pragma once

#include <leibniz/meta/inline.hpp>
#include <leibniz/simd/xsimd.hpp>

#include <type_traits>

// xsimd 8.1 has no AVX-512 kernel for fma: it multiplies and adds, and leaves the fusing to the
// compiler's -ffp-contract. Clang then fuses only now and again, and the error of a logistic built
// on it was measured at 44.8 ULP instead of 2.2. So the AVX-512 instruction is named here. On NEON
// it has no fnma, without which Clang's pow was off by 614 ULP.
namespace leibniz::simd {

/// True when multiply_add rounds once on this architecture.
template <class Arch>
inline constexpr bool has_fma =
    std::is_base_of_v<xsimd::avx512f, Arch> || std::is_base_of_v<xsimd::fma3<xsimd::avx2>, Arch> ||
    std::is_base_of_v<xsimd::fma3<xsimd::avx>, Arch> ||
    std::is_base_of_v<xsimd::fma3<xsimd::sse4_2>, Arch> || std::is_base_of_v<xsimd::fma4, Arch> ||
    std::is_base_of_v<xsimd::neon64, Arch>;

/// a*b + c, rounded once where the architecture can (has_fma), twice elsewhere.
template <class T, class Arch>
LEIBNIZ_INLINE xsimd::batch<T, Arch> multiply_add(xsimd::batch<T, Arch> const& a,
                                                  xsimd::batch<T, Arch> const& b,
                                                  xsimd::batch<T, Arch> const& c) noexcept {
#if XSIMD_WITH_AVX512F
    if constexpr (std::is_base_of_v<xsimd::avx512f, Arch>) {
        if constexpr (__is_same(T, float))
            return _mm512_fmadd_ps(a, b, c);
        else
            return _mm512_fmadd_pd(a, b, c);
    } else
#endif
        return xsimd::fma(a, b, c);
}

/// c - a*b, rounded as in multiply_add.
template <class T, class Arch>
LEIBNIZ_INLINE xsimd::batch<T, Arch> subtract_product(xsimd::batch<T, Arch> const& a,
                                                      xsimd::batch<T, Arch> const& b,
                                                      xsimd::batch<T, Arch> const& c) noexcept {
#if XSIMD_WITH_AVX512F
    if constexpr (std::is_base_of_v<xsimd::avx512f, Arch>) {
        if constexpr (__is_same(T, float))
            return _mm512_fnmadd_ps(a, b, c);
        else
            return _mm512_fnmadd_pd(a, b, c);
    } else
#endif
        if constexpr (std::is_base_of_v<xsimd::neon64, Arch>)
        return xsimd::fma(-a, b, c);
    else if constexpr (has_fma<Arch>)
        return xsimd::fnma(a, b, c);
    else
        return c - a * b;
}

} // namespace leibniz::simd
