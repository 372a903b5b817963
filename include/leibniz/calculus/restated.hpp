#pragma once
#include <leibniz/calculus/derivative.hpp>
#include <leibniz/expr/replace.hpp>

/// Derivatives in terms of the value that a forward equation has stored. Of a = tanh z,
///     ∂a/∂z = 1 − a²,
/// and of the rectifier a = select(z ≤ 0, 0, z), since a ≤ 0 just where z ≤ 0,
///     ∂a/∂z = select(a ≤ 0, 0, 1).
/// So nothing but the activation reads the weighted sum, and that need not be stored.
namespace leibniz::calculus {
namespace detail {

/// How the comparison of a number with zero comes out.
constexpr bool comes_out(relation how, bool zero_first, rational x) {
    return (how == relation::less_or_equal && x.numerator == 0) ||
           (zero_first ? x.numerator > 0 : x.numerator < 0);
}

/// Where x, compared with zero, comes out as Outcome, does the branch that is chosen then do so,
/// too?
template <relation How, bool ZeroFirst, bool Outcome, class X, class Branch>
inline constexpr bool branch_agrees = false;
template <relation How, bool ZeroFirst, bool Outcome, class X>
inline constexpr bool branch_agrees<How, ZeroFirst, Outcome, X, X> = true;
template <relation How, bool ZeroFirst, bool Outcome, class X, rational Number>
inline constexpr bool branch_agrees<How, ZeroFirst, Outcome, X, constant<Number>> =
    comes_out(How, ZeroFirst, Number) == Outcome;
/// x/100 may be so small that it is rounded to zero, so zero must be among them.
template <relation How, bool ZeroFirst, bool Outcome, class X, rational Slope>
inline constexpr bool
    branch_agrees<How, ZeroFirst, Outcome, X, multiplication<constant<Slope>, X>> =
        Slope.numerator > 0 && comes_out(How, ZeroFirst, 0) == Outcome;

/// Does the whole selection come out as x does?
template <class Selection> inline constexpr bool keeps_comparison = false;
template <relation How, class X, class Then, class Else>
inline constexpr bool keeps_comparison<selection<How, X, zero, Then, Else>> =
    branch_agrees<How, false, true, X, Then> && branch_agrees<How, false, false, X, Else>;
template <relation How, class X, class Then, class Else>
inline constexpr bool keeps_comparison<selection<How, zero, X, Then, Else>> =
    branch_agrees<How, true, true, X, Then> && branch_agrees<How, true, false, X, Else>;

/// The formula, comparing its own value where it can.
template <class Formula, class Value> struct comparing {
    using type = Formula;
};
template <relation How, class X, class Then, class Else, class Value>
    requires keeps_comparison<selection<How, X, zero, Then, Else>>
struct comparing<selection<How, X, zero, Then, Else>, Value> {
    using type = selection<How, Value, zero, Then, Else>;
};
template <relation How, class X, class Then, class Else, class Value>
    requires keeps_comparison<selection<How, zero, X, Then, Else>>
struct comparing<selection<How, zero, X, Then, Else>, Value> {
    using type = selection<How, zero, Value, Then, Else>;
};

} // namespace detail

/// ∂Formula/∂Element in terms of Value, the element that stores the formula's value.
template <class Formula, class Value, class Element>
using restated_derivative =
    expr::replace<derivative<typename detail::comparing<Formula, Value>::type, Element>, Formula,
                  Value>;

} // namespace leibniz::calculus
