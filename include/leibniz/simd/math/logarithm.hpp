#pragma once

#include <leibniz/simd/math/bits.hpp>

namespace leibniz::simd {

namespace detail {

/// x = 2^exponent * (1 + fraction), with 1 + fraction between sqrt(1/2) and sqrt(2).
template <class Group> struct binary_parts {
    Group exponent, fraction;
};

/// The parts of a positive, finite, normal x. The subtraction that centres the significand on 1 is
/// done on the bit pattern, as in FreeBSD's k_log.h.
template <class Group> LEIBNIZ_INLINE binary_parts<Group> split_normal(Group const& x) noexcept {
    using value = typename Group::value_type;
    using number = word_of<Group>;
    constexpr auto root = std::bit_cast<number>(static_cast<value>(0x1.6a09e667f3bcdp-1));
    constexpr auto shift = static_cast<number>(std::bit_cast<number>(value(1)) - root);
    constexpr auto low = static_cast<number>((number(1) << fraction_bits<Group>)-1);
    constexpr auto whole = static_cast<value>(number(1) << fraction_bits<Group>);

    auto const centred = to_bits(x) + word<Group>(shift);
    auto const biased = shift_right<fraction_bits<Group>>(centred);
    auto const significand = from_bits<Group>((centred & word<Group>(low)) + word<Group>(root));
    // An integer or-ed into the pattern of 2^23 (2^52) adds itself to it.
    auto const count = from_bits<Group>(biased | word<Group>(std::bit_cast<number>(whole)));
    return {count - constant<Group>(double(whole) + exponent_bias<Group>),
            significand - constant<Group>(1)};
}

/// The parts of a positive, finite x, subnormal ones included.
template <class Group> LEIBNIZ_INLINE binary_parts<Group> split(Group const& x) noexcept {
    constexpr int lift = fraction_bits<Group> + 1;
    auto const tiny = x < Group::broadcast(std::numeric_limits<typename Group::value_type>::min());
    auto const lifted = x * constant<Group>(double(std::uint64_t(1) << lift));
    auto parts = split_normal(select(tiny, lifted, x));
    parts.exponent = parts.exponent - select(tiny, constant<Group>(lift), constant<Group>(0));
    return parts;
}

/// log(2^exponent * (1 + f)), by the formula of fdlibm's e_log.c: with s = f/(2 + f),
/// log(1 + f) = f - (f^2/2 - s*(f^2/2 + R(s^2))).
/// R: Sollya fpminimax((2*atanh(sqrt(x))/sqrt(x)-2)/x, 3 or 6, SG or D, [0; 0.0295], absolute).
template <class Group> LEIBNIZ_INLINE Group logarithm(binary_parts<Group> const& parts) noexcept {
    auto const f = parts.fraction;
    auto const s = f / (f + constant<Group>(2));
    auto const z = s * s;
    auto const half_square = constant<Group>(0.5) * f * f;
    Group r;
    if constexpr (is_single<Group>)
        r = horner(z, 0x1.555556p-1, 0x1.99986ep-2, 0x1.24c11cp-2, 0x1.ce9148p-3);
    else
        r = horner(z, 0x1.5555555555558p-1, 0x1.9999999995239p-2, 0x1.2492492e0c875p-2,
                   0x1.c71c62bf42ed4p-3, 0x1.7462bfebe8471p-3, 0x1.39fce62a80fc1p-3,
                   0x1.2b6a94c8ac989p-3);
    // ln 2 in two parts, the first short enough that its product with the exponent is exact.
    auto const high = constant<Group>(0.693359375, 0x1.62e42feep-1);
    auto const low = constant<Group>(-0x1.bd0105c610ca8p-13, 0x1.a39ef35793c76p-33);
    auto const inner = fma(s, fma(z, r, half_square), parts.exponent * low);
    return fma(parts.exponent, high, f - (half_square - inner));
}

} // namespace detail

/// Natural logarithm; log(0) is -infinity, of negative numbers NaN. Subnormals are exact inputs.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> log(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    auto const zero = detail::constant<values>(0), infinity = detail::infinity<values>();
    auto const special =
        select(x == zero, -infinity, select(x < zero, detail::not_a_number<values>(), x));
    return select((x > zero) & (x < infinity), detail::logarithm(detail::split(x)), special);
}

/// log(1 + x), accurate near 0 too; log1p(-1) is -infinity, below it NaN.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> log1p(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    auto const one = detail::constant<values>(1), minus_one = detail::constant<values>(-1);
    auto const sum = one + x;
    // What 1 + x lost by rounding (Knuth's two-sum), brought to the scale of the fraction.
    auto const part = sum - one;
    auto const lost = (one - (sum - part)) + (x - part);
    auto parts = detail::split_normal(sum);
    auto const unscaled =
        detail::power_of_two(detail::constant<values>(detail::rounder<values>) - parts.exponent);
    // Far from 0 the lost part is nothing, and its scale may have no exponent.
    auto const near = x < detail::constant<values>(0x1p27, 0x1p60);
    parts.fraction = parts.fraction + select(near, lost * unscaled, detail::constant<values>(0));

    auto const special = select(x == minus_one, -detail::infinity<values>(),
                                select(x < minus_one, detail::not_a_number<values>(), x));
    return select((x > minus_one) & (x < detail::infinity<values>()),
                  detail::keep_sign(detail::logarithm(parts), x), special);
}

} // namespace leibniz::simd
