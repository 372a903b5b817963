#pragma once
#include <leibniz/calculus/chain_rule.hpp>

namespace leibniz {

/// The derivative of a loss with respect to every tensor of its model, as formulas.
template <class Objective> struct gradient_of {
    using objective = Objective;
    using adjoints = calculus::adjoints<typename Objective::equations>;

    /// ∂E/∂T as a formula: over the indices p, q … for a parameter or an input, over its own
    /// indices for a computed tensor: `grad[net.weights<2>()]`, `grad[net.weighted_sum<1>()]`.
    template <class Tensor> constexpr auto operator[](tensor_handle<Tensor>) const {
        return typename adjoints::template of<Tensor>::formula{};
    }
    /// ∂E/∂T[…] at the given indices or numbers: `grad[net.weight<2>(1_c, 0_c)]`, `grad[W(j, i)]`.
    template <class Tensor, class... Subscripts>
    constexpr auto operator[](expr::element<Tensor, Subscripts...>) const {
        using known = typename adjoints::template of<Tensor>;
        return expr::substitute<typename known::formula, typename known::indices,
                                meta::list<Subscripts...>>{};
    }
};

/// The gradient of a loss for every parameter: `constexpr auto grad = gradient(loss);` The loss is
/// anything with a list of equations that ends in it.
inline constexpr struct gradient_ {
    template <class Objective>
        requires requires { typename Objective::equations; }
    constexpr auto operator()(Objective) const {
        return gradient_of<Objective>{};
    }
} gradient;

} // namespace leibniz
