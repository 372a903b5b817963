#pragma once
#include <leibniz/expr/fingerprint.hpp>
#include <leibniz/print/text.hpp>

namespace leibniz {
namespace errors {
/// same(a, b): the two formulas are equal neither by canonical form nor by fingerprint.
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
    errors::formulas_differ<print::name_of<expr::operand_t<Left>>,
                            print::name_of<expr::operand_t<Right>>> operator()(Left, Right) const;
} same;

} // namespace leibniz
