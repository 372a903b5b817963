#pragma once

#include <leibniz/simd/math/bits.hpp>
#include <leibniz/simd/math/exponential_table.hpp>

namespace leibniz::simd {

namespace detail {

/// e^x = 2^n * (1 + fraction), with n an integer; rounded = n + rounder<Group, Offset>.
template <class Group> struct exponential_parts {
    Group n, rounded, fraction;
};

/// Reduction x = n*ln 2 + r (Cody and Waite, Software Manual for the Elementary Functions, 1980):
/// n * high is exact without a fused multiply-add too, as high ends in more zeros than n has
/// digits. Then e^r - 1 as r + r^2*q(r), whose first term is exact.
/// q: Sollya fpminimax(expm1(x), [|2,...,6|] or [|2,...,11|], SG or D, [-ln(2)/2; ln(2)/2],
/// relative, x); errors 1.4e-8 and 2e-17. Needs |x| <= 1500.
template <int Offset = 0, class Group>
LEIBNIZ_INLINE exponential_parts<Group> exponential(Group const& x, Group const& tail) noexcept {
    auto const magic = constant<Group>(rounder<Group, Offset>);
    auto const rounded = fma(x, constant<Group>(0x1.71547652b82fep0), magic);
    auto const n = rounded - magic;
    auto r = fnma(n, constant<Group>(0.693359375, 0x1.62e42feep-1), x);
    r = fnma(n, constant<Group>(-0x1.bd0105c610ca8p-13, 0x1.a39ef35793c76p-33), r) + tail;
    auto const square = r * r;
    if constexpr (is_single<Group>)
        return {copy(n), copy(rounded),
                fma(square,
                    horner(r, 0x1.fffffep-2, 0x1.5554bp-3, 0x1.555716p-5, 0x1.122798p-7,
                           0x1.6b735cp-10),
                    r)};
    else
        return {copy(n), copy(rounded),
                fma(square,
                    horner(r, 0x1.0000000000005p-1, 0x1.555555555553bp-3, 0x1.5555555552106p-5,
                           0x1.1111111118832p-7, 0x1.6c16c17f31715p-10, 0x1.a01a0177f35fap-13,
                           0x1.a019a698b00d5p-16, 0x1.71de81006f42dp-19, 0x1.28a299422e34dp-22,
                           0x1.ae7794db076ffp-26),
                    r)};
}

template <int Offset = 0, class Group>
LEIBNIZ_INLINE exponential_parts<Group> exponential(Group const& x) noexcept {
    // Adding -0 changes no number, so the compiler drops it.
    return exponential<Offset>(x, constant<Group>(-0.0));
}

/// (e^x - 1)/4 for x >= 0, finite as long as sinh(x) and cosh(x) are. The division by four keeps
/// the power of two within range.
template <class Group> LEIBNIZ_INLINE Group quarter_expm1(Group const& x) noexcept {
    auto const parts = exponential<-2>(x);
    auto const power = power_of_two(parts.rounded);
    return fma(power, parts.fraction, power - constant<Group>(0.25));
}

} // namespace detail

/// e^x. Overflows to infinity, underflows gradually to 0.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> exp(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    if constexpr (detail::table_bits<values>::value == 5) {
        auto const parts = detail::tabulated<1, 3>(x);
        return detail::scale(fma(parts.entry * parts.r, parts.terms, parts.entry), parts.n);
    } else {
        constexpr bool single = detail::is_single<values>;
        auto const parts =
            detail::exponential(detail::clamp(x, single ? -104 : -746, single ? 89 : 710));
        return detail::scale(detail::constant<values>(1) + parts.fraction, parts.n);
    }
}

/// e^x - 1, accurate near 0 too.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> expm1(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    constexpr bool single = detail::is_single<values>;
    auto const parts =
        detail::exponential<-1>(detail::clamp(x, single ? -20 : -40, single ? 89 : 710));
    auto const power = detail::power_of_two(parts.rounded);
    auto const half = fma(power, parts.fraction, power - detail::constant<values>(0.5));
    return detail::keep_sign(half + half, x);
}

} // namespace leibniz::simd
