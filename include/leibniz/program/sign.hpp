#pragma once
#include <leibniz/expr/product.hpp>
#include <leibniz/expr/sum.hpp>

namespace leibniz::program::detail {
using namespace expr;

/// A difference turned round; void of anything else, and of 1 − a.
template <class Factor> struct turned_round {
    using type = void;
};
template <class A, class B, rational OfA, rational OfB> struct turned_difference {
    using type = void;
};
template <class A, class B> struct turned_difference<A, B, 1, -1> {
    using type = addition<multiplication<constant<rational{-1}>, A>, B>;
};
template <class A, class B> struct turned_difference<A, B, -1, 1> {
    using type = addition<A, multiplication<constant<rational{-1}>, B>>;
};
template <class A, class B>
    requires(!A::facts.is(meta::kind::constant) && !B::facts.is(meta::kind::constant))
struct turned_round<addition<A, B>>
    : turned_difference<typename term<A>::rest, typename term<B>::rest, term<A>::coefficient,
                        term<B>::coefficient> {};

/// A product without its sign, where that can go into a difference: −(a − b)·c is (b − a)·c. Which
/// of them has the lesser name then changes nothing.
template <class First, std::size_t Turned, class Factors,
          class Positions = std::make_index_sequence<Factors::size>>
struct without_sign;
template <class First, std::size_t Turned, class... Factors, std::size_t... At>
struct without_sign<First, Turned, meta::list<Factors...>, std::index_sequence<At...>> {
    using type = multiplication<
        meta::conditional<At == Turned, typename turned_round<Factors>::type, Factors>...>;
};
template <class First, class... Factors, std::size_t... At>
struct without_sign<First, sizeof...(Factors), meta::list<Factors...>, std::index_sequence<At...>> {
    using type = multiplication<First, Factors...>;
};
template <class Product> struct with_sign_inside {
    using type = Product;
};
template <class First, class Second, class... Factors>
struct with_sign_inside<multiplication<constant<rational{-1}>, First, Second, Factors...>>
    : without_sign<constant<rational{-1}>,
                   meta::first_true({!__is_same(typename turned_round<First>::type, void),
                                     !__is_same(typename turned_round<Second>::type, void),
                                     !__is_same(typename turned_round<Factors>::type, void)...}),
                   meta::list<First, Second, Factors...>> {};

} // namespace leibniz::program::detail
