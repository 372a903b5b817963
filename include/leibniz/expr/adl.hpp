#pragma once
#include <leibniz/expr/compositions.hpp>
#include <leibniz/expr/sum_over.hpp>

/// The functions once more, found by argument-dependent lookup: `sin(x)` and `using std::sin;
/// sin(x)` mean the same as `leibniz::sin(x)`.
namespace leibniz::expr {

template <is_expression X> constexpr auto exp(X x) { return leibniz::exp(x); }
template <is_expression X> constexpr auto expm1(X x) { return leibniz::expm1(x); }
template <is_expression X> constexpr auto log(X x) { return leibniz::log(x); }
template <is_expression X> constexpr auto log1p(X x) { return leibniz::log1p(x); }
template <is_expression X> constexpr auto sqrt(X x) { return leibniz::sqrt(x); }
template <is_expression X> constexpr auto sin(X x) { return leibniz::sin(x); }
template <is_expression X> constexpr auto cos(X x) { return leibniz::cos(x); }
template <is_expression X> constexpr auto tan(X x) { return leibniz::tan(x); }
template <is_expression X> constexpr auto asin(X x) { return leibniz::asin(x); }
template <is_expression X> constexpr auto acos(X x) { return leibniz::acos(x); }
template <is_expression X> constexpr auto atan(X x) { return leibniz::atan(x); }
template <is_expression X> constexpr auto sinh(X x) { return leibniz::sinh(x); }
template <is_expression X> constexpr auto cosh(X x) { return leibniz::cosh(x); }
template <is_expression X> constexpr auto tanh(X x) { return leibniz::tanh(x); }
template <is_expression X> constexpr auto erf(X x) { return leibniz::erf(x); }
template <is_expression X> constexpr auto abs(X x) { return leibniz::abs(x); }
template <is_expression X> constexpr auto sign(X x) { return leibniz::sign(x); }
template <is_expression X> constexpr auto logistic(X x) { return leibniz::logistic(x); }
template <is_expression X> constexpr auto softplus(X x) { return leibniz::softplus(x); }
template <is_expression X> constexpr auto relu(X x) { return leibniz::relu(x); }
template <is_expression X, class... Slope> constexpr auto leaky_relu(X x, Slope... slope) {
    return leibniz::leaky_relu(x, slope...);
}
template <is_expression X, class... Scale> constexpr auto elu(X x, Scale... scale) {
    return leibniz::elu(x, scale...);
}
template <is_expression X> constexpr auto silu(X x) { return leibniz::silu(x); }
template <is_expression X> constexpr auto gelu(X x) { return leibniz::gelu(x); }

template <class X, class Y>
    requires operands<X, Y>
constexpr auto pow(X x, Y y) {
    return leibniz::pow(x, y);
}
template <class X, class Y>
    requires operands<X, Y>
constexpr auto min(X x, Y y) {
    return leibniz::min(x, y);
}
template <class X, class Y>
    requires operands<X, Y>
constexpr auto max(X x, Y y) {
    return leibniz::max(x, y);
}
template <relation Relation, class Left, class Right, class Then, class Else>
constexpr auto select(condition<Relation, Left, Right> when, Then then, Else otherwise) {
    return leibniz::select(when, then, otherwise);
}
template <is_subscript Index, class... Rest> constexpr auto sum(Index index, Rest... rest) {
    return leibniz::sum(index, rest...);
}

} // namespace leibniz::expr
