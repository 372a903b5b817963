#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/expr/equation.hpp>
#include <leibniz/expr/errors.hpp>

/// What stands against the evaluation of a formula for arrays: the first thing that is missing or
/// wrong, as the error type that says so.
namespace leibniz::simd::detail {

template <class Value>
concept is_array = requires(Value const& value) {
    value.data();
    value.size();
};

template <class Error, bool Wrong>
using error_if = meta::conditional<Wrong, meta::list<Error>, meta::list<>>;

/// A symbol takes a number, or an array with one for each element.
template <class Bound, class Value>
inline constexpr bool can_be_bound = std::is_arithmetic_v<Value> || is_array<Value>;
template <class Bound, class Value>
    requires requires { requires Bound::rank > 0; }
inline constexpr bool can_be_bound<Bound, Value> = false;

template <class Tensor, class... Bound>
using unknown_symbol = error_if<errors::symbol_has_no_value<Tensor>,
                                !meta::contains<Tensor, meta::list<Bound...>>::value>;
template <class Free> struct free_indices_as_errors;
template <class... Free> struct free_indices_as_errors<meta::list<Free...>> {
    using type = meta::list<errors::index_has_no_value<Free>...>;
};
template <class Tensors, class... Bound> struct unknown_symbols;
template <class... Tensors, class... Bound>
struct unknown_symbols<meta::list<Tensors...>, Bound...> {
    using type = meta::concatenate<unknown_symbol<Tensors, Bound...>...>;
};
template <class... Bound> struct bound_twice {
    using type = meta::list<>;
};
template <class First, class... Rest> struct bound_twice<First, Rest...> {
    using type = meta::concatenate<
        error_if<errors::is_bound_twice<First>, meta::contains<First, meta::list<Rest...>>::value>,
        typename bound_twice<Rest...>::type>;
};

/// The first error of a call; void where there is none.
template <class Expression, class... Bindings> struct refusal;
template <class Expression, class... Bound, class... Values>
struct refusal<Expression, expr::binding<Bound, Values>...> {
    using tensors = typename expr::tensors_of<typename expr::elements_of<Expression>::type>::type;
    using errors = meta::concatenate<
        error_if<leibniz::errors::cannot_be_bound_to<Bound, Values>,
                 !can_be_bound<Bound, Values>>...,
        typename bound_twice<Bound...>::type, typename unknown_symbols<tensors, Bound...>::type,
        typename free_indices_as_errors<expr::free_indices<Expression>>::type,
        error_if<leibniz::errors::domain_has_no_extent<expr::domain<"samples", at_run_time>>,
                 Expression::facts.over_samples>,
        meta::list<void>>;
    using type = meta::type_at<errors, 0>;
};
/// Declared, never defined: to call it is the error.
template <class Error> Error refuse();

} // namespace leibniz::simd::detail
