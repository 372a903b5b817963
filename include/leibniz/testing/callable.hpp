#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/scalar/functions.hpp>

/// Whether the functions of a formula have values in constant expressions, which a proof needs.
namespace leibniz {
namespace errors {
/// The `call` of a function of the user's own is not constexpr, or uses what is not, such as a
/// function of <cmath>.
template <class Function> struct call_is_not_constexpr;
} // namespace errors

// Here the calls of the library's own functions are found, and a user's through the function.
namespace scalar {

template <class Function>
concept has_call = requires(double x) { call(Function{}, x); };
template <class Function, double X>
concept is_constant_at =
    requires { typename std::bool_constant<(static_cast<void>(call(Function{}, X)), true)>; };
/// At one of several places: a function need not be defined everywhere.
template <class Function>
concept has_constant_call = is_constant_at<Function, 0.25> || is_constant_at<Function, -0.25> ||
                            is_constant_at<Function, 2.0> || is_constant_at<Function, -2.0>;

} // namespace scalar

namespace testing_detail {

/// The error that a formula's functions are answered with; void where there is none.
template <class Expression> struct refused_function;
template <class... Expressions> struct refused_among {
    using type = void;
};
template <class First, class... Rest>
struct refused_among<First, Rest...>
    : meta::conditional<__is_same(typename refused_function<First>::type, void),
                        refused_among<Rest...>, refused_function<First>> {};
template <class Children> struct refused_below;
template <class... Children>
struct refused_below<meta::list<Children...>> : refused_among<Children...> {};
template <class Expression>
struct refused_function : refused_below<typename expr::children_of<Expression>::type> {};
template <class Function, class Argument>
    requires(!scalar::has_call<Function>)
struct refused_function<expr::application<Function, Argument>> {
    using type = errors::function_without_call<Function>;
};
template <class Function, class Argument>
    requires(scalar::has_call<Function> && !scalar::has_constant_call<Function>)
struct refused_function<expr::application<Function, Argument>> {
    using type = errors::call_is_not_constexpr<Function>;
};

/// Of a list of equations.
template <class Equations> struct refused_in;
template <class... Equations>
struct refused_in<meta::list<Equations...>> : refused_among<typename Equations::right...> {};

} // namespace testing_detail
} // namespace leibniz
