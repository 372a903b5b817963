#pragma once
#include <leibniz/expr/equation.hpp>

/// A formula written out: every Σ over a known range as a sum of its terms, and, given equations,
/// every element of a computed tensor as its formula. This is the view of the single neuron and the
/// single weight; shared parts are shared types, so that they are worked on once.
namespace leibniz::expr {
namespace detail {

/// Samples: how many samples a Σ over samples has; 0 leaves such a Σ as it is.
template <class Expression, class Equations, int Samples> struct unrolled;

} // namespace detail

template <class Expression, class Equations = meta::list<>, int Samples = 0>
using unroll = typename detail::unrolled<Expression, Equations, Samples>::type;

namespace detail {

template <rational Value, class Equations, int Samples>
struct unrolled<constant<Value>, Equations, Samples> {
    using type = constant<Value>;
};

template <class Tensor, class Equations> struct definition_of {
    using type = void;
};
template <class Tensor, class First, class... Rest>
struct definition_of<Tensor, meta::list<First, Rest...>>
    : definition_of<Tensor, meta::list<Rest...>> {};
template <class Tensor, class... Indices, class Right, class... Rest>
struct definition_of<Tensor, meta::list<equation<element<Tensor, Indices...>, Right>, Rest...>> {
    using type = equation<element<Tensor, Indices...>, Right>;
};

template <class Definition, class Subscripts> struct defined_at {
    using type = substitute<typename Definition::right, typename Definition::indices, Subscripts>;
};
template <class Element, class Definition, class Subscripts, class Equations, int Samples>
struct unrolled_element {
    using type = unroll<typename defined_at<Definition, Subscripts>::type, Equations, Samples>;
};
template <class Element, class Subscripts, class Equations, int Samples>
struct unrolled_element<Element, void, Subscripts, Equations, Samples> {
    using type = Element;
};
template <class Tensor, class... Subscripts, class Equations, int Samples>
struct unrolled<element<Tensor, Subscripts...>, Equations, Samples>
    : unrolled_element<element<Tensor, Subscripts...>,
                       typename definition_of<Tensor, Equations>::type, meta::list<Subscripts...>,
                       Equations, Samples> {};

template <class... Terms, class Equations, int Samples>
struct unrolled<addition<Terms...>, Equations, Samples> {
    using type = make_sum<unroll<Terms, Equations, Samples>...>;
};
template <class... Factors, class Equations, int Samples>
struct unrolled<multiplication<Factors...>, Equations, Samples> {
    using type = make_product<unroll<Factors, Equations, Samples>...>;
};
template <class Base, rational Exponent, class Equations, int Samples>
struct unrolled<power<Base, Exponent>, Equations, Samples> {
    using type = make_power<unroll<Base, Equations, Samples>, Exponent>;
};
template <class Function, class... Arguments, class Equations, int Samples>
struct unrolled<application<Function, Arguments...>, Equations, Samples> {
    using type = make_application<Function, unroll<Arguments, Equations, Samples>...>;
};
template <relation Relation, class L, class R, class Then, class Else, class Equations, int Samples>
struct unrolled<selection<Relation, L, R, Then, Else>, Equations, Samples> {
    using type =
        make_selection<Relation, unroll<L, Equations, Samples>, unroll<R, Equations, Samples>,
                       unroll<Then, Equations, Samples>, unroll<Else, Equations, Samples>>;
};
template <class Affine, class Equations, int Samples>
struct unrolled<kronecker<Affine>, Equations, Samples> {
    using type = kronecker<Affine>;
};
template <class Affine, int Extent, class Equations, int Samples>
struct unrolled<guard<Affine, Extent>, Equations, Samples> {
    using type = guard<Affine, Extent>;
};

template <class Body, class Equations, int Samples, class Variable, class Values>
struct unrolled_range;
template <class Body, class Equations, int Samples, class Variable, int... Values>
struct unrolled_range<Body, Equations, Samples, Variable, std::integer_sequence<int, Values...>> {
    using type = make_sum<unroll<substitute<Body, meta::list<Variable>, meta::list<fixed<Values>>>,
                                 Equations, Samples>...>;
};

/// The outermost variable is written out, the others follow when the terms are unrolled; a Σ over
/// samples that stays is closed again around its unrolled body.
template <class Body, class Equations, int Samples, class Variables> struct unrolled_sum;
template <class Body, class Equations, int Samples, class First, class... Rest>
struct unrolled_sum<Body, Equations, Samples, meta::list<First, Rest...>> {
    static constexpr int extent = is_static_range(First::range) ? First::range : Samples;
    template <int Extent, class> struct choose {
        using type =
            typename unrolled_range<close_sum<meta::list<Rest...>, Body>, Equations, Samples, First,
                                    std::make_integer_sequence<int, Extent>>::type;
    };
    template <class Whole> struct choose<0, Whole> {
        using type = close_sum<meta::list<First>,
                               unroll<close_sum<meta::list<Rest...>, Body>, Equations, Samples>>;
    };
    using type = typename choose<extent, void>::type;
};
template <class Body, int... Ranges, class Equations, int Samples>
struct unrolled<summation<Body, Ranges...>, Equations, Samples> {
    using inner = open_sum<summation<Body, Ranges...>, 0>;
    using type = typename unrolled_sum<typename inner::body, Equations, Samples,
                                       typename inner::variables>::type;
};

} // namespace detail
} // namespace leibniz::expr
