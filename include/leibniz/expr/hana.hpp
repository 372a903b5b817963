#pragma once
#include <boost/hana/concept/comparable.hpp>
#include <boost/hana/concept/ring.hpp>
#include <boost/hana/core/tag_of.hpp>
#include <boost/hana/equal.hpp>
#include <boost/hana/integral_constant.hpp>
#include <boost/hana/minus.hpp>
#include <boost/hana/mult.hpp>
#include <boost/hana/negate.hpp>
#include <boost/hana/not_equal.hpp>
#include <boost/hana/one.hpp>
#include <boost/hana/plus.hpp>
#include <boost/hana/zero.hpp>
#include <leibniz/expr/operators.hpp>

/// Expressions as Boost.Hana sees them: Comparable (by canonical form), Monoid and Group under +,
/// and Ring under ·. So hana::equal compares formulas, hana::sum and hana::product build them, and
/// a hana::map can have them as values.
namespace boost::hana {

template <> struct equal_impl<leibniz::expr::expression_tag, leibniz::expr::expression_tag> {
    template <class X, class Y> static constexpr auto apply(X x, Y y) { return x == y; }
};
template <> struct plus_impl<leibniz::expr::expression_tag, leibniz::expr::expression_tag> {
    template <class X, class Y> static constexpr auto apply(X x, Y y) { return x + y; }
};
template <> struct zero_impl<leibniz::expr::expression_tag> {
    static constexpr auto apply() { return leibniz::expr::zero{}; }
};
template <> struct minus_impl<leibniz::expr::expression_tag, leibniz::expr::expression_tag> {
    template <class X, class Y> static constexpr auto apply(X x, Y y) { return x - y; }
};
template <> struct negate_impl<leibniz::expr::expression_tag> {
    template <class X> static constexpr auto apply(X x) { return -x; }
};
template <> struct mult_impl<leibniz::expr::expression_tag, leibniz::expr::expression_tag> {
    template <class X, class Y> static constexpr auto apply(X x, Y y) { return x * y; }
};
template <> struct one_impl<leibniz::expr::expression_tag> {
    static constexpr auto apply() { return leibniz::expr::one{}; }
};

} // namespace boost::hana

/// Hana's integral constants as operands. Its own operators accept anything beside such a constant;
/// these are more specialised.
namespace leibniz::expr {

template <auto Value> using exact_constant = constant<rational{static_cast<std::int64_t>(Value)}>;

template <is_expression Left, class Number, Number Value>
constexpr auto operator+(Left left, boost::hana::integral_constant<Number, Value>) {
    return left + exact_constant<Value>{};
}
template <class Number, Number Value, is_expression Right>
constexpr auto operator+(boost::hana::integral_constant<Number, Value>, Right right) {
    return exact_constant<Value>{} + right;
}
template <is_expression Left, class Number, Number Value>
constexpr auto operator-(Left left, boost::hana::integral_constant<Number, Value>) {
    return left - exact_constant<Value>{};
}
template <class Number, Number Value, is_expression Right>
constexpr auto operator-(boost::hana::integral_constant<Number, Value>, Right right) {
    return exact_constant<Value>{} - right;
}
template <is_expression Left, class Number, Number Value>
constexpr auto operator*(Left left, boost::hana::integral_constant<Number, Value>) {
    return left * exact_constant<Value>{};
}
template <class Number, Number Value, is_expression Right>
constexpr auto operator*(boost::hana::integral_constant<Number, Value>, Right right) {
    return exact_constant<Value>{} * right;
}
template <is_expression Left, class Number, Number Value>
constexpr auto operator/(Left left, boost::hana::integral_constant<Number, Value>) {
    return left / exact_constant<Value>{};
}
template <class Number, Number Value, is_expression Right>
constexpr auto operator/(boost::hana::integral_constant<Number, Value>, Right right) {
    return exact_constant<Value>{} / right;
}
template <is_expression Left, class Number, Number Value>
constexpr auto operator==(Left left, boost::hana::integral_constant<Number, Value>) {
    return left == exact_constant<Value>{};
}
template <class Number, Number Value, is_expression Right>
constexpr auto operator==(boost::hana::integral_constant<Number, Value>, Right right) {
    return exact_constant<Value>{} == right;
}
template <is_expression Left, class Number, Number Value>
constexpr auto operator!=(Left left, boost::hana::integral_constant<Number, Value>) {
    return left != exact_constant<Value>{};
}
template <class Number, Number Value, is_expression Right>
constexpr auto operator!=(boost::hana::integral_constant<Number, Value>, Right right) {
    return exact_constant<Value>{} != right;
}

} // namespace leibniz::expr
