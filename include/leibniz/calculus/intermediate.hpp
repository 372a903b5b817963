#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/expr/readings.hpp>
#include <leibniz/expr/summation.hpp>

/// Values inside of formulas as tensors with equations of their own.
namespace leibniz::calculus::detail {
using namespace expr;

/// An expression, and the equations of the intermediate values that it reads.
template <class Expression, class Equations = meta::list<>> struct with_equations {
    using type = Expression;
    using equations = Equations;
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
template <class Own, class Terms> struct own_variables_of_terms;
template <class Own, class... Terms> struct own_variables_of_terms<Own, meta::list<Terms...>> {
    using type =
        meta::concatenate<meta::conditional<meta::contains<typename Terms::variable, Own>::value,
                                            meta::list<typename Terms::variable>, meta::list<>>...>;
};
/// The same in the order in which an element of the expression has all of them, if one has: so its
/// values lie beside those that they are made of.
template <class Own, class Elements> struct in_order_of {
    using type = Own;
};
template <class Own, class Tensor, class... Subscripts, class... More>
struct in_order_of<Own, meta::list<element<Tensor, Subscripts...>, More...>> {
    using variables = meta::unique<meta::concatenate<
        typename own_variables_of_terms<Own, typename parts<Subscripts>::terms>::type...>>;
    using type =
        typename meta::conditional<variables::size == Own::size, std::type_identity<variables>,
                                   in_order_of<Own, meta::list<More...>>>::type;
};
template <class Variables, class Expression>
using occurring_in_order = typename in_order_of<typename occurring<Variables, Expression>::type,
                                                typename elements_of<Expression>::type>::type;
/// What is left of a domain of known range.
template <int Range> struct domain_without_name {
    static constexpr fixed_string name{""};
    static constexpr int extent = is_static_range(Range) ? Range : at_run_time;
    static constexpr int range = Range;
};
/// The index on a left side in the place of variable number At.
template <class Variable, std::size_t At>
using index_at =
    index_variable<fixed_string("i") + decimal<At>(), domain_without_name<Variable::range>>;

/// The tensor of an expression's values. It is known by the expression over indices without names,
/// so that what two formulas have in common is worked out once.
template <fixed_string Name, class Expression, class Variables,
          class Positions = std::make_index_sequence<Variables::size>>
struct intermediate;
template <fixed_string Name, class Expression, class... Variables, std::size_t... At>
struct intermediate<Name, Expression, meta::list<Variables...>, std::index_sequence<At...>> {
    template <class Formula>
    using over_indices =
        substitute<Formula, meta::list<Variables...>, meta::list<index_at<Variables, At>...>>;
    static constexpr meta::key key = [] {
        meta::key result = over_indices<Expression>::facts.key;
        ((result = meta::mix(result, index_at<Variables, At>::key)), ...);
        return result;
    }();
    using tensor =
        tensor_type<Name, hexadecimal(key), typename index_at<Variables, At>::domain_type...>;
    using value = element<tensor, Variables...>;
    /// Right: the expression, perhaps in terms of other intermediate values.
    template <class Right>
    using equation_of = equation<element<tensor, index_at<Variables, At>...>, over_indices<Right>>;
};

/// The expression, which depends on Variables, as a value that was found before.
template <fixed_string Name, class Expression, class Variables, class Known> struct named {
    using found = intermediate<Name, Expression, Variables>;
    using type = typename found::value;
    using equations =
        meta::concatenate<typename Known::equations,
                          meta::list<typename found::template equation_of<typename Known::type>>>;
};

} // namespace leibniz::calculus::detail
