#pragma once

#include <leibniz/simd/math/double_word.hpp>

#include <cmath>

namespace leibniz::simd {

namespace detail {

/// Up to here the three-part reduction keeps its digits; larger arguments go one by one to std.
template <class Group> inline constexpr double reduction_limit = is_single<Group> ? 0x1p17 : 0x1p30;

/// |x| = n*pi/2 + r: sine and cosine of r, and n in the low bits of `quadrant`.
template <class Group> struct quarter_turn {
    Group sine, cosine;
    typename bits_of<Group>::type quadrant;
};

/// Reduction by pi/2 in three parts of full length; the first difference is exact, since it is a
/// multiple of the part's last bit and smaller than 1.
/// Sine and cosine: Sollya fpminimax((sin(sqrt(x))/sqrt(x)-1)/x, 2 or 5, SG or D, [0; 0.6169],
/// absolute) and (cos(sqrt(x))-1+x/2)/x^2 likewise.
template <class Group> LEIBNIZ_INLINE quarter_turn<Group> reduce(Group const& size) noexcept {
    auto const magic = constant<Group>(12582912.0, 6755399441055744.0);
    auto const rounded = fma(size, constant<Group>(0x1.45f306dc9c883p-1), magic);
    auto const n = rounded - magic;
    auto r = exact_fnma(n, constant<Group>(0x1.921fb6p0, 0x1.921fb54442d18p0), size);
    r = exact_fnma(n, constant<Group>(-0x1.777a5cp-25, 0x1.1a62633145c07p-54), r);
    r = fnma(n, constant<Group>(-0x1.ee59dap-50, -0x1.f1976b7ed8fbcp-110), r);

    auto const z = r * r;
    auto const cosine_start = fnma(constant<Group>(0.5), z, constant<Group>(1));
    Group sine, cosine;
    if constexpr (is_single<Group>) {
        sine = horner(z, -0x1.555552p-3, 0x1.110be6p-7, -0x1.9ab414p-13);
        cosine = horner(z, 0x1.555554p-5, -0x1.6c129ep-10, 0x1.9bc774p-16);
    } else {
        sine = horner(z, -0x1.5555555555555p-3, 0x1.1111111110c84p-7, -0x1.a01a019ea1749p-13,
                      0x1.71de37b224f1ap-19, -0x1.ae602161d7c7fp-26, 0x1.5e11b11f5958cp-33);
        cosine = horner(z, 0x1.5555555555555p-5, -0x1.6c16c16c168ccp-10, 0x1.a01a019f38b6dp-16,
                        -0x1.27e4fa037cc15p-22, 0x1.1eeb586537317p-29, -0x1.9073e56374aa9p-37);
    }
    return {fma(r * z, sine, r), fma(z * z, cosine, cosine_start), to_bits(rounded)};
}

/// True where the bit of the quadrant's number 1 is set.
template <class Group>
LEIBNIZ_INLINE auto is_odd(typename bits_of<Group>::type const& quadrant) noexcept {
    using value = typename Group::value_type;
    constexpr int width = 8 * sizeof(value);
    auto const one = word<Group>(std::bit_cast<word_of<Group>>(value(1)));
    return from_bits<Group>(shift_left<width - 1>(quadrant) | one) < constant<Group>(0);
}

/// The sign bit set where bit `Bit` of the quadrant is.
template <int Bit, class Group>
LEIBNIZ_INLINE Group sign_from(typename bits_of<Group>::type const& quadrant) noexcept {
    constexpr int width = 8 * sizeof(typename Group::value_type);
    return sign_bit(from_bits<Group>(shift_left<width - 1 - Bit>(quadrant)));
}

/// The vector with f(x) in the lanes where |x| is above the limit. Kept out of line: it is hardly
/// ever run. By value: of groups that such a function refers to, compilers have all in memory.
template <class Batch, class F>
#ifdef __GNUC__
__attribute__((noinline, cold))
#endif
Batch with_large_lanes(Batch result, Batch x, F f) noexcept {
    using value = typename Batch::value_type;
    constexpr auto limit = static_cast<value>(reduction_limit<group<Batch, 1>>);
    alignas(64) value arguments[Batch::size];
    alignas(64) value values[Batch::size];
    x.store_aligned(arguments);
    result.store_aligned(values);
    for (std::size_t i = 0; i < Batch::size; ++i)
        if (std::abs(arguments[i]) > limit)
            values[i] = f(arguments[i]);
    return Batch::load_aligned(values);
}

template <class Batch, std::size_t Size, class F>
LEIBNIZ_INLINE group<Batch, Size> with_large(group<Batch, Size> const& result,
                                             group<Batch, Size> const& x,
                                             group<Batch, Size> const& size, F f) noexcept {
    // NaN, too. Whether any is larger Clang asks of the maximum of two, and on ARM that is NaN
    // where one of them is a signalling NaN.
    if (!all(size <= constant<group<Batch, Size>>(reduction_limit<group<Batch, Size>>)))
        [[unlikely]]
        return map([f](Batch const& y, Batch const& v)
                       LEIBNIZ_INLINE_LAMBDA { return with_large_lanes(y, v, f); },
                   result, x);
    return result;
}

} // namespace detail

/// Sine of an angle in radians. Vectors up to |x| = 2^17 (2^30 for double), above it std::sin.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> sin(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    auto const size = abs(x);
    auto const turn = detail::reduce(size);
    auto const value = select(detail::is_odd<values>(turn.quadrant), turn.cosine, turn.sine);
    auto const sign = detail::sign_from<1, values>(turn.quadrant);
    return detail::with_large(detail::flip_sign(detail::flip_sign(value, sign), x), x, size,
                              [](auto v) noexcept { return std::sin(v); });
}

/// Cosine of an angle in radians; ranges as for sin.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> cos(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    auto const size = abs(x);
    auto const turn = detail::reduce(size);
    auto const value = select(detail::is_odd<values>(turn.quadrant), turn.sine, turn.cosine);
    auto const sign = detail::sign_from<1, values>(turn.quadrant + detail::word<values>(1));
    return detail::with_large(detail::flip_sign(value, sign), x, size,
                              [](auto v) noexcept { return std::cos(v); });
}

/// Tangent of an angle in radians; ranges as for sin.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> tan(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    auto const size = abs(x);
    auto const turn = detail::reduce(size);
    auto const odd = detail::is_odd<values>(turn.quadrant);
    auto const value = select(odd, turn.cosine, turn.sine) / select(odd, turn.sine, turn.cosine);
    auto const sign = detail::sign_from<0, values>(turn.quadrant);
    return detail::with_large(detail::flip_sign(detail::flip_sign(value, sign), x), x, size,
                              [](auto v) noexcept { return std::tan(v); });
}

} // namespace leibniz::simd
