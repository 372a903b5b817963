#pragma once
#include <leibniz/expr/fingerprint.hpp>
#include <leibniz/testing/differing.hpp>

namespace leibniz {
namespace errors {
/// same(a, b): the two formulas are equal neither by canonical form nor by fingerprint. Of long
/// ones the parts that differ are shown.
template <fixed_string Left, fixed_string Right> struct formulas_differ;
} // namespace errors

/// The assertion for tests: `static_assert(same(a, b))` is true when the formulas are equivalent;
/// otherwise one error line shows both. It never answers false, so it is never negated.
inline constexpr struct same_ {
    template <class Left, class Right>
        requires(decltype(equivalent(Left{}, Right{}))::value)
    constexpr bool operator()(Left, Right) const {
        return true;
    }
    template <class Left, class Right>
        requires(!decltype(equivalent(Left{}, Right{}))::value)
    errors::formulas_differ<
        testing_detail::shown_against<expr::operand_t<Left>, expr::operand_t<Right>>,
        testing_detail::shown_against<expr::operand_t<Right>, expr::operand_t<Left>>>
    operator()(Left, Right) const;
} same;

} // namespace leibniz
