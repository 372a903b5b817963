#pragma once

#include <leibniz/meta/inline.hpp>
#include <leibniz/simd/exact.hpp>
#include <leibniz/simd/fma.hpp>
#include <leibniz/simd/xsimd.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

LEIBNIZ_QUIET_INTRINSICS

namespace leibniz::simd {

/// Size vectors treated operation by operation, so that independent chains of instructions overlap
/// in the pipeline. An aggregate without cost of its own; every operation is unrolled over Size.
/// Batch is an xsimd batch of float or double (or a batch_bool, which comparing two gives).
template <class Batch, std::size_t Size> struct group {
    using batch_type = Batch;
    using value_type = typename Batch::value_type;
    static constexpr std::size_t size = Size;

    Batch lane[Size];

    static LEIBNIZ_INLINE group broadcast(value_type value) noexcept {
        return [value]<std::size_t... I>(std::index_sequence<I...>) LEIBNIZ_INLINE_LAMBDA {
            return group{{(static_cast<void>(I), Batch(value))...}};
        }(std::make_index_sequence<Size>{});
    }
};

namespace detail {

// Three of them, since a pack of groups at each of several positions would take one more function
// for each position.
template <class F, std::size_t... I, class A>
LEIBNIZ_INLINE auto map_each(F f, std::index_sequence<I...>, A const& a) noexcept {
    return group<decltype(f(a.lane[0])), sizeof...(I)>{{f(a.lane[I])...}};
}
template <class F, std::size_t... I, class A, class B>
LEIBNIZ_INLINE auto map_each(F f, std::index_sequence<I...>, A const& a, B const& b) noexcept {
    return group<decltype(f(a.lane[0], b.lane[0])), sizeof...(I)>{{f(a.lane[I], b.lane[I])...}};
}
template <class F, std::size_t... I, class A, class B, class C>
LEIBNIZ_INLINE auto map_each(F f, std::index_sequence<I...>, A const& a, B const& b,
                             C const& c) noexcept {
    return group<decltype(f(a.lane[0], b.lane[0], c.lane[0])), sizeof...(I)>{
        {f(a.lane[I], b.lane[I], c.lane[I])...}};
}

/// f applied to the vectors at each position: an expansion and not a loop, because GCC splits an
/// aggregate into registers only once no loop indexes it.
template <class F, class Batch, std::size_t Size, class... Rest>
LEIBNIZ_INLINE auto map(F f, group<Batch, Size> const& first, Rest const&... rest) noexcept {
    return map_each(f, std::make_index_sequence<Size>{}, first, rest...);
}

/// The same lanes as a new value. GCC 12 copies a named group into a member of a larger aggregate
/// through memory (measured with AVX2: exp 3 times slower); one made in place stays in registers.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> copy(group<Batch, Size> const& x) noexcept {
    return map([](Batch const& v) LEIBNIZ_INLINE_LAMBDA { return v; }, x);
}

} // namespace detail

// One definition for each operator; the signature is the same for all: both operands are groups.
#define LEIBNIZ_GROUP_OPERATOR(symbol)                                                             \
    template <class Batch, std::size_t Size>                                                       \
    LEIBNIZ_INLINE auto operator symbol(group<Batch, Size> const& a,                               \
                                        group<Batch, Size> const& b) noexcept {                    \
        return detail::map([](Batch const& u, Batch const& v)                                      \
                               LEIBNIZ_INLINE_LAMBDA { return u symbol v; },                       \
                           a, b);                                                                  \
    }
LEIBNIZ_GROUP_OPERATOR(+)
LEIBNIZ_GROUP_OPERATOR(-)
LEIBNIZ_GROUP_OPERATOR(*)
LEIBNIZ_GROUP_OPERATOR(&)
LEIBNIZ_GROUP_OPERATOR(|)
LEIBNIZ_GROUP_OPERATOR(==)
LEIBNIZ_GROUP_OPERATOR(<)
LEIBNIZ_GROUP_OPERATOR(<=)
LEIBNIZ_GROUP_OPERATOR(>)
LEIBNIZ_GROUP_OPERATOR(>=)
#undef LEIBNIZ_GROUP_OPERATOR

template <class Batch, std::size_t Size>
LEIBNIZ_INLINE auto operator/(group<Batch, Size> const& a, group<Batch, Size> const& b) noexcept {
    return detail::map(
        [](Batch const& u, Batch const& v) LEIBNIZ_INLINE_LAMBDA { return divide(u, v); }, a, b);
}

// There is no ^ on groups: xsimd 8.1 computes it as | on AVX-512 masks.

template <class Batch, std::size_t Size>
LEIBNIZ_INLINE auto operator!(group<Batch, Size> const& mask) noexcept {
    return detail::map([](Batch const& m) LEIBNIZ_INLINE_LAMBDA { return ~m; }, mask);
}

/// True for NaN too (xsimd 8.1 compares by an ordered predicate on AVX-512: x != x is false there).
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE auto operator!=(group<Batch, Size> const& a, group<Batch, Size> const& b) noexcept {
    return !(a == b);
}

/// The sign flipped, also of zeros and NaN (xsimd 8.1 computes 0 - x, which loses -0).
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE auto operator-(group<Batch, Size> const& x) noexcept {
    using value = typename Batch::value_type;
    return detail::map([](Batch const& v) LEIBNIZ_INLINE_LAMBDA { return v ^ Batch(-value(0)); },
                       x);
}

namespace detail {

/// The x86 instruction: the second operand when either is NaN.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> second_min(group<Batch, Size> const& a,
                                             group<Batch, Size> const& b) noexcept {
    return map([](Batch const& u, Batch const& v)
                   LEIBNIZ_INLINE_LAMBDA { return xsimd::min(u, v); },
               a, b);
}
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> second_max(group<Batch, Size> const& a,
                                             group<Batch, Size> const& b) noexcept {
    return map([](Batch const& u, Batch const& v)
                   LEIBNIZ_INLINE_LAMBDA { return xsimd::max(u, v); },
               a, b);
}

} // namespace detail

/// True when the mask holds in every lane of every vector.
template <class Mask, std::size_t Size>
LEIBNIZ_INLINE bool all(group<Mask, Size> const& mask) noexcept {
    return [&]<std::size_t... I>(std::index_sequence<I...>) LEIBNIZ_INLINE_LAMBDA {
        return xsimd::all((mask.lane[I] & ...));
    }(std::make_index_sequence<Size>{});
}

/// Lane by lane: yes where the mask holds, no elsewhere.
template <class Mask, class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> select(group<Mask, Size> const& mask,
                                         group<Batch, Size> const& yes,
                                         group<Batch, Size> const& no) noexcept {
    return detail::map([](Mask const& m, Batch const& u, Batch const& v)
                           LEIBNIZ_INLINE_LAMBDA { return xsimd::select(m, u, v); },
                       mask, yes, no);
}

/// a*b + c, rounded once where the architecture can.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> fma(group<Batch, Size> const& a, group<Batch, Size> const& b,
                                      group<Batch, Size> const& c) noexcept {
    return detail::map([](Batch const& u, Batch const& v, Batch const& w)
                           LEIBNIZ_INLINE_LAMBDA { return multiply_add(u, v, w); },
                       a, b, c);
}

/// c - a*b, rounded once where the architecture can.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> fnma(group<Batch, Size> const& a, group<Batch, Size> const& b,
                                       group<Batch, Size> const& c) noexcept {
    return detail::map([](Batch const& u, Batch const& v, Batch const& w)
                           LEIBNIZ_INLINE_LAMBDA { return subtract_product(u, v, w); },
                       a, b, c);
}

/// The smaller of the two; NaN when either is NaN. Of two zeros, either may be returned.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> min(group<Batch, Size> const& a,
                                      group<Batch, Size> const& b) noexcept {
    return select(a == a, detail::second_min(a, b), a);
}

/// The larger of the two; NaN when either is NaN. Of two zeros, either may be returned.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> max(group<Batch, Size> const& a,
                                      group<Batch, Size> const& b) noexcept {
    return select(a == a, detail::second_max(a, b), a);
}

/// Correctly rounded square root; sqrt(-0) is -0, of negative numbers NaN.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> sqrt(group<Batch, Size> const& x) noexcept {
    return detail::map([](Batch const& v) LEIBNIZ_INLINE_LAMBDA { return square_root(v); }, x);
}

/// The sign bit cleared.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> abs(group<Batch, Size> const& x) noexcept {
    using value = typename Batch::value_type;
    using bits = std::conditional_t<sizeof(value) == 4, std::uint32_t, std::uint64_t>;
    constexpr auto without_sign = std::bit_cast<value>(static_cast<bits>(~bits(0) >> 1));
    return detail::map([](Batch const& v) LEIBNIZ_INLINE_LAMBDA { return v & Batch(without_sign); },
                       x);
}

} // namespace leibniz::simd

LEIBNIZ_END_QUIET_INTRINSICS
