#pragma once

#include <leibniz/simd/math/constant.hpp>

#include <bit>
#include <cstdint>
#include <limits>

LEIBNIZ_QUIET_INTRINSICS

namespace leibniz::simd::detail {

template <class Group> struct bits_of;
template <class T, class Arch, std::size_t Size>
struct bits_of<group<xsimd::batch<T, Arch>, Size>> {
    using word = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    using batch = xsimd::batch<word, Arch>;
    using type = group<batch, Size>;
};

/// The unsigned integers of the same width as the group's numbers.
template <class Group> using word_of = typename bits_of<Group>::word;

/// The group's bit patterns, as unsigned integers.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE auto to_bits(group<Batch, Size> const& x) noexcept {
    using target = typename bits_of<group<Batch, Size>>::batch;
    return map([](Batch const& v) LEIBNIZ_INLINE_LAMBDA { return xsimd::bitwise_cast<target>(v); },
               x);
}

/// The numbers that have these bit patterns.
template <class Group>
LEIBNIZ_INLINE Group from_bits(typename bits_of<Group>::type const& x) noexcept {
    using source = typename bits_of<Group>::batch;
    using target = typename Group::batch_type;
    return map([](source const& v) LEIBNIZ_INLINE_LAMBDA { return xsimd::bitwise_cast<target>(v); },
               x);
}

/// A bit pattern in every lane.
template <class Group> LEIBNIZ_INLINE auto word(word_of<Group> pattern) noexcept {
    return bits_of<Group>::type::broadcast(pattern);
}

template <int Count, class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> shift_left(group<Batch, Size> const& x) noexcept {
    return map([](Batch const& v) LEIBNIZ_INLINE_LAMBDA { return v << Count; }, x);
}

template <int Count, class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> shift_right(group<Batch, Size> const& x) noexcept {
    return map([](Batch const& v) LEIBNIZ_INLINE_LAMBDA { return v >> Count; }, x);
}

/// The sign bit alone.
template <class Group> LEIBNIZ_INLINE Group sign_bit(Group const& x) noexcept {
    return x & constant<Group>(-0.0);
}

/// x with its sign flipped where the sign bit of `sign` is set.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> flip_sign(group<Batch, Size> const& x,
                                            group<Batch, Size> const& sign) noexcept {
    return map([](Batch const& v, Batch const& s) LEIBNIZ_INLINE_LAMBDA { return v ^ s; }, x,
               sign_bit(sign));
}

/// The result of an odd, increasing function, given up to a lost sign of zero.
template <class Group> LEIBNIZ_INLINE Group keep_sign(Group const& y, Group const& x) noexcept {
    return y | sign_bit(x);
}

template <class Group> LEIBNIZ_INLINE auto is_nan(Group const& x) noexcept { return x != x; }

template <class Group> LEIBNIZ_INLINE Group infinity() noexcept {
    return Group::broadcast(std::numeric_limits<typename Group::value_type>::infinity());
}

template <class Group> LEIBNIZ_INLINE Group not_a_number() noexcept {
    return Group::broadcast(std::numeric_limits<typename Group::value_type>::quiet_NaN());
}

/// Adding it to |x| < 2^22 (2^51 for double) rounds x to an integer, which then stands, biased as
/// an exponent and offset, in the low bits of the sum.
template <class Group, int Offset = 0>
inline constexpr double rounder =
    (is_single<Group> ? 12582912.0 : 6755399441055744.0) + exponent_bias<Group> + Offset;

/// 2^(n + Offset) from n + rounder<Group, Offset>: the shift throws away all but the exponent.
template <class Group> LEIBNIZ_INLINE Group power_of_two(Group const& rounded) noexcept {
    return from_bits<Group>(shift_left<fraction_bits<Group>>(to_bits(rounded)));
}

/// x * 2^n for an integral |n| < 2 * bias, correct also where the result is infinite or
/// subnormal. Without the AVX-512 instruction in two steps: 2^n itself may have no exponent.
template <class T, class Arch, std::size_t Size>
LEIBNIZ_INLINE auto scale(group<xsimd::batch<T, Arch>, Size> const& x,
                          group<xsimd::batch<T, Arch>, Size> const& n) noexcept {
    using batch = xsimd::batch<T, Arch>;
    using values = group<batch, Size>;
#if XSIMD_WITH_AVX512F
    if constexpr (std::is_base_of_v<xsimd::avx512f, Arch>) {
        return map(
            [](batch const& v, batch const& e) LEIBNIZ_INLINE_LAMBDA -> batch {
                if constexpr (sizeof(T) == 4)
                    return _mm512_scalef_ps(v, e);
                else
                    return _mm512_scalef_pd(v, e);
            },
            x, n);
    } else
#endif
    {
        auto const magic = constant<values>(rounder<values>);
        auto const first = fma(n, constant<values>(0.5), magic);
        auto const second = (n - (first - magic)) + magic;
        return x * power_of_two(first) * power_of_two(second);
    }
}

} // namespace leibniz::simd::detail

LEIBNIZ_END_QUIET_INTRINSICS
