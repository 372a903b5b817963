#pragma once

#include <leibniz/simd/math/double_word.hpp>
#include <leibniz/simd/math/exponential.hpp>
#include <leibniz/simd/math/logarithm.hpp>

namespace leibniz::simd {

namespace detail {

/// log(x) of a positive finite x to about 2^-34 (float) or 2^-64 (double): y*log(x) reaches 104
/// (745), and its absolute error becomes the relative error of the power.
/// log(m) = 2s + s^3*(2/3 + z*P(z)), s = (m-1)/(m+1), z = s^2; P: Sollya
/// fpminimax(((2*atanh(sqrt(x))/sqrt(x)-2)/x-2/3)/x, 3 or 7, SG or D, [0; 0.0295], relative).
template <class Group> LEIBNIZ_INLINE double_word<Group> long_logarithm(Group const& x) noexcept {
    auto const parts = split(x);
    auto const f = parts.fraction, two = constant<Group>(2);
    auto const sum = two_sum(two, f);
    auto const inverse = constant<Group>(1) / sum.high;
    auto const s = f * inverse;
    auto const rest = exact_fnma(s, sum.high, f) - s * sum.low;
    auto const quotient = quick_two_sum(s, rest * inverse);

    auto const square = multiply(quotient, quotient);
    auto const z = square.high;
    Group series;
    if constexpr (is_single<Group>)
        series = horner(z, 0x1.99999ap-2, 0x1.24921p-2, 0x1.c703f8p-3, 0x1.828324p-3);
    else
        series = horner(z, 0x1.999999999999ap-2, 0x1.24924924922fep-2, 0x1.c71c71c74c622p-3,
                        0x1.745d173d08af3p-3, 0x1.3b13a9b632ccap-3, 0x1.111556c915081p-3,
                        0x1.e0180cb297a7cp-4, 0x1.dab5c04143b69p-4);
    auto inner = quick_two_sum(constant<Group>(0x1.555556p-1, 0x1.5555555555555p-1), z * series);
    inner.low = inner.low + constant<Group>(-0x1.555556p-26, 0x1.5555555555555p-55);
    auto const cubic = multiply(multiply(quotient, square), inner);

    auto const exponent = parts.exponent;
    auto const first = two_sum(exponent * constant<Group>(0.693359375, 0x1.62e42feep-1),
                               quotient.high + quotient.high);
    auto const second = two_sum(first.high, cubic.high);
    auto const low = fma(exponent, constant<Group>(-0x1.bd0105c610ca8p-13, 0x1.a39ef35793c76p-33),
                         ((quotient.low + quotient.low) + cubic.low) + (first.low + second.low));
    return quick_two_sum(second.high, low);
}

/// True where |x| is an integer; from 2^23 (2^52) on every number is one.
template <class Group> LEIBNIZ_INLINE auto is_integer(Group const& x) noexcept {
    auto const size = abs(x), whole = constant<Group>(0x1p23, 0x1p52);
    return (size >= whole) | ((size + whole) - whole == size);
}

} // namespace detail

/// x to the power y, with the special cases of C's Annex F: in particular x^0 and 1^y are 1 also
/// for NaN, a negative x with a y that is no integer gives NaN.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> pow(group<Batch, Size> const& x,
                                      group<Batch, Size> const& y) noexcept {
    using values = group<Batch, Size>;
    constexpr bool single = detail::is_single<values>;
    constexpr double low = single ? -104 : -746, high = single ? 89 : 710;
    auto const zero = detail::constant<values>(0), one = detail::constant<values>(1);
    auto const infinity = detail::infinity<values>();

    auto const base = abs(x);
    auto const logarithm = detail::long_logarithm(base);
    // A larger exponent changes no result, since log(x) is 0 or at least half a unit in the last
    // place of 1; it keeps the products finite.
    constexpr double largest = single ? 1e11 : 1e20;
    auto const exponent = detail::clamp(y, -largest, largest);
    auto const product = detail::two_product(exponent, logarithm.high);
    auto const limited = detail::clamp(product.high, low, high);
    auto const tail =
        select(limited == product.high, fma(exponent, logarithm.low, product.low), zero);
    auto const parts = detail::exponential(limited, tail);
    auto result = detail::scale(one + parts.fraction, parts.n);

    auto const empty = base == zero;
    auto const outside = select(empty, infinity, zero), inside = select(empty, zero, infinity);
    result = select(empty | (base == infinity), select(y < zero, outside, inside), result);
    auto const integral = detail::is_integer(y);
    auto const odd = integral & !detail::is_integer(y * detail::constant<values>(0.5));
    result = select(odd, result | detail::sign_bit(x), result);
    auto const undefined = (x < zero) & !integral & !empty & (base < infinity);
    result = select(undefined, detail::not_a_number<values>(), result);
    result = select(detail::is_nan(x) | detail::is_nan(y), x + y, result);
    return select((y == zero) | (x == one), one, result);
}

} // namespace leibniz::simd
