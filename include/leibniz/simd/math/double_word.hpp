#pragma once

#include <leibniz/simd/math/bits.hpp>

namespace leibniz::simd::detail {

/// An unevaluated sum high + low with about twice the digits (Dekker, A floating-point technique
/// for extending the available precision, 1971).
template <class Group> struct double_word {
    Group high, low;
};

/// a + b exactly, in any order of magnitude (Knuth's two-sum).
template <class Group>
LEIBNIZ_INLINE double_word<Group> two_sum(Group const& a, Group const& b) noexcept {
    auto const sum = a + b;
    auto const part = sum - a;
    return {copy(sum), (a - (sum - part)) + (b - part)};
}

/// a + b exactly for |a| >= |b| or a = 0.
template <class Group>
LEIBNIZ_INLINE double_word<Group> quick_two_sum(Group const& a, Group const& b) noexcept {
    auto const sum = a + b;
    return {copy(sum), b - (sum - a)};
}

/// The leading half of the digits; the rest, x minus it, has no more digits than that.
template <class Group> LEIBNIZ_INLINE Group leading(Group const& x) noexcept {
    constexpr auto mask = is_single<Group> ? ~std::uint64_t(0xfff) : ~std::uint64_t(0x7ffffff);
    return from_bits<Group>(to_bits(x) & word<Group>(static_cast<word_of<Group>>(mask)));
}

/// a * b - product, exactly for product = a * b rounded; without a fused multiply-add from the
/// products of halves, exact one by one (to the last bit but one for double).
template <class T, class Arch, std::size_t Size>
LEIBNIZ_INLINE auto product_error(group<xsimd::batch<T, Arch>, Size> const& a,
                                  group<xsimd::batch<T, Arch>, Size> const& b,
                                  group<xsimd::batch<T, Arch>, Size> const& product) noexcept {
    if constexpr (has_fma<Arch>) {
        return fma(a, b, -product);
    } else {
        auto const a0 = leading(a), a1 = a - a0, b0 = leading(b), b1 = b - b0;
        return (((a0 * b0 - product) + a0 * b1) + a1 * b0) + a1 * b1;
    }
}

/// a * b exactly, unless it overflows or the error term underflows.
template <class Group>
LEIBNIZ_INLINE double_word<Group> two_product(Group const& a, Group const& b) noexcept {
    auto const product = a * b;
    return {copy(product), product_error(a, b, product)};
}

/// Product to about 2^-2p: the product of the low parts is dropped.
template <class Group>
LEIBNIZ_INLINE double_word<Group> multiply(double_word<Group> const& a,
                                           double_word<Group> const& b) noexcept {
    auto const main = two_product(a.high, b.high);
    return {copy(main.high), main.low + fma(a.high, b.low, a.low * b.high)};
}

/// c - a*b as if the product had been exact: one rounding with a fused multiply-add, otherwise
/// none either if the result is small beside c.
template <class T, class Arch, std::size_t Size>
LEIBNIZ_INLINE auto exact_fnma(group<xsimd::batch<T, Arch>, Size> const& a,
                               group<xsimd::batch<T, Arch>, Size> const& b,
                               group<xsimd::batch<T, Arch>, Size> const& c) noexcept {
    if constexpr (has_fma<Arch>) {
        return fnma(a, b, c);
    } else {
        auto const product = two_product(a, b);
        return (c - product.high) - product.low;
    }
}

} // namespace leibniz::simd::detail
