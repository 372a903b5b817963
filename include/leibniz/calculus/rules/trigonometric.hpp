#pragma once
#include <leibniz/calculus/derivative.hpp>
#include <leibniz/expr/compositions.hpp>

namespace leibniz::calculus {

template <> struct rule<sin_> {
    template <class Value, class X> using with = expr::make_application<cos_, X>;
};
template <> struct rule<cos_> {
    template <class Value, class X> using with = expr::negate<expr::make_application<sin_, X>>;
};
/// tan′ = 1 + tan²
template <> struct rule<tan_> {
    template <class Value, class X>
    using with = expr::make_sum<expr::one, expr::make_power<Value, rational{2}>>;
};
/// 1/√(1 − x²)
template <> struct rule<asin_> {
    template <class Value, class X>
    using with = expr::make_power<expr::difference<expr::one, expr::make_power<X, rational{2}>>,
                                  rational{-1, 2}>;
};
template <> struct rule<acos_> {
    template <class Value, class X> using with = expr::negate<rule<asin_>::template with<Value, X>>;
};
/// 1/(1 + x²)
template <> struct rule<atan_> {
    template <class Value, class X>
    using with =
        expr::make_power<expr::make_sum<expr::one, expr::make_power<X, rational{2}>>, rational{-1}>;
};

} // namespace leibniz::calculus
