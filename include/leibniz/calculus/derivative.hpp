#pragma once
#include <leibniz/expr/errors.hpp>
#include <leibniz/expr/summation.hpp>

namespace leibniz::errors {
/// Where a formula with the function is derived, calculus::rule<Function> has to have a template
/// `with<Value, Argument>` that is a formula.
template <class Function> struct function_without_rule;
} // namespace leibniz::errors

/// The explicit partial derivative ∂Expression/∂T[p…], node by node. What depends on the tensor
/// only through other equations is the chain rule's business (calculus/adjoints.hpp).
namespace leibniz::calculus {

/// The rule of a function: a member template `with<Value, Argument>` that is its derivative. Value
/// is the application itself, so that a rule can be stated in terms of it: tanh′ = 1 − tanh².
template <class Function> struct rule;

namespace detail {
using namespace expr;

template <class Expression, class Element, bool Mentioned> struct partial {
    using type = zero;
};

} // namespace detail

/// ∂Expression/∂Element, where Element is T[p…] with subscripts that occur nowhere else.
template <class Expression, class Element> struct derivative_of;
template <class Expression, class Tensor, class... Subscripts>
struct derivative_of<Expression, expr::element<Tensor, Subscripts...>>
    : detail::partial<Expression, expr::element<Tensor, Subscripts...>,
                      (Expression::facts.tensors >> (Tensor::key % 64) & 1u) != 0> {};
template <class Expression, class Element>
using derivative = typename derivative_of<Expression, Element>::type;

namespace detail {

// ∂T[i…]/∂T[p…] = δ(i = p)·…
template <class Tensor, class... I, class... P>
struct partial<element<Tensor, I...>, element<Tensor, P...>, true> {
    using type = make_product<one, make_kronecker<affine_sum<I, P, -1>>...>;
};

template <class... Terms, class Element> struct partial<addition<Terms...>, Element, true> {
    using type = make_sum<derivative<Terms, Element>...>;
};

template <class Element, class Positions, class... Factors> struct product_rule;
template <class Element, std::size_t... At, class... Factors>
struct product_rule<Element, std::index_sequence<At...>, Factors...> {
    template <std::size_t Here, class Derivative> struct with {
        using type = make_product<meta::conditional<At == Here, Derivative, Factors>...>;
    };
    template <std::size_t Here> struct with<Here, zero> {
        using type = zero;
    };
    using type = make_sum<typename with<At, derivative<Factors, Element>>::type...>;
};
template <class... Factors, class Element>
struct partial<multiplication<Factors...>, Element, true>
    : product_rule<Element, std::index_sequence_for<Factors...>, Factors...> {};

template <class Base, rational Exponent, class Element>
struct partial<power<Base, Exponent>, Element, true> {
    using type = make_product<constant<Exponent>, make_power<Base, Exponent + rational{-1}>,
                              derivative<Base, Element>>;
};

template <class Function, class Argument>
concept has_rule = requires {
    requires is_expression<
        typename rule<Function>::template with<application<Function, Argument>, Argument>>;
};
template <class Function, class Argument> struct rule_of {
    using type = zero;
    using refused =
        std::bool_constant<errors::printed<errors::function_without_rule<Function>>::value>;
};
template <class Function, class Argument>
    requires has_rule<Function, Argument>
struct rule_of<Function, Argument> {
    using type = typename rule<Function>::template with<application<Function, Argument>, Argument>;
};

template <class Function, class Argument, class Element, class Inner> struct apply_rule {
    using type = make_product<typename rule_of<Function, Argument>::type, Inner>;
};
template <class Function, class Argument, class Element>
struct apply_rule<Function, Argument, Element, zero> {
    using type = zero;
};
template <class Function, class Argument, class Element>
struct partial<application<Function, Argument>, Element, true>
    : apply_rule<Function, Argument, Element, derivative<Argument, Element>> {};

// The comparison is constant almost everywhere: each branch is derived by itself.
template <relation Relation, class L, class R, class Then, class Else, class Element>
struct partial<selection<Relation, L, R, Then, Else>, Element, true> {
    using type =
        make_selection<Relation, L, R, derivative<Then, Element>, derivative<Else, Element>>;
};

/// The largest number of an opened variable in what is derived by.
template <class Element> inline constexpr int highest_opening = 0;
template <class Tensor, class... P>
inline constexpr int highest_opening<element<Tensor, P...>> = largest({P::opening...});
template <class Body, int... Ranges, class Element>
struct partial<summation<Body, Ranges...>, Element, true> {
    using inner = open_sum<summation<Body, Ranges...>, highest_opening<Element>>;
    using type = close_sum<typename inner::variables, derivative<typename inner::body, Element>>;
};

} // namespace detail
} // namespace leibniz::calculus
