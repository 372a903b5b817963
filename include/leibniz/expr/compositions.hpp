#pragma once
#include <leibniz/expr/functions.hpp>
#include <leibniz/expr/literals.hpp>

/// Functions composed of the primitives. None has a derivative rule: it is derived.
/// Where a definition has a kink the branch at the kink is the one written with ≤.
namespace leibniz {
namespace expr {

template <std::int64_t Numerator, std::int64_t Denominator = 1>
using number = constant<rational{Numerator, Denominator}>;

} // namespace expr

/// `select(x <= 0_c, a, b)`: a where the comparison holds, otherwise b (also where one side is
/// NaN).
inline constexpr struct select_ {
    template <expr::relation Relation, class Left, class Right, class Then, class Else>
    constexpr auto operator()(expr::condition<Relation, Left, Right>, Then, Else) const {
        return expr::make_selection<Relation, Left, Right, expr::operand_t<Then>,
                                    expr::operand_t<Else>>{};
    }
} select;

/// x^½
inline constexpr struct sqrt_ {
    template <expr::is_expression X> constexpr auto operator()(X) const {
        return expr::make_power<X, rational{1, 2}>{};
    }
} sqrt;

/// x^y: exact where y is a number, otherwise exp(y·log x), for x > 0.
inline constexpr struct pow_ {
    template <expr::is_expression X, class Y>
        requires expr::operands<X, Y>
    constexpr auto operator()(X x, Y) const {
        using exponent = expr::operand_t<Y>;
        if constexpr (requires { exponent::value; })
            return expr::make_power<X, exponent::value>{};
        else
            return exp(exponent{} * log(x));
    }
} pow;

inline constexpr struct abs_ {
    template <expr::is_expression X> constexpr auto operator()(X x) const {
        return select(x < expr::zero{}, -x, x);
    }
} abs;

/// The larger one; the second where one is NaN.
inline constexpr struct max_ {
    template <class X, class Y>
        requires expr::operands<X, Y>
    constexpr auto operator()(X, Y) const {
        using x = expr::operand_t<X>;
        using y = expr::operand_t<Y>;
        return select(y{} < x{}, x{}, y{});
    }
} max;

/// The smaller one; the second where one is NaN.
inline constexpr struct min_ {
    template <class X, class Y>
        requires expr::operands<X, Y>
    constexpr auto operator()(X, Y) const {
        using x = expr::operand_t<X>;
        using y = expr::operand_t<Y>;
        return select(x{} < y{}, x{}, y{});
    }
} min;

/// Rectified linear unit (Nair and Hinton 2010). NaN stays NaN.
inline constexpr struct relu_ {
    template <expr::is_expression X> constexpr auto operator()(X x) const {
        return select(x <= expr::zero{}, expr::zero{}, x);
    }
} relu;

/// Slope·x below zero (Maas, Hannun and Ng 2013); the slope is 1/100 where none is given.
inline constexpr struct leaky_relu_ {
    template <expr::is_expression X, class Slope = expr::number<1, 100>>
    constexpr auto operator()(X x, Slope slope = {}) const {
        return select(x <= expr::zero{}, slope * x, x);
    }
} leaky_relu;

/// Exponential linear unit, scale·(eˣ − 1) below zero (Clevert, Unterthiner and Hochreiter 2016).
inline constexpr struct elu_ {
    template <expr::is_expression X, class Scale = expr::one>
    constexpr auto operator()(X x, Scale scale = {}) const {
        return select(x <= expr::zero{}, scale * expm1(x), x);
    }
} elu;

/// x·logistic(x) (Elfwing, Uchibe and Doya 2018).
inline constexpr struct silu_ {
    template <expr::is_expression X> constexpr auto operator()(X x) const {
        return x * logistic(x);
    }
} silu;

/// x·Φ(x) = x/2·(1 + erf(x/√2)) (Hendrycks and Gimpel 2016), not its tanh approximation.
inline constexpr struct gelu_ {
    template <expr::is_expression X> constexpr auto operator()(X x) const {
        return expr::number<1, 2>{} * x * (expr::one{} + erf(x / sqrt(expr::number<2>{})));
    }
} gelu;

/// f(x) = x, the activation of a linear layer.
inline constexpr struct identity_ {
    template <expr::is_expression X> constexpr auto operator()(X x) const { return x; }
} identity;

} // namespace leibniz
