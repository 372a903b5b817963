#pragma once
#include <leibniz/calculus/derivative.hpp>
#include <leibniz/expr/compositions.hpp>

namespace leibniz::calculus {

template <> struct rule<exp_> {
    template <class Value, class X> using with = Value;
};
/// In terms of the value: exp(x) = expm1(x) + 1.
template <> struct rule<expm1_> {
    template <class Value, class X> using with = expr::make_sum<expr::one, Value>;
};
template <> struct rule<log_> {
    template <class Value, class X> using with = expr::make_power<X, rational{-1}>;
};
template <> struct rule<log1p_> {
    template <class Value, class X>
    using with = expr::make_power<expr::make_sum<expr::one, X>, rational{-1}>;
};
/// logistic′ = a(1 − a)
template <> struct rule<logistic_> {
    template <class Value, class X>
    using with = expr::make_product<Value, expr::difference<expr::one, Value>>;
};
template <> struct rule<softplus_> {
    template <class Value, class X> using with = expr::make_application<logistic_, X>;
};

} // namespace leibniz::calculus
