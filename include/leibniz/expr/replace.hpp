#pragma once
#include <leibniz/expr/summation.hpp>

/// One sub-expression replaced by another: how a derivative comes to be stated in terms of values
/// that a forward equation has already stored.
namespace leibniz::expr {
namespace detail {

/// Inside a Σ only what has no index variables: the body may know those by other numbers.
template <class Expression, class What, class By, bool Possible> struct replaced {
    using type = Expression;
};
template <class Expression, class What>
inline constexpr bool may_contain =
    (Expression::facts.tensors & What::facts.tensors) == What::facts.tensors;
} // namespace detail

template <class Expression, class What, class By>
using replace =
    typename detail::replaced<Expression, What, By, detail::may_contain<Expression, What>>::type;

namespace detail {

template <class What, class By> struct replaced<What, What, By, true> {
    using type = By;
};
template <class... Terms, class What, class By>
    requires(!__is_same(addition<Terms...>, What))
struct replaced<addition<Terms...>, What, By, true> {
    using type = make_sum<replace<Terms, What, By>...>;
};
template <class... Factors, class What, class By>
    requires(!__is_same(multiplication<Factors...>, What))
struct replaced<multiplication<Factors...>, What, By, true> {
    using type = make_product<replace<Factors, What, By>...>;
};
template <class Base, rational Exponent, class What, class By>
    requires(!__is_same(power<Base, Exponent>, What))
struct replaced<power<Base, Exponent>, What, By, true> {
    using type = make_power<replace<Base, What, By>, Exponent>;
};
template <class Function, class... Arguments, class What, class By>
    requires(!__is_same(application<Function, Arguments...>, What))
struct replaced<application<Function, Arguments...>, What, By, true> {
    using type = make_application<Function, replace<Arguments, What, By>...>;
};
template <relation Relation, class L, class R, class Then, class Else, class What, class By>
    requires(!__is_same(selection<Relation, L, R, Then, Else>, What))
struct replaced<selection<Relation, L, R, Then, Else>, What, By, true> {
    using type = make_selection<Relation, replace<L, What, By>, replace<R, What, By>,
                                replace<Then, What, By>, replace<Else, What, By>>;
};

template <class Body, int... Ranges, class What, class By>
    requires(!__is_same(summation<Body, Ranges...>, What) && What::facts.variables == 0)
struct replaced<summation<Body, Ranges...>, What, By, true> {
    using inner = open_sum<summation<Body, Ranges...>, By::facts.opening>;
    using type = close_sum<typename inner::variables, replace<typename inner::body, What, By>>;
};

} // namespace detail
} // namespace leibniz::expr
