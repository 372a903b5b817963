#pragma once
#include <leibniz/expr/fingerprint.hpp>
#include <leibniz/testing/given.hpp>

namespace leibniz {
namespace errors {
/// same(a, b): the two formulas are equal neither by canonical form nor by fingerprint. Of long
/// ones the parts that differ are shown.
template <fixed_string Left, fixed_string Right> struct formulas_differ;
/// The same of two that are written alike: a tensor or an index of one has only its name in common
/// with that of the other; its domains are others, or its network is.
template <fixed_string Both> struct formulas_look_alike;
} // namespace errors

namespace testing_detail {

template <class Type>
concept is_exact = expr::is_operand<Type> && !expr::is_builtin_number<Type>;
/// Clang looks at the types of a declaration before its constraints, so this has an answer for all.
template <class Type>
using exact_t = typename meta::conditional<is_exact<Type>, expr::operand<Type>,
                                           std::type_identity<expr::zero>>::type;
template <class Left, class Right>
concept comparable = expr::operands<Left, Right> && is_exact<Left> && is_exact<Right>;
template <class Left, class Right>
inline constexpr auto shown = shown_against<exact_t<Left>, exact_t<Right>>;
template <class Left, class Right>
concept look_alike = shown<Left, Right>.view() == shown<Right, Left>.view();
/// Of two that cannot be compared the one that is no formula.
template <class Left, class Right>
using not_comparable =
    given<!comparable<Left, Right>, meta::conditional<is_exact<Left>, Right, Left>>;

} // namespace testing_detail

/// The assertion for tests: `static_assert(same(a, b))` is true when the formulas are equivalent;
/// otherwise one error line shows both. It never answers false, so it is never negated.
inline constexpr struct same_ {
    template <class Left, class Right>
        requires testing_detail::comparable<Left, Right> &&
                 (decltype(equivalent(Left{}, Right{}))::value)
    constexpr bool operator()(Left, Right) const {
        return true;
    }
    template <class Left, class Right>
        requires testing_detail::comparable<Left, Right> &&
                 (!decltype(equivalent(Left{}, Right{}))::value) &&
                 (!testing_detail::look_alike<Left, Right>)
    errors::formulas_differ<testing_detail::shown<Left, Right>, testing_detail::shown<Right, Left>>
    operator()(Left, Right) const;
    template <class Left, class Right>
        requires testing_detail::comparable<Left, Right> &&
                 (!decltype(equivalent(Left{}, Right{}))::value) &&
                 testing_detail::look_alike<Left, Right>
    errors::formulas_look_alike<testing_detail::shown<Left, Right>> operator()(Left, Right) const;
    template <class Left, class Right>
        requires(!testing_detail::comparable<Left, Right>)
    errors::not_a_formula<testing_detail::not_comparable<Left, Right>> operator()(Left,
                                                                                  Right) const;
} same;

} // namespace leibniz
