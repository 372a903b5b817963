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

/// All tensor elements of an expression, left to right, repeated as they occur. One class for each
/// node: by its children there would be three.
template <class Expression> struct elements_of {
    using type = meta::list<>;
};
template <class Tensor, class... Subscripts> struct elements_of<element<Tensor, Subscripts...>> {
    using type = meta::list<element<Tensor, Subscripts...>>;
};
template <class... Terms> struct elements_of<addition<Terms...>> {
    using type = meta::concatenate<typename elements_of<Terms>::type...>;
};
template <class... Factors> struct elements_of<multiplication<Factors...>> {
    using type = meta::concatenate<typename elements_of<Factors>::type...>;
};
template <class Base, rational Exponent>
struct elements_of<power<Base, Exponent>> : elements_of<Base> {};
template <class Function, class... Arguments>
struct elements_of<application<Function, Arguments...>> {
    using type = meta::concatenate<typename elements_of<Arguments>::type...>;
};
template <relation Relation, class... Operands>
struct elements_of<selection<Relation, Operands...>> {
    using type = meta::concatenate<typename elements_of<Operands>::type...>;
};
template <class Body, int... Ranges>
struct elements_of<summation<Body, Ranges...>> : elements_of<Body> {};

/// The tensors of a list of elements, each once.
template <class Elements> struct tensors_of;
template <class... Elements> struct tensors_of<meta::list<Elements...>> {
    using type = meta::unique<meta::list<typename Elements::tensor...>>;
};

} // namespace leibniz::expr
