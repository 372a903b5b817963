#pragma once

#include <boost/hana/and.hpp>
#include <boost/hana/bool.hpp>
#include <boost/hana/not.hpp>
#include <boost/hana/or.hpp>
#include <leibniz/expr/errors.hpp>
#include <leibniz/expr/literals.hpp>
#include <leibniz/expr/summation.hpp>

/// Operators on expressions, found through the common base of all nodes.
namespace leibniz::expr {

/// An operand of a formula: an expression, or an integral constant of Boost.Hana or the standard
/// library, which stands for its exact value.
template <class Type> struct operand;
template <is_expression Type> struct operand<Type> {
    using type = Type;
};
template <class Number, Number Value> struct operand<std::integral_constant<Number, Value>> {
    using type = constant<rational{static_cast<std::int64_t>(Value)}>;
};
template <class Number, Number Value>
struct operand<boost::hana::integral_constant<Number, Value>> {
    using type = constant<rational{static_cast<std::int64_t>(Value)}>;
};

/// A number of C++. (Of classes the library's trait, a dozen types each, is not asked.)
template <class Type>
concept is_builtin_number = !__is_class(Type) && std::is_arithmetic_v<Type>;
template <class Number> struct refused_number {
    static_assert(!is_builtin_number<Number>,
                  "numbers here are exact constants: 2_c or 0.5_c, not 2 or 0.5");
};
/// Accepted by overload resolution, so that it is this one line that refuses it.
template <is_builtin_number Number> struct operand<Number> {
    using type = zero;
    using refused = std::bool_constant<errors::printed<refused_number<Number>>::value>;
};

template <class Type>
concept is_operand =
    is_expression<Type> || is_builtin_number<Type> || requires { typename operand<Type>::type; };
template <class Left, class Right>
concept operands =
    (is_expression<Left> || is_expression<Right>) && is_operand<Left> && is_operand<Right>;
template <class Type> using operand_t = typename operand<Type>::type;

template <class Left, class Right>
    requires operands<Left, Right>
constexpr auto operator+(Left, Right) {
    return make_sum<operand_t<Left>, operand_t<Right>>{};
}
template <class Left, class Right>
    requires operands<Left, Right>
constexpr auto operator-(Left, Right) {
    return difference<operand_t<Left>, operand_t<Right>>{};
}
template <class Left, class Right>
    requires operands<Left, Right>
constexpr auto operator*(Left, Right) {
    return make_product<operand_t<Left>, operand_t<Right>>{};
}
template <class Left, class Right>
    requires operands<Left, Right>
constexpr auto operator/(Left, Right) {
    return make_product<operand_t<Left>, make_power<operand_t<Right>, rational{-1}>>{};
}
template <is_expression Only> constexpr auto operator+(Only) { return Only{}; }
template <is_expression Only> constexpr auto operator-(Only) { return negate<Only>{}; }

/// Same canonical form, as a compile-time bool.
template <class Left, class Right>
    requires operands<Left, Right>
constexpr auto operator==(Left, Right) {
    return boost::hana::bool_c<__is_same(operand_t<Left>, operand_t<Right>)>;
}
template <class Left, class Right>
    requires operands<Left, Right>
constexpr auto operator!=(Left, Right) {
    return boost::hana::bool_c<!__is_same(operand_t<Left>, operand_t<Right>)>;
}

/// A comparison, to select by: `select(x <= 0_c, 0_c, x)`.
template <relation Relation, class Left, class Right> struct condition {};

template <class Left, class Right>
    requires operands<Left, Right>
constexpr auto operator<(Left, Right) {
    return condition<relation::less, operand_t<Left>, operand_t<Right>>{};
}
template <class Left, class Right>
    requires operands<Left, Right>
constexpr auto operator<=(Left, Right) {
    return condition<relation::less_or_equal, operand_t<Left>, operand_t<Right>>{};
}
template <class Left, class Right>
    requires operands<Left, Right>
constexpr auto operator>(Left, Right) {
    return condition<relation::less, operand_t<Right>, operand_t<Left>>{};
}
template <class Left, class Right>
    requires operands<Left, Right>
constexpr auto operator>=(Left, Right) {
    return condition<relation::less_or_equal, operand_t<Right>, operand_t<Left>>{};
}

// --- subscripts: 2_c * y + u - 1_c
// -----------------------------------------------------------------
template <class Type> struct as_subscript;
template <is_subscript Type> struct as_subscript<Type> {
    using type = Type;
};
template <is_operand Type> struct as_subscript<Type> {
    static_assert(operand<Type>::type::value.is_integer(), "a subscript is a whole number");
    using type = fixed<static_cast<int>(operand<Type>::type::value.numerator)>;
};
template <class Type> using as_subscript_t = typename as_subscript<Type>::type;

template <class Type>
concept is_subscript_operand = is_subscript<Type> || is_operand<Type>;
template <class Left, class Right>
concept subscripts = (is_subscript<Left> || is_subscript<Right>) && is_subscript_operand<Left> &&
                     is_subscript_operand<Right>;

template <class Left, class Right>
    requires subscripts<Left, Right>
constexpr auto operator+(Left, Right) {
    return affine_sum<as_subscript_t<Left>, as_subscript_t<Right>>{};
}
template <class Left, class Right>
    requires subscripts<Left, Right>
constexpr auto operator-(Left, Right) {
    return affine_sum<as_subscript_t<Left>, as_subscript_t<Right>, -1>{};
}
template <is_operand Left, is_subscript Right> constexpr auto operator*(Left, Right) {
    return affine_scale<Right, parts<as_subscript_t<Left>>::constant>{};
}
template <is_subscript Left, is_operand Right> constexpr auto operator*(Left, Right) {
    return affine_scale<Left, parts<as_subscript_t<Right>>::constant>{};
}

} // namespace leibniz::expr
