#pragma once
#include <leibniz/calculus/rules/exponential.hpp>
#include <leibniz/calculus/rules/hyperbolic.hpp>
#include <leibniz/calculus/rules/trigonometric.hpp>
#include <leibniz/expr/symbols.hpp>

namespace leibniz {

/// ∂f/∂x, where x is a symbol or an element of a tensor: `diff(f, x)`, `diff(z, v(p))`.
/// Indices of the element are free in the result.
inline constexpr struct diff_ {
    template <expr::is_expression Expression, class Tensor, class... Subscripts>
    constexpr auto operator()(Expression, expr::element<Tensor, Subscripts...>) const {
        return calculus::derivative<Expression, expr::element<Tensor, Subscripts...>>{};
    }
    template <expr::is_expression Expression, class Other>
        requires(!expr::is_element<Other>)
    errors::cannot_differentiate_with_respect_to<Other> operator()(Expression, Other) const;
} diff;

} // namespace leibniz
