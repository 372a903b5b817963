#pragma once
#include <leibniz/expr/canonical.hpp>

/// The canonical form of δ(a = 0) and of [0 ≤ a < N]: decided where the ranges decide it, otherwise
/// one of the equal spellings (±a, N−1−a) chosen.
namespace leibniz::expr {
namespace detail {

constexpr int magnitude(int value) { return value < 0 ? -value : value; }

template <class Terms> struct term_facts;
template <> struct term_facts<meta::list<>> {
    static constexpr int first = 0, divisor = 0;
};
template <class First, class... Terms> struct term_facts<meta::list<First, Terms...>> {
    static constexpr int first = First::coefficient;
    static constexpr int divisor = [] {
        int common = magnitude(First::coefficient);
        ((common = std::gcd(common, Terms::coefficient)), ...);
        return common;
    }();
};

template <int Divisor, class Affine> struct divide_affine {
    using type = Affine;
};
template <int Divisor, int Constant, class... Terms>
    requires(Divisor != 1)
struct divide_affine<Divisor, affine<Constant, Terms...>> {
    using type =
        typename simplest_affine<Constant / Divisor, scaled<Terms::coefficient / Divisor,
                                                            typename Terms::variable>...>::type;
};

enum class verdict { open, always, never };

template <class Affine> constexpr verdict kronecker_verdict() {
    using facts = term_facts<typename parts<Affine>::terms>;
    constexpr int constant = parts<Affine>::constant;
    if constexpr (facts::divisor == 0)
        return constant == 0 ? verdict::always : verdict::never;
    else if (constant % facts::divisor != 0)
        return verdict::never;
    constexpr interval values = values_of<Affine>;
    return values.known && (values.least > 0 || values.greatest < 0) ? verdict::never
                                                                     : verdict::open;
}

template <class Affine, int Extent> constexpr verdict guard_verdict() {
    if constexpr (requires { Affine::range; }) {
        if (Affine::range == Extent)
            return verdict::always;
    }
    constexpr interval values = values_of<Affine>;
    if (!values.known || !is_static_range(Extent))
        return values.known && values.greatest < 0 ? verdict::never : verdict::open;
    if (values.least >= 0 && values.greatest < Extent)
        return verdict::always;
    return values.greatest < 0 || values.least >= Extent ? verdict::never : verdict::open;
}

template <class Affine, verdict Verdict> struct decided_kronecker;
template <class Affine> struct decided_kronecker<Affine, verdict::always> {
    using type = one;
};
template <class Affine> struct decided_kronecker<Affine, verdict::never> {
    using type = zero;
};
template <class Affine> struct decided_kronecker<Affine, verdict::open> {
    using facts = term_facts<typename parts<Affine>::terms>;
    using type =
        kronecker<typename divide_affine<(facts::first < 0 ? -facts::divisor : facts::divisor),
                                         Affine>::type>;
};

template <class Affine, int Extent> constexpr bool mirror_is_simpler() {
    constexpr int here = parts<Affine>::constant, there = Extent - 1 - here;
    if (!is_static_range(Extent) || magnitude(here) < magnitude(there))
        return false;
    return magnitude(there) < magnitude(here) ||
           term_facts<typename parts<Affine>::terms>::first < 0;
}

template <class Affine, int Extent, verdict Verdict> struct decided_guard;
template <class Affine, int Extent> struct decided_guard<Affine, Extent, verdict::always> {
    using type = one;
};
template <class Affine, int Extent> struct decided_guard<Affine, Extent, verdict::never> {
    using type = zero;
};
template <class Affine, int Extent> struct decided_guard<Affine, Extent, verdict::open> {
    using mirrored = affine_sum<fixed<Extent - 1>, Affine, -1>;
    using type =
        guard<meta::conditional<mirror_is_simpler<Affine, Extent>(), mirrored, Affine>, Extent>;
};

} // namespace detail

template <class Affine>
struct kronecker_maker : detail::decided_kronecker<Affine, detail::kronecker_verdict<Affine>()> {};
template <class Affine, int Extent>
struct guard_maker
    : detail::decided_guard<Affine, Extent, detail::guard_verdict<Affine, Extent>()> {};

} // namespace leibniz::expr
