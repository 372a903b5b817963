#pragma once
#include <leibniz/expr/node.hpp>
#include <leibniz/expr/tensor.hpp>

namespace leibniz::expr {

/// The expressions directly below a node; subscripts are not expressions.
template <class Expression> struct children_of {
    using type = meta::list<>;
};
template <class... Terms> struct children_of<addition<Terms...>> {
    using type = meta::list<Terms...>;
};
template <class... Factors> struct children_of<multiplication<Factors...>> {
    using type = meta::list<Factors...>;
};
template <class Base, rational Exponent> struct children_of<power<Base, Exponent>> {
    using type = meta::list<Base>;
};
template <class Function, class... Arguments>
struct children_of<application<Function, Arguments...>> {
    using type = meta::list<Arguments...>;
};
template <relation Relation, class... Operands>
struct children_of<selection<Relation, Operands...>> {
    using type = meta::list<Operands...>;
};
template <class Body, int... Ranges> struct children_of<summation<Body, Ranges...>> {
    using type = meta::list<Body>;
};

/// All tensor elements of an expression, left to right, repeated as they occur.
template <class Expression> struct elements_of;
template <class Children> struct elements_of_all;
template <class... Children> struct elements_of_all<meta::list<Children...>> {
    using type = meta::concatenate<typename elements_of<Children>::type...>;
};
template <class Expression>
struct elements_of : elements_of_all<typename children_of<Expression>::type> {};
template <class Tensor, class... Subscripts> struct elements_of<element<Tensor, Subscripts...>> {
    using type = meta::list<element<Tensor, Subscripts...>>;
};

} // namespace leibniz::expr
