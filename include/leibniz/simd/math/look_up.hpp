#pragma once

#include <leibniz/simd/math/bits.hpp>

LEIBNIZ_QUIET_INTRINSICS

namespace leibniz::simd::detail {

/// The logarithm of the size of a table that one instruction looks up; 0 where there is none, and
/// for double, whose tables would be too short.
template <class Group> struct table_bits : std::integral_constant<int, 0> {};
template <class Arch, std::size_t Size>
struct table_bits<group<xsimd::batch<float, Arch>, Size>>
    : std::integral_constant<int, std::is_base_of_v<xsimd::avx512dq, Arch>            ? 5
                                  : std::is_base_of_v<xsimd::avx512f, Arch>           ? 0
                                  : std::is_base_of_v<xsimd::fma3<xsimd::avx2>, Arch> ? 3
                                                                                      : 0> {};

/// The table's entry for the lowest table_bits of each number. The table is aligned to 64 bytes.
template <class Arch, std::size_t Size>
LEIBNIZ_INLINE auto look_up([[maybe_unused]] float const* table,
                            group<xsimd::batch<float, Arch>, Size> const& index) noexcept {
    using batch = xsimd::batch<float, Arch>;
    return map(
        [table](batch const& v) LEIBNIZ_INLINE_LAMBDA -> batch {
            static_cast<void>(table);
#if XSIMD_WITH_AVX512DQ
            if constexpr (sizeof(batch) == 64)
                return _mm512_permutex2var_ps(_mm512_load_ps(table), _mm512_castps_si512(v),
                                              _mm512_load_ps(table + 16));
            else
#endif
#if XSIMD_WITH_AVX2
                return _mm256_permutevar8x32_ps(_mm256_load_ps(table), _mm256_castps_si256(v));
#else
            return v;
#endif
        },
        index);
}

} // namespace leibniz::simd::detail

LEIBNIZ_END_QUIET_INTRINSICS
