#pragma once
#include <leibniz/expr/node.hpp>
#include <leibniz/expr/tensor.hpp>

/// The canonical constructors refer to each other (a coefficient is distributed over a sum, a sum's
/// content is a factor, closing a Σ rebuilds its body), so they are declared here together.
namespace leibniz::expr {

/// A term as coefficient · rest; the rest of a plain number is `one`.
template <class Expression> struct term {
    static constexpr rational coefficient = 1;
    using rest = Expression;
};
template <rational Value> struct term<constant<Value>> {
    static constexpr rational coefficient = Value;
    using rest = one;
};
template <rational Value, class Factor> struct term<multiplication<constant<Value>, Factor>> {
    static constexpr rational coefficient = Value;
    using rest = Factor;
};
template <rational Value, class First, class Second, class... Factors>
struct term<multiplication<constant<Value>, First, Second, Factors...>> {
    static constexpr rational coefficient = Value;
    using rest = multiplication<First, Second, Factors...>;
};

/// Coefficient · Rest. A coefficient is distributed over a sum: 2(a + b) is 2a + 2b.
template <rational Coefficient, class Rest> struct scale_by {
    using type = multiplication<constant<Coefficient>, Rest>;
};
template <rational Coefficient, class Rest>
using scale = typename scale_by<Coefficient, Rest>::type;

template <class Terms> struct sum_maker;
template <class Factors> struct product_maker;
template <class Base, rational Exponent> struct power_maker;
template <class Function, class... Arguments> struct application_maker;
template <class Affine> struct kronecker_maker;
template <class Affine, int Extent> struct guard_maker;

template <class... Terms> using make_sum = typename sum_maker<meta::list<Terms...>>::type;
template <class... Factors>
using make_product = typename product_maker<meta::list<Factors...>>::type;
template <class Base, rational Exponent>
using make_power = typename power_maker<Base, Exponent>::type;
template <class Function, class... Arguments>
using make_application = typename application_maker<Function, Arguments...>::type;
template <class Affine> using make_kronecker = typename kronecker_maker<Affine>::type;
template <class Affine, int Extent> using make_guard = typename guard_maker<Affine, Extent>::type;

template <class Expression> using negate = scale<rational{-1}, Expression>;
template <class Left, class Right> using difference = make_sum<Left, negate<Right>>;

} // namespace leibniz::expr
