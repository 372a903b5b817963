#pragma once
#include <leibniz/program/hoist_functions.hpp>

/// What is in a Σ and does not depend on all indices of its equation, if it is more than a number
/// that was stored, gets an equation of its own. Where an equation a := f(Σ_i W[j,i]·x[n,i]) has no
/// name for its sum, the adjoint of what it reads is
///     ∂E/∂x[n,i] := Σ_j W[j,i]·∂E/∂a[n,j]·f′[n,j],
/// and so are those of its weights: ∂E/∂a[n,j]·f′[n,j] would be worked out for every i.
namespace leibniz::program {
namespace detail {

template <class Body> struct factors_of {
    using type = meta::list<Body>;
};
template <class... Factors> struct factors_of<multiplication<Factors...>> {
    using type = meta::list<Factors...>;
};
template <class Factors> struct product_of;
template <class... Factors> struct product_of<meta::list<Factors...>> {
    using type = multiplication<Factors...>;
};
template <class Only> struct product_of<meta::list<Only>> {
    using type = Only;
};

/// The subscripts that all elements of a factor have, each of them a variable; void where they
/// differ, and where it has a Σ or a condition of its own.
template <class Element> struct subscripts_of;
template <class Tensor, class... Subscripts> struct subscripts_of<element<Tensor, Subscripts...>> {
    using type = meta::list<Subscripts...>;
    static constexpr bool are_variables = sizeof...(Subscripts) > 0 &&
                                          (requires { Subscripts::range; } && ...);
};
template <class Elements> struct common_subscripts {
    using type = void;
};
template <class First, class... Rest>
    requires(
        subscripts_of<First>::are_variables &&
        (__is_same(typename subscripts_of<Rest>::type, typename subscripts_of<First>::type) && ...))
struct common_subscripts<meta::list<First, Rest...>> : subscripts_of<First> {};
template <class Factor> struct subscripts_of_factor {
    using type = void;
};
template <class Factor>
    requires(Factor::facts.height == 0 && !Factor::facts.indicators)
struct subscripts_of_factor<Factor> : common_subscripts<typename elements_of<Factor>::type> {};
template <class Factor, class Subscripts>
struct is_over : std::is_same<typename subscripts_of_factor<Factor>::type, Subscripts> {};

/// Of the elements that have been computed, for each sample, the one whose tensor has the least
/// key; void where there is none. Not the first: in what order factors stand depends on their
/// subscripts, and every equation has to call the same product by the same name.
template <class A, class B> struct lesser_key {
    using type = meta::conditional<(B::tensor::key < A::tensor::key), B, A>;
};
template <class A> struct lesser_key<A, void> {
    using type = A;
};
template <class Computed, class Elements> struct least_computed {
    using type = void;
};
template <class Computed, class First, class... Rest>
struct least_computed<Computed, meta::list<First, Rest...>>
    : least_computed<Computed, meta::list<Rest...>> {};
template <class Computed, class First, class... Rest>
    requires(is_per_sample(typename First::tensor::domains{}) &&
             Computed::template contains<typename First::tensor>::value)
struct least_computed<Computed, meta::list<First, Rest...>>
    : lesser_key<First, typename least_computed<Computed, meta::list<Rest...>>::type> {};

/// An expression with other subscripts at the given elements.
template <class Expression, class Elements, class Subscripts> struct over {
    using type = Expression;
};
template <class Expression, class First, class... Rest, class... Subscripts>
struct over<Expression, meta::list<First, Rest...>, meta::list<Subscripts...>>
    : over<replace<Expression, First, element<typename First::tensor, Subscripts...>>,
           meta::list<Rest...>, meta::list<Subscripts...>> {};

/// The factors of a product that have the same subscripts: what they are together, over the
/// indices of an equation that computes one of them.
template <class Computed, class Elements, class Factors,
          class Known = typename least_computed<Computed, Elements>::type>
struct group {
    static constexpr bool is_stated = false;
};
template <class Computed, class... Elements, class... Factors, class Known>
    requires(!__is_same(Known, void) && (sizeof...(Factors) > 1 || !(is_element<Factors> && ...)))
struct group<Computed, meta::list<Elements...>, meta::list<Factors...>, Known> {
    static constexpr bool is_stated = true;
    using element = Known;
    using left = typename Computed::template of<typename Known::tensor>;
    using form = typename over<make_product<one, Factors...>, meta::unique<meta::list<Elements...>>,
                               typename subscripts_of<left>::type>::type;
};
template <class Factors, class Subscripts, class Computed> struct group_over;
template <class... Factors, class Subscripts, class Computed>
struct group_over<meta::list<Factors...>, Subscripts, Computed> {
    using members = meta::concatenate<meta::conditional<is_over<Factors, Subscripts>::value,
                                                        meta::list<Factors>, meta::list<>>...>;
    template <class... Members>
    static auto of(meta::list<Members...>)
        -> group<Computed, meta::concatenate<typename elements_of<Members>::type...>,
                 meta::list<Members...>>;
    using type = decltype(of(members{}));
};

/// A Σ's body: what of it is needed more often than it has values, and what it is with those that
/// are hoisted.
template <class Group, bool Again> struct need_of_group {
    using form = typename Group::form;
    using equation = expr::equation<typename values_at<form, typename Group::left>::type, form>;
    static constexpr int times = Again ? 2 : 1;
};
template <class Indices, class Group> struct needs_of_group {
    using type = meta::list<>;
};
template <class Indices, class Group>
    requires Group::is_stated
struct needs_of_group<Indices, Group> {
    using type = meta::list<
        need_of_group<Group, is_worked_out_again<Indices, typename Group::element>::value>>;
};
template <class Hoisted, class Group> struct value_of_group {
    using type = meta::list<>;
};
template <class Hoisted, class Group>
    requires(Group::is_stated && Hoisted::template is_hoisted<typename Group::form>::value)
struct value_of_group<Hoisted, Group> {
    using type =
        meta::list<typename values_at<typename Group::form, typename Group::element>::type>;
};

template <class Factors, class AllSubscripts, class Computed> struct grouped;
template <class... Factors, class... Subscripts, class Computed>
struct grouped<meta::list<Factors...>, meta::list<Subscripts...>, Computed> {
    template <class Each>
    using group_of = typename group_over<meta::list<Factors...>, Each, Computed>::type;
    template <class Indices>
    using needs =
        meta::concatenate<typename needs_of_group<Indices, group_of<Subscripts>>::type...>;

    template <class Hoisted, class Factor>
    struct stays
        : std::bool_constant<meta::all_true(
              {true, (!is_over<Factor, Subscripts>::value ||
                      value_of_group<Hoisted, group_of<Subscripts>>::type::size == 0)...})> {};
    template <class Hoisted>
    using reading = typename product_of<meta::concatenate<
        meta::conditional<stays<Hoisted, Factors>::value, meta::list<Factors>, meta::list<>>...,
        typename value_of_group<Hoisted, group_of<Subscripts>>::type...>>::type;
};
template <class Factors, class Computed> struct grouped_factors;
template <class... Factors, class Computed>
struct grouped_factors<meta::list<Factors...>, Computed> {
    template <class Factor>
    using listed = meta::conditional<is_over<Factor, void>::value, meta::list<>,
                                     meta::list<typename subscripts_of_factor<Factor>::type>>;
    using type = grouped<meta::list<Factors...>,
                         meta::unique<meta::concatenate<listed<Factors>...>>, Computed>;
};
template <class Body, class Computed>
using groups_of = typename grouped_factors<typename factors_of<Body>::type, Computed>::type;

/// What the sums in an expression need of this kind.
template <class Expression, class Indices, class Computed,
          bool Any = (Expression::facts.height > 0)>
struct needs_in_sums {
    using type = meta::list<>;
};
template <class Indices, class Computed, class... Operands>
using needs_in_all =
    meta::concatenate<typename needs_in_sums<Operands, Indices, Computed>::type...>;
template <class... Terms, class Indices, class Computed>
struct needs_in_sums<addition<Terms...>, Indices, Computed, true> {
    using type = needs_in_all<Indices, Computed, Terms...>;
};
template <class... Factors, class Indices, class Computed>
struct needs_in_sums<multiplication<Factors...>, Indices, Computed, true> {
    using type = needs_in_all<Indices, Computed, Factors...>;
};
template <class Base, rational Exponent, class Indices, class Computed>
struct needs_in_sums<power<Base, Exponent>, Indices, Computed, true>
    : needs_in_sums<Base, Indices, Computed> {};
template <class Function, class... Arguments, class Indices, class Computed>
struct needs_in_sums<application<Function, Arguments...>, Indices, Computed, true> {
    using type = needs_in_all<Indices, Computed, Arguments...>;
};
template <relation Relation, class... Operands, class Indices, class Computed>
struct needs_in_sums<selection<Relation, Operands...>, Indices, Computed, true> {
    using type = needs_in_all<Indices, Computed, Operands...>;
};
template <class Body, int... Ranges, class Indices, class Computed>
struct needs_in_sums<summation<Body, Ranges...>, Indices, Computed, true> {
    using type = typename groups_of<Body, Computed>::template needs<Indices>;
};
// Most sums are of products of two numbers, and need nothing.
template <class A, class... OfA, class B, class... OfB, int... Ranges, class Indices,
          class Computed>
    requires(!__is_same(meta::list<OfA...>, meta::list<OfB...>))
struct needs_in_sums<summation<multiplication<element<A, OfA...>, element<B, OfB...>>, Ranges...>,
                     Indices, Computed, true> {
    using type = meta::list<>;
};
template <class A, class... OfA, int... Ranges, class Indices, class Computed>
struct needs_in_sums<summation<element<A, OfA...>, Ranges...>, Indices, Computed, true> {
    using type = meta::list<>;
};

/// The expression with the values of those that are hoisted.
template <class Expression, class Hoisted, bool Any = (Expression::facts.height > 0)>
struct reading_groups {
    using type = Expression;
};
template <class Expression, class Hoisted>
using read_groups = typename reading_groups<Expression, Hoisted>::type;
template <class... Terms, class Hoisted> struct reading_groups<addition<Terms...>, Hoisted, true> {
    using type = addition<read_groups<Terms, Hoisted>...>;
};
template <class... Factors, class Hoisted>
struct reading_groups<multiplication<Factors...>, Hoisted, true> {
    using type = multiplication<read_groups<Factors, Hoisted>...>;
};
template <class Base, rational Exponent, class Hoisted>
struct reading_groups<power<Base, Exponent>, Hoisted, true> {
    using type = power<read_groups<Base, Hoisted>, Exponent>;
};
template <class Function, class... Arguments, class Hoisted>
struct reading_groups<application<Function, Arguments...>, Hoisted, true> {
    using type = application<Function, read_groups<Arguments, Hoisted>...>;
};
template <relation Relation, class... Operands, class Hoisted>
struct reading_groups<selection<Relation, Operands...>, Hoisted, true> {
    using type = selection<Relation, read_groups<Operands, Hoisted>...>;
};
template <class Body, int... Ranges, class Hoisted>
struct reading_groups<summation<Body, Ranges...>, Hoisted, true> {
    using type =
        summation<typename groups_of<Body, typename Hoisted::computed>::template reading<Hoisted>,
                  Ranges...>;
};

/// An equation with those before it of what it needs first.
template <class Equation, std::size_t At, class Needs, class Hoisted> struct with_groups;
template <class Left, class Right, std::size_t At, class... Needs, class Hoisted>
struct with_groups<equation<Left, Right>, At, meta::list<Needs...>, Hoisted> {
    using before = meta::unique<meta::concatenate<
        meta::conditional<Hoisted::counts::template is_hoisted_at<typename Needs::form, At>::value,
                          meta::list<typename Needs::equation>, meta::list<>>...>>;
    using type = meta::concatenate<before, meta::list<equation<Left, read_groups<Right, Hoisted>>>>;
};

template <class Equations, class Needs, class Positions = std::make_index_sequence<Equations::size>>
struct hoisted_groups;
template <class... Equations, class... Needs, std::size_t... At>
struct hoisted_groups<meta::list<Equations...>, meta::list<Needs...>, std::index_sequence<At...>> {
    using computed = computed_elements<meta::list<typename Equations::left...>>;
    using counts = counted<Needs...>;
    template <class Form> using is_hoisted = typename counts::template is_hoisted<Form>;
    using type =
        meta::concatenate<typename with_groups<Equations, At, Needs, hoisted_groups>::type...>;
};
template <class Equations> struct needs_of_sums;
template <class... Equations> struct needs_of_sums<meta::list<Equations...>> {
    using computed = computed_elements<meta::list<typename Equations::left...>>;
    using needs = meta::list<meta::unique<typename needs_in_sums<
        typename Equations::right, typename Equations::indices, computed>::type>...>;
    template <class... Needs> static constexpr bool has_again(meta::list<Needs...>) {
        return meta::any_true({false, (Needs::times > 1)...});
    }
    template <class... OfEquations> static constexpr bool any_again(meta::list<OfEquations...>) {
        return meta::any_true({false, has_again(OfEquations{})...});
    }
    using type = typename meta::conditional<any_again(needs{}),
                                            hoisted_groups<meta::list<Equations...>, needs>,
                                            std::type_identity<meta::list<Equations...>>>::type;
};

} // namespace detail

/// The equations, and those of what is needed more than once.
template <class Equations>
using hoist = typename detail::needs_of_sums<hoist_functions<Equations>>::type;

} // namespace leibniz::program
