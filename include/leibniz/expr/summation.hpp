#pragma once
#include <leibniz/expr/close/merge.hpp>
#include <leibniz/expr/close/number.hpp>
#include <leibniz/expr/close/solve.hpp>

/// Closing a Σ: from a body with opened variables to the one type that stands for it. In this
/// order: a sum is split; inner Σ move up; Kronecker δ are solved; bounds are narrowed; independent
/// factors are pulled out; what is left is numbered. Each step that changes something starts again.
namespace leibniz::expr {
namespace detail {

template <class Variables, class Body>
struct closed : closing_step<Variables, typename plain_factors<Body>::type> {};
template <class Variables> struct closed<Variables, zero> {
    using type = zero;
};
template <class Body> struct closed<meta::list<>, Body> {
    using type = Body;
};
template <class Variables, class... Terms> struct closed<Variables, addition<Terms...>> {
    using type = make_sum<close_sum<Variables, Terms>...>;
};
template <class... Terms> struct closed<meta::list<>, addition<Terms...>> {
    using type = addition<Terms...>;
};
template <> struct closed<meta::list<>, zero> {
    using type = zero;
};

} // namespace detail

template <class Variables, class Body> struct summation_maker : detail::closed<Variables, Body> {};

} // namespace leibniz::expr
