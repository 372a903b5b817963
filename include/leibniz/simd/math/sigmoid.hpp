#pragma once

#include <leibniz/simd/math/division.hpp>
#include <leibniz/simd/math/exponential.hpp>

namespace leibniz::simd {

namespace detail {

/// With AVX-512, half vectors are there for narrow layers only: a few numbers, with nothing to do
/// beside them, so that what counts is how long one takes.
template <class Group>
inline constexpr bool latency_bound = XSIMD_WITH_AVX512F && table_bits<Group>::value == 3;

/// 1 + e^-x; infinite where e^-x is. 1 is added to the power of two, which is there first, so that
/// neither its scaling nor its look-up is on the way to the result. Where the power is infinite or
/// nothing beside 1, what else there is may be anything, and is left out.
template <class Group> LEIBNIZ_INLINE Group one_plus_exp_of_minus(Group const& x) noexcept {
    auto const one = constant<Group>(1);
    if constexpr (table_bits<Group>::value == 5) {
        auto const parts = tabulated<-1, 2>(x);
        auto const power = scale(parts.entry, parts.n);
        auto const start = power + one;
        return select(abs(parts.n) < constant<Group>(128), fma(power * parts.r, parts.terms, start),
                      start);
    } else if constexpr (table_bits<Group>::value == 3) {
        // The lower limit gives the bits of infinity: e^-x is infinite there. At the upper one e^-x
        // is nothing beside 1.
        auto const parts = tabulated<-1, 3>(clamp(x, -128 * 0x1.62e42fefa39efp-1, 20));
        auto const power = from_bits<Group>(shift_left<20>(to_bits(parts.rounded)));
        if constexpr (latency_bound<Group>) {
            auto const whole = power * parts.entry;
            auto const start = whole + one;
            // Not n < 128: of NaN, only the terms know.
            return select(!(parts.n >= constant<Group>(128)), fma(whole, parts.terms, start),
                          start);
        } else {
            return fma(power, fma(parts.entry, parts.terms, parts.entry), one);
        }
    } else {
        constexpr bool single = is_single<Group>;
        // The same limits, for -x.
        auto const parts = exponential(clamp(-x, single ? -20 : -40, single ? 89 : 710));
        return fma(power_of_two(parts.rounded), one + parts.fraction, one);
    }
}

} // namespace detail

/// 1/(1 + e^-x). Results below 2^-128 (2^-1023.5 for double), all subnormal, are 0; for float
/// some of those below 2^-127.5 are, too.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> logistic(group<Batch, Size> const& x) noexcept {
    return detail::reciprocal(detail::one_plus_exp_of_minus(x));
}

/// log(1 + e^x) = max(x, 0) + log1p(e^-|x|); with t = e^-|x|, the last is 2*atanh(t/(2 + t)).
/// Results below 2^-126.5 (2^-1022.5 for double), all subnormal, are 0.
/// Series: Sollya fpminimax((2*atanh(sqrt(x))/sqrt(x)-2)/x, 4 or 10, SG or D, [0; 1/9], relative).
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> softplus(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    constexpr bool single = detail::is_single<values>;
    // At this limit the exponent field is that of zero, and so e^-|x| is 0.
    auto const parts = detail::exponential(detail::second_max(detail::constant<values>(-88, -709),
                                                              x | detail::constant<values>(-0.0)));
    auto const t =
        detail::power_of_two(parts.rounded) * (detail::constant<values>(1) + parts.fraction);
    auto const s = t / (t + detail::constant<values>(2));
    auto const z = s * s;
    values series;
    if constexpr (single)
        series = detail::horner(z, 0x1.555556p-1, 0x1.999866p-2, 0x1.24d764p-2, 0x1.bb3304p-3,
                                0x1.e116a4p-3);
    else
        series = detail::horner(z, 0x1.5555555555555p-1, 0x1.9999999999b17p-2, 0x1.249249248395bp-2,
                                0x1.c71c71ce663dap-3, 0x1.745d1698e8599p-3, 0x1.3b13a946cc7cp-3,
                                0x1.11146441c4a68p-3, 0x1.e137174b534e3p-4, 0x1.b812f14244baep-4,
                                0x1.4379d20a40e92p-4, 0x1.31df5b2ff942p-3);
    auto const positive = detail::second_max(detail::constant<values>(0), x);
    return positive + fma(s * z, series, s + s);
}

} // namespace leibniz::simd
