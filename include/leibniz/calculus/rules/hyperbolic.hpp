#pragma once
#include <leibniz/calculus/derivative.hpp>
#include <leibniz/expr/compositions.hpp>

namespace leibniz::calculus {

template <> struct rule<sinh_> {
    template <class Value, class X> using with = expr::make_application<cosh_, X>;
};
template <> struct rule<cosh_> {
    template <class Value, class X> using with = expr::make_application<sinh_, X>;
};
/// tanh′ = 1 − tanh²
template <> struct rule<tanh_> {
    template <class Value, class X>
    using with = expr::difference<expr::one, expr::make_power<Value, rational{2}>>;
};
/// erf′ = 2/√π·exp(−x²)  (Abramowitz and Stegun 7.1.1)
template <> struct rule<erf_> {
    template <class Value, class X>
    using with = expr::make_product<
        expr::constant<rational{2}>,
        expr::make_power<expr::application<expr::pi_>, rational{-1, 2}>,
        expr::make_application<exp_, expr::negate<expr::make_power<X, rational{2}>>>>;
};
template <> struct rule<sign_> {
    template <class Value, class X> using with = expr::zero;
};

} // namespace leibniz::calculus
