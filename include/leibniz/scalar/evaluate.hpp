#pragma once
#include <leibniz/scalar/refusal.hpp>
#include <leibniz/scalar/value.hpp>

namespace leibniz::expr {

/// The value of a formula, which is called with those of its symbols, tensors and free indices:
///
///     double const slope = diff(f, x)(x = 2.0);
///     float const z_2 = z(W = weights, v = std::span(values), b = bias, j = 2);
///
/// Tensors are bound to nested arrays or to one row-major array, anything with `[]`. A Σ over a
/// domain that is known only at run time runs over the extent given as `samples = 100`, otherwise
/// over that of the first bound array. The result is computed in the common type of the numbers
/// given, float or double (whole numbers count as double), the same at compile time and at run time
/// (with -ffp-contract=off). Outside a function's domain it is NaN or infinite, as IEEE 754 has it.
/// Subscripts are not checked: an index must lie within its domain, an array have its tensor's
/// shape (where the types tell the sizes, they are compared).
template <class Expression, class... Bound, class... Values>
constexpr auto evaluate(Expression, binding<Bound, Values> const&... given) noexcept {
    using wrong = scalar::detail::refusal<Expression, binding<Bound, Values>...>;
    if constexpr (__is_same(wrong, void)) {
        using number = typename scalar::detail::result<binding<Bound, Values>...>::type;
        scalar::detail::environment<number, Expression::facts.height, binding<Bound, Values>...>
        environment(given...);
        return scalar::detail::value<Expression>(environment);
    } else {
        return scalar::detail::refuse(scalar::detail::carried<wrong>{});
    }
}

} // namespace leibniz::expr
