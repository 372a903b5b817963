#pragma once

#include <leibniz/simd/math/look_up.hpp>

LEIBNIZ_QUIET_INTRINSICS

namespace leibniz::simd::detail {

/// 2^(i/32), rounded.
alignas(64) inline constexpr float powers_of_two_by_32nds[] = {
    0x1p0F,        0x1.059b0ep0F, 0x1.0b5586p0F, 0x1.11301ep0F, 0x1.172b84p0F, 0x1.1d4874p0F,
    0x1.2387a6p0F, 0x1.29e9ep0F,  0x1.306fep0F,  0x1.371a74p0F, 0x1.3dea64p0F, 0x1.44e086p0F,
    0x1.4bfdaep0F, 0x1.5342b6p0F, 0x1.5ab07ep0F, 0x1.6247ecp0F, 0x1.6a09e6p0F, 0x1.71f75ep0F,
    0x1.7a1148p0F, 0x1.82589ap0F, 0x1.8ace54p0F, 0x1.93737cp0F, 0x1.9c4918p0F, 0x1.a5503cp0F,
    0x1.ae89fap0F, 0x1.b7f77p0F,  0x1.c199bep0F, 0x1.cb720ep0F, 0x1.d5818ep0F, 0x1.dfc974p0F,
    0x1.ea4afap0F, 0x1.f50766p0F};

/// 2^(i/8)/(1 + i/8), rounded.
alignas(32) inline constexpr float powers_of_two_by_8ths[] = {
    0x1p0F,         0x1.f04d5cp-1F, 0x1.e71968p-1F, 0x1.e2e55ap-1F,
    0x1.e2b7dep-1F, 0x1.e5ea4p-1F,  0x1.ec0b66p-1F, 0x1.f4ce76p-1F};

/// The number of the smaller size with the sign of x; limit for NaN. One instruction.
template <class Arch, std::size_t Size>
LEIBNIZ_INLINE auto limit_size(group<xsimd::batch<float, Arch>, Size> const& x,
                               group<xsimd::batch<float, Arch>, Size> const& limit) noexcept {
    using batch = xsimd::batch<float, Arch>;
    return map(
        [](batch const& v, [[maybe_unused]] batch const& most) LEIBNIZ_INLINE_LAMBDA -> batch {
#if XSIMD_WITH_AVX512DQ
            return _mm512_range_ps(v, most, 2);
#else
            return v;
#endif
        },
        x, limit);
}

/// e^(Sign*x) = 2^n * e^(Sign*r), n a multiple of 2^-table_bits. With 32 entries it is
/// 2^floor(n) * entry * (1 + r*terms). With 8 it is power * entry * (1 + terms): the bits of
/// `rounded` in the place of the exponent run over into the significand, and so power is
/// 2^floor(n) * (1 + n - floor(n)).
template <class Group> struct tabulated_parts {
    Group n, rounded, entry, r, terms;
};

/// As exponential, but r = x - Sign*n*ln 2 is so small that two or three terms are enough for
/// e^r - 1. n * high is exact, because it is part of a fused operation.
/// Terms: Sollya fpminimax(exp(x), [|1,...,Degree|], [|SG...|], [-a; a], absolute, 1) for
/// a = ln(2)/2^(table_bits + 1); errors 5.4e-8 and 1e-10 (32 entries), 2.6e-8 (8 entries). The
/// first of two is one step smaller, since logistic is then more exact. With 8 entries needs |x| <=
/// 128*ln 2. With 32 any x will do: where it is infinite or has no digits behind the point left, n
/// alone decides on the result, and r may be anything; with three terms it is small.
template <int Sign, int Degree, class Group>
LEIBNIZ_INLINE tabulated_parts<Group> tabulated(Group const& x) noexcept {
    constexpr int bits = table_bits<Group>::value;
    auto const magic = constant<Group>(12582912.0 / (1 << bits) + exponent_bias<Group>);
    auto const rounded = fma(x, constant<Group>(Sign * 0x1.71547652b82fep0), magic);
    auto const n = rounded - magic;
    auto r = fma(n, constant<Group>(Sign * -0x1.62e43p-1), x);
    auto const entry = look_up(bits == 5 ? powers_of_two_by_32nds : powers_of_two_by_8ths, rounded);
    if constexpr (bits == 5) {
        r = fma(n, constant<Group>(Sign * 0x1.05c61p-29), r);
        Group terms;
        if constexpr (Degree == 2)
            terms = horner(r, Sign * 0x1.0000f4p0, 0x1.0000a4p-1);
        else {
            r = limit_size(r, constant<Group>(0x1p-6));
            terms = horner(r, Sign * 1.0, 0x1.000088p-1, Sign * 0x1.5555bap-3);
        }
        return {copy(n), copy(rounded), copy(entry), copy(r), copy(terms)};
    } else {
        static_assert(Degree == 3);
        // What the rounded ln 2 leaves over is at most 2.5e-7, so that it only matters in the first
        // term (the others would add 1.1e-8), and is worked out beside the others.
        auto const left_over = n * constant<Group>(0x1.05c61p-29);
        auto const first = Sign > 0 ? left_over + r : left_over - r;
        auto const others = horner(r, 0x1.00087ep-1, Sign * 0x1.555cd4p-3);
        return {copy(n), copy(rounded), copy(entry), copy(r), fma(r * r, others, first)};
    }
}

} // namespace leibniz::simd::detail

LEIBNIZ_END_QUIET_INTRINSICS
