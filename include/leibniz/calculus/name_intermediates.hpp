#pragma once
#include <leibniz/calculus/products.hpp>

/// A Σ inside of something gets an equation of its own, as textbooks have it:
///     a[n,j] := tanh(Σ_i W[j,i]·x[n,i])
/// becomes z[n,j] := Σ_i W[j,i]·x[n,i] and a[n,j] := tanh(z[n,j]). Derivatives are then stated in
/// terms of z and of its adjoint, in place of the whole sum again in each of them. So does what a Σ
/// would work out for each value of an index on which it does not depend, as g[n,i]·h[n,i] in
///     y[n,j] := Σ_i W[j,i]·g[n,i]·h[n,i].
namespace leibniz::calculus {
namespace detail {
using namespace expr;

// --- sums
/// Does an expression consist of a Σ and what is added to it?
template <class Expression> inline constexpr bool is_affine_in_sum = false;
template <class Body, int... Ranges>
inline constexpr bool is_affine_in_sum<summation<Body, Ranges...>> = true;
template <class... Terms>
inline constexpr bool is_affine_in_sum<addition<Terms...>> =
    meta::any_true({is_affine_in_sum<Terms>...});
template <rational Factor, class Expression>
inline constexpr bool is_affine_in_sum<multiplication<constant<Factor>, Expression>> =
    is_affine_in_sum<Expression>;

template <class Expression, class Variables,
          bool Any = (Expression::facts.height > 0 || Expression::facts.functions)>
struct with_named : with_equations<Expression> {};
/// The same of what is inside of something. A sum over samples is left alone: it is added up block
/// by block.
template <class Expression, class Variables,
          bool Named = is_affine_in_sum<Expression> && !Expression::facts.over_samples>
struct inside : with_named<Expression, Variables> {};
template <class Expression, class Variables> struct inside<Expression, Variables, true> {
    using own = typename occurring<Variables, Expression>::type;
    using value = named<"Σ", Expression, own, with_named<Expression, own>>;
    using type = typename value::type;
    using equations = typename value::equations;
};

/// What is inside of a function, as a value of its own if it is more than one element: the
/// function, and its derivative, can then be worked out once for all that read them
/// (program/hoist.hpp).
template <class Elements> inline constexpr bool are_one = true;
template <class First, class... Rest>
inline constexpr bool are_one<meta::list<First, Rest...>> =
    meta::all_true({true, __is_same(First, Rest)...});
template <class Expression, class Variables, class Inside,
          class Own = occurring_in_order<Variables, Expression>>
struct argument_inside : Inside {};
template <class Expression, class Variables, class Inside, class Own>
    requires(is_per_sample(Own{}) && !Expression::facts.over_samples &&
             !are_one<typename elements_of<typename Inside::type>::type>)
struct argument_inside<Expression, Variables, Inside, Own> : named<"z", Expression, Own, Inside> {};
template <class Expression, class Variables>
struct argument : argument_inside<Expression, Variables, inside<Expression, Variables>> {};

/// A Σ among other terms, if it would be worked out again, as a mean that is subtracted.
template <class Term, class Variables> struct among : with_named<Term, Variables> {};
template <class Body, int... Ranges, class Variables>
    requires(
        !summation<Body, Ranges...>::facts.over_samples &&
        is_again<Variables, typename occurring<Variables, summation<Body, Ranges...>>::type>::value)
struct among<summation<Body, Ranges...>, Variables>
    : inside<summation<Body, Ranges...>, Variables> {};
template <rational Factor, class Expression, class Variables>
struct among<multiplication<constant<Factor>, Expression>, Variables>
    : with_equations<make_product<constant<Factor>, typename among<Expression, Variables>::type>,
                     typename among<Expression, Variables>::equations> {};
template <class... Terms, class Variables>
struct with_named<addition<Terms...>, Variables, true>
    : with_equations<make_sum<typename among<Terms, Variables>::type...>,
                     meta::concatenate<typename among<Terms, Variables>::equations...>> {};
/// A product is linear in one factor, if the others are numbers. A condition on subscripts guards
/// all that it multiplies.
template <class... Factors, class Variables>
struct with_named<multiplication<Factors...>, Variables, true>
    : with_equations<make_product<typename inside<Factors, Variables>::type...>,
                     meta::concatenate<typename inside<Factors, Variables>::equations...>> {};
template <rational Factor, class Expression, class Variables>
struct with_named<multiplication<constant<Factor>, Expression>, Variables, true>
    : with_equations<
          make_product<constant<Factor>, typename with_named<Expression, Variables>::type>,
          typename with_named<Expression, Variables>::equations> {};
template <class... Factors, class Variables>
    requires(is_indicator<Factors> || ...)
struct with_named<multiplication<Factors...>, Variables, true>
    : with_equations<multiplication<Factors...>> {};
template <class Base, rational Exponent, class Variables>
struct with_named<power<Base, Exponent>, Variables, true>
    : with_equations<make_power<typename inside<Base, Variables>::type, Exponent>,
                     typename inside<Base, Variables>::equations> {};
template <class Function, class... Arguments, class Variables>
struct with_named<application<Function, Arguments...>, Variables, true>
    : with_equations<make_application<Function, typename argument<Arguments, Variables>::type...>,
                     meta::concatenate<typename argument<Arguments, Variables>::equations...>> {};
template <relation Relation, class L, class R, class Then, class Else, class Variables>
struct with_named<selection<Relation, L, R, Then, Else>, Variables, true>
    : with_equations<
          make_selection<
              Relation, typename inside<L, Variables>::type, typename inside<R, Variables>::type,
              typename inside<Then, Variables>::type, typename inside<Else, Variables>::type>,
          meta::concatenate<typename inside<L, Variables>::equations,
                            typename inside<R, Variables>::equations,
                            typename inside<Then, Variables>::equations,
                            typename inside<Else, Variables>::equations>> {};

// --- the body of a Σ
template <class Body, class Outer, class Summed> struct named_body {
    using inner = with_named<Body, meta::concatenate<Outer, Summed>>;
    using fewer = eliminated<typename inner::type, Outer, Summed>;
    using summed = typename fewer::summed;
    using outer = in_groups<typename fewer::type, meta::concatenate<Outer, summed>>;
    using type = typename outer::type;
    using equations = meta::concatenate<typename inner::equations, typename fewer::equations,
                                        typename outer::equations>;
};
/// Most sums are of products of two numbers.
template <class Body> inline constexpr bool is_simple = is_element<Body>;
template <class A, class B>
inline constexpr bool is_simple<multiplication<A, B>> = is_read<A> && is_read<B>;

template <class Sum, class Variables, bool Simple> struct named_sum : with_equations<Sum> {};
template <class Sum, class Variables> struct named_sum<Sum, Variables, false> {
    using inner = open_sum<Sum, expr::detail::opening_of<Variables>>;
    using body = named_body<typename inner::body, Variables, typename inner::variables>;
    using type = close_sum<typename body::summed, typename body::type>;
    using equations = typename body::equations;
};
template <class Body, int... Ranges, class Variables>
struct with_named<summation<Body, Ranges...>, Variables, true>
    : named_sum<summation<Body, Ranges...>, Variables, is_simple<Body>> {};

/// An equation after those of the intermediate values that it reads.
template <class Equation> struct split {
    using right = with_named<typename Equation::right, typename Equation::indices>;
    using type =
        meta::concatenate<typename right::equations,
                          meta::list<equation<typename Equation::left, typename right::type>>>;
};
template <class Equations> struct split_all;
template <class... Equations> struct split_all<meta::list<Equations...>> {
    using type = meta::unique<meta::concatenate<typename split<Equations>::type...>>;
};

} // namespace detail

/// The equations, each after those of its intermediate values that no equation before it has.
template <class Equations> using name_intermediates = typename detail::split_all<Equations>::type;

} // namespace leibniz::calculus
