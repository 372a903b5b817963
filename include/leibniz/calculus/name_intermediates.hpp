#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/expr/equation.hpp>
#include <leibniz/expr/summation.hpp>

/// A Σ inside of something gets an equation of its own, as textbooks have it:
///     a[n,j] := tanh(Σ_i W[j,i]·x[n,i])
/// becomes z[n,j] := Σ_i W[j,i]·x[n,i] and a[n,j] := tanh(z[n,j]). Derivatives are then stated in
/// terms of z and of its adjoint, in place of the whole sum again in each of them. So does what a Σ
/// would work out for each value of an index on which it does not depend, as g[n,i]·h[n,i] in
///     y[n,j] := Σ_i W[j,i]·g[n,i]·h[n,i].
namespace leibniz::calculus {
namespace detail {
using namespace expr;

/// An expression, and the equations of the intermediate values that it reads.
template <class Expression, class... Equations> struct with_equations {
    using type = Expression;
    using equations = meta::list<Equations...>;
};
template <class Expression, class Equations> struct with_list;
template <class Expression, class... Equations>
struct with_list<Expression, meta::list<Equations...>> : with_equations<Expression, Equations...> {
};

// --- index variables in sight: those of the equation's left side, then those of each Σ around
/// Which of them an expression depends on, in the order in which they are given.
template <class Variable, class Expression>
struct occurs : std::bool_constant<(Variable::variables & Expression::facts.variables) != 0> {};
template <fixed_string Name, class Domain, class Expression>
struct occurs<index_variable<Name, Domain>, Expression>
    : meta::contains<index_variable<Name, Domain>, free_indices<Expression>> {};
template <class Variables, class Expression> struct occurring;
template <class... Variables, class Expression>
struct occurring<meta::list<Variables...>, Expression> {
    using type = meta::concatenate<meta::conditional<occurs<Variables, Expression>::value,
                                                     meta::list<Variables>, meta::list<>>...>;
};
/// Would what depends on Some be worked out again, for several values of another one?
template <class Variables, class Some> struct is_again;
template <class... Variables, class Some>
struct is_again<meta::list<Variables...>, Some>
    : std::bool_constant<!((Variables::range == 1 || meta::contains<Variables, Some>::value) &&
                           ...)> {};

/// What is left of a domain of known range.
template <int Range> struct domain_without_name {
    static constexpr fixed_string name{""};
    static constexpr int extent = is_static_range(Range) ? Range : at_run_time;
    static constexpr int range = Range;
};
/// An index in the place of a variable, on a left side.
template <class Variable> struct index_for {
    using type = Variable;
};
template <int Number, int Range> struct index_for<opened<Number, Range>> {
    using type = index_variable<fixed_string("i") + decimal<Number>(), domain_without_name<Range>>;
};
template <class Variable> using index_of = typename index_for<Variable>::type;

/// The tensor of an expression's values, known by the expression and by the order of its indices.
template <fixed_string Name, class Expression, class Variables> struct intermediate;
template <fixed_string Name, class Expression, class... Variables>
struct intermediate<Name, Expression, meta::list<Variables...>> {
    static constexpr meta::key key = [] {
        meta::key result = Expression::facts.key;
        ((result = meta::mix(result, Variables::key)), ...);
        return result;
    }();
    using tensor =
        tensor_type<Name, hexadecimal(key), typename index_of<Variables>::domain_type...>;
    using value = element<tensor, Variables...>;
    /// Right: the expression, perhaps in terms of other intermediate values.
    template <class Right>
    using equation_of =
        equation<element<tensor, index_of<Variables>...>,
                 substitute<Right, meta::list<Variables...>, meta::list<index_of<Variables>...>>>;
};

/// The expression, which depends on Variables, as a value that was found before.
template <fixed_string Name, class Expression, class Variables, class Known> struct named {
    using found = intermediate<Name, Expression, Variables>;
    using type = typename found::value;
    using equations =
        meta::concatenate<typename Known::equations,
                          meta::list<typename found::template equation_of<typename Known::type>>>;
};

// --- sums
/// Does an expression consist of a Σ and what is added to it?
template <class Expression> inline constexpr bool is_affine_in_sum = false;
template <class Body, int... Ranges>
inline constexpr bool is_affine_in_sum<summation<Body, Ranges...>> = true;
template <class... Terms>
inline constexpr bool is_affine_in_sum<addition<Terms...>> = (is_affine_in_sum<Terms> || ...);
template <rational Factor, class Expression>
inline constexpr bool is_affine_in_sum<multiplication<constant<Factor>, Expression>> =
    is_affine_in_sum<Expression>;

template <class Expression, class Variables, bool Any = (Expression::facts.height > 0)>
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
    : with_list<make_product<constant<Factor>, typename among<Expression, Variables>::type>,
                typename among<Expression, Variables>::equations> {};
template <class... Terms, class Variables>
struct with_named<addition<Terms...>, Variables, true>
    : with_list<make_sum<typename among<Terms, Variables>::type...>,
                meta::concatenate<typename among<Terms, Variables>::equations...>> {};
/// A product is linear in one factor, if the others are numbers. A condition on subscripts guards
/// all that it multiplies.
template <class... Factors, class Variables>
struct with_named<multiplication<Factors...>, Variables, true>
    : with_list<make_product<typename inside<Factors, Variables>::type...>,
                meta::concatenate<typename inside<Factors, Variables>::equations...>> {};
template <rational Factor, class Expression, class Variables>
struct with_named<multiplication<constant<Factor>, Expression>, Variables, true>
    : with_list<make_product<constant<Factor>, typename with_named<Expression, Variables>::type>,
                typename with_named<Expression, Variables>::equations> {};
template <class... Factors, class Variables>
    requires(is_indicator<Factors> || ...)
struct with_named<multiplication<Factors...>, Variables, true>
    : with_equations<multiplication<Factors...>> {};
template <class Base, rational Exponent, class Variables>
struct with_named<power<Base, Exponent>, Variables, true>
    : with_list<make_power<typename inside<Base, Variables>::type, Exponent>,
                typename inside<Base, Variables>::equations> {};
template <class Function, class... Arguments, class Variables>
struct with_named<application<Function, Arguments...>, Variables, true>
    : with_list<make_application<Function, typename inside<Arguments, Variables>::type...>,
                meta::concatenate<typename inside<Arguments, Variables>::equations...>> {};
template <relation Relation, class L, class R, class Then, class Else, class Variables>
struct with_named<selection<Relation, L, R, Then, Else>, Variables, true>
    : with_list<
          make_selection<
              Relation, typename inside<L, Variables>::type, typename inside<R, Variables>::type,
              typename inside<Then, Variables>::type, typename inside<Else, Variables>::type>,
          meta::concatenate<typename inside<L, Variables>::equations,
                            typename inside<R, Variables>::equations,
                            typename inside<Then, Variables>::equations,
                            typename inside<Else, Variables>::equations>> {};

// --- products in the body of a Σ
/// What costs no more than a number read: an element, and a function of one, which is hoisted from
/// wherever it stands (program/hoist.hpp); but not of one in a fixed place.
template <class Expression> inline constexpr bool is_read = false;
template <class Tensor, class... Subscripts>
inline constexpr bool is_read<element<Tensor, Subscripts...>> = true;
template <class Function, class Tensor, class... Subscripts>
inline constexpr bool is_read<application<Function, element<Tensor, Subscripts...>>> =
    ((Subscripts::variables != 0) && ...);

/// Factors that depend on the same variables, together.
template <class Variables, class Some, class Members> struct group;
template <class Variables, class Some, class... Members>
struct group<Variables, Some, meta::list<Members...>>
    : with_equations<make_product<one, Members...>> {};
template <class Variables, class Some, class... Members>
    requires(is_again<Variables, Some>::value && Some::size > 0 &&
             !(sizeof...(Members) == 1 && (is_read<Members> && ...)) &&
             (is_per_sample(Some{}) || ((Members::facts.costly > 0) || ...)))
struct group<Variables, Some, meta::list<Members...>>
    : named<"Π", make_product<one, Members...>, Some,
            with_equations<make_product<one, Members...>>> {};

template <class Variables, class All, class... Factors> struct grouped;
template <class Variables, class... Each, class... Factors>
struct grouped<Variables, meta::list<Each...>, Factors...> {
    template <class Some>
    using group_of =
        group<Variables, Some,
              meta::concatenate<
                  meta::conditional<__is_same(Some, typename occurring<Variables, Factors>::type),
                                    meta::list<Factors>, meta::list<>>...>>;
    using type = make_product<one, typename group_of<Each>::type...>;
    using equations = meta::concatenate<typename group_of<Each>::equations...>;
};
template <class Body, class Variables> struct in_groups : with_equations<Body> {};
template <class... Factors, class Variables>
    requires(!(is_indicator<Factors> || ...))
struct in_groups<multiplication<Factors...>, Variables>
    : grouped<Variables, meta::unique<meta::list<typename occurring<Variables, Factors>::type...>>,
              Factors...> {};

template <class Body, class Variables> struct named_body {
    using inner = with_named<Body, Variables>;
    using outer = in_groups<typename inner::type, Variables>;
    using type = typename outer::type;
    using equations = meta::concatenate<typename inner::equations, typename outer::equations>;
};
/// Most sums are of products of two numbers.
template <class Body> inline constexpr bool is_simple = is_element<Body>;
template <class A, class B>
inline constexpr bool is_simple<multiplication<A, B>> = is_read<A> && is_read<B>;

template <class Sum, class Variables, bool Simple> struct named_sum : with_equations<Sum> {};
template <class Sum, class Variables> struct named_sum<Sum, Variables, false> {
    using inner = open_sum<Sum, expr::detail::opening_of<Variables>>;
    using body =
        named_body<typename inner::body, meta::concatenate<Variables, typename inner::variables>>;
    using type = close_sum<typename inner::variables, typename body::type>;
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
