#pragma once
#include <leibniz/expr/substitute.hpp>

namespace leibniz::expr::detail {

/// The factors of a product as they stand.
template <class Expression> struct plain_factors {
    using type = meta::list<Expression>;
};
template <class... Factors> struct plain_factors<multiplication<Factors...>> {
    using type = meta::list<Factors...>;
};

/// Product of all factors but one, times something else.
template <class Factors, std::size_t Skipped, class Instead> struct replace_factor;
template <class... Factors, std::size_t Skipped, class Instead>
struct replace_factor<meta::list<Factors...>, Skipped, Instead> {
    template <std::size_t... At>
    static auto build(std::index_sequence<At...>)
        -> make_product<meta::conditional<At == Skipped, Instead, Factors>...>;
    using type = decltype(build(std::index_sequence_for<Factors...>{}));
};

/// A factor that is itself a Σ, or an integer power of one: Σ_i f · Σ_j g = Σ_i Σ_j f·g.
template <class Factor>
inline constexpr bool is_mergeable = Factor::facts.is(meta::kind::summation);
template <class Base, rational Exponent>
inline constexpr bool is_mergeable<power<Base, Exponent>> =
    Base::facts.is(meta::kind::summation) && Exponent.is_integer() && Exponent.numerator > 1;

/// A sum that holds a δ of one of the variables must be multiplied out, so that the δ can be
/// solved.
template <class Factor, class Variables> inline constexpr bool has_bound_delta = false;
template <class Affine, class Variables>
inline constexpr bool has_bound_delta<kronecker<Affine>, Variables> =
    (Affine::variables & set_of<Variables>) != 0;
template <class... Factors, class Variables>
inline constexpr bool has_bound_delta<multiplication<Factors...>, Variables> =
    (has_bound_delta<Factors, Variables> || ...);

template <class Factor, class Variables> inline constexpr bool must_expand = false;
template <class... Terms, class Variables>
inline constexpr bool must_expand<addition<Terms...>, Variables> =
    (has_bound_delta<Terms, Variables> || ...);

template <class Variables, class Factors> struct closing_step;

template <class Variables, class Factors, std::size_t At, class Factor> struct merge_inner;
template <class Variables, class Factors, std::size_t At, class Body, int... Ranges>
struct merge_inner<Variables, Factors, At, summation<Body, Ranges...>> {
    template <class... All> static constexpr int highest(meta::list<All...>) {
        return largest({All::facts.opening..., opening_of<Variables>});
    }
    using inner = open_sum<summation<Body, Ranges...>, highest(Factors{})>;
    using type = close_sum<meta::concatenate<Variables, typename inner::variables>,
                           typename replace_factor<Factors, At, typename inner::body>::type>;
};
template <class Variables, class Factors, std::size_t At, class Body, int... Ranges,
          rational Exponent>
struct merge_inner<Variables, Factors, At, power<summation<Body, Ranges...>, Exponent>> {
    template <class... All> static constexpr int highest(meta::list<All...>) {
        return largest({All::facts.opening..., opening_of<Variables>});
    }
    using base = summation<Body, Ranges...>;
    using inner = open_sum<base, highest(Factors{})>;
    using type = close_sum<
        meta::concatenate<Variables, typename inner::variables>,
        typename replace_factor<
            Factors, At,
            make_product<typename inner::body, make_power<base, Exponent + rational{-1}>>>::type>;
};

template <class Variables, class Factors, std::size_t At, class Sum> struct expand_factor;
template <class Variables, class Factors, std::size_t At, class... Terms>
struct expand_factor<Variables, Factors, At, addition<Terms...>> {
    using type =
        close_sum<Variables, make_sum<typename replace_factor<Factors, At, Terms>::type...>>;
};

} // namespace leibniz::expr::detail
