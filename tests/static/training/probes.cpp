#include <leibniz/expr/adl.hpp>

#include "../../unit/training/probes.hpp"

// The derivatives of the two probes are the formulas of the textbook, and no others.

namespace lz = leibniz;
using namespace lz::literals;
using probes::n;

namespace {

/// δ of a computed tensor.
template <class Tensor> constexpr auto delta(lz::tensor_handle<Tensor>) {
    return lz::tensor_handle<lz::expr::adjoint<Tensor>>{};
}

namespace of_branch {
using namespace probes::branch;
constexpr auto grad = lz::gradient(lz::sum_of_squared_errors(net));
constexpr auto d1 = delta(z1);
constexpr auto d2 = delta(z2);
constexpr auto d3 = delta(z3);
constexpr auto target = lz::sum_of_squared_errors(net).target;
constexpr auto by_gate = sum(k, W(k, j) * d3(n, k));
constexpr auto by_skip = sum(k, R(k, j) * d3(n, k));

static_assert(grad[z3] == (a(n, k) - target(n, k)) * a(n, k) * (1_c - a(n, k)));
static_assert(grad[z1] == (1_c - h(n, j) * h(n, j)) * (g(n, j) * by_gate + by_skip),
              "a sum over the two paths from h to the output");
static_assert(grad[z2] == g(n, j) * (1_c - g(n, j)) * h(n, j) * by_gate);
static_assert(grad[U(j, i)] == sum(n, d1(n, j) * x(n, i)));
static_assert(grad[V(j, c)] == sum(n, d2(n, j) * y(n, c)));
static_assert(grad[R(k, j)] == sum(n, d3(n, k) * h(n, j)));
static_assert(grad[W(k, j)] == sum(n, d3(n, k) * s(n, j)));
static_assert(grad[b3(k)] == sum(n, d3(n, k)));

// One path left out, or with the wrong gate or sign, is another formula.
static_assert(!(grad[z1] == (1_c - h(n, j) * h(n, j)) * g(n, j) * by_gate));
static_assert(!(grad[z1] == (1_c - h(n, j) * h(n, j)) * (g(n, j) * by_gate - by_skip)));
static_assert(!(grad[z1] == (1_c - h(n, j) * h(n, j)) * (h(n, j) * by_gate + by_skip)));
} // namespace of_branch

namespace of_conv {
using namespace probes::conv;
constexpr auto grad = lz::gradient(lz::sum_of_squared_errors(net));
constexpr auto dz = delta(z);
constexpr auto d2 = delta(z2);
constexpr auto target = lz::sum_of_squared_errors(net).target;

static_assert(grad[z2] == z2(n, k) - target(n, k));
static_assert(grad[z] == (1_c - a(n, c, t) * a(n, c, t)) * sum(k, V(k, c, t) * d2(n, k)));
static_assert(grad[W(c, d, u)] == sum(n, sum(t, dz(n, c, t) * x(n, d, t + u))));
static_assert(grad[b(c)] == sum(n, sum(t, dz(n, c, t))));
static_assert(grad[V(k, c, t)] == sum(n, d2(n, k) * a(n, c, t)));

// ∂E/∂x[n,d,s] = Σ_c Σ_u W[c,d,u]·δ[n,c,s−u]·[0 ≤ s − u < T]: t = s − u has been solved for, and
// the bounds of t have become the condition.
constexpr auto s = lz::index<"s">(long_time);
// Only under the condition may a subscript leave its domain, so this element is not spelled dz(…).
template <class... Subscripts> constexpr auto beside(Subscripts...) {
    return lz::expr::element<typename decltype(dz)::type, Subscripts...>{};
}
constexpr auto reversed = beside(n, c, s - u);
constexpr auto inside =
    lz::expr::guard<std::remove_const_t<decltype(s - u)>, probes::conv::time.extent>{};
static_assert(grad[x(n, d, s)] == sum(c, sum(u, W(c, d, u) * reversed * inside)));

static_assert(!(grad[x(n, d, s)] == sum(c, sum(u, W(c, d, u) * reversed))));
static_assert(!(grad[W(c, d, u)] == sum(n, sum(t, dz(n, c, t) * x(n, d, t + 4_c - u)))));
} // namespace of_conv

} // namespace
