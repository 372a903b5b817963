#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

#include "costs.hpp"

/// Total derivatives along the equations of a graph: what equations it gets for them.
namespace {

namespace lz = leibniz;
using namespace lz::literals;
using lz::define;
using lz::total_derivative;

constexpr auto inputs = lz::domain<"inputs", 2>;
constexpr auto hidden = lz::domain<"hidden", 3>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(inputs);
constexpr auto p = lz::index<"p">(inputs);
constexpr auto q = lz::index<"q">(inputs);
constexpr auto j = lz::index<"j">(hidden);
constexpr auto k = lz::index<"k">(hidden);
constexpr auto x = lz::tensor<"x">(lz::samples, inputs);
constexpr auto W = lz::tensor<"W">(hidden, inputs);
constexpr auto V = lz::tensor<"V">(hidden);
constexpr auto z = lz::tensor<"z">(lz::samples, hidden);
constexpr auto a = lz::tensor<"a">(lz::samples, hidden);
constexpr auto u = lz::tensor<"u">(lz::samples);
constexpr auto r = lz::tensor<"r">(lz::samples);
constexpr auto s = lz::tensor<"s">(lz::samples, inputs);

constexpr auto weighted = define(z(n, j), sum(i, W(j, i) * x(n, i)));
constexpr auto activated = define(a(n, j), tanh(z(n, j)));
constexpr auto output = define(u(n), sum(j, V(j) * a(n, j)));
constexpr auto base =
    lz::graph<"base">(lz::inputs(x), lz::parameters(W, V), weighted, activated, output);

/// The equation of an element's tensor in a graph.
template <class Graph, class Tensor, class... Subscripts>
constexpr auto right_side(Graph, lz::expr::element<Tensor, Subscripts...>) {
    using found = typename lz::expr::detail::definition_of<Tensor, typename Graph::equations>::type;
    return lz::expr::substitute<typename found::right, typename found::indices,
                                lz::meta::list<Subscripts...>>{};
}

// --- by one element of the input
constexpr auto first = x(n, 0_c);
constexpr auto along_first = lz::graph<"along_first">(
    base, define(r(n), total_derivative(total_derivative(u(n), first), first) + u(n)));
constexpr auto dz = total_derivative(z(n, j), first);
constexpr auto da = total_derivative(a(n, j), first);
constexpr auto du = total_derivative(u(n), first);
constexpr auto dda = total_derivative(da, first);
static_assert(lz::same(right_side(along_first, dz), W(j, 0_c)));
static_assert(lz::same(right_side(along_first, da), (1_c - a(n, j) * a(n, j)) * dz));
static_assert(lz::same(right_side(along_first, du),
                       sum(k, V(k) * total_derivative(a(n, k), first))));
// z″ is zero, so nothing reads it.
static_assert(lz::same(right_side(along_first, dda), -2_c * a(n, j) * da * dz));
static_assert(decltype(along_first)::equations::size == 3 + 3 + 2 + 1);

// A graph that goes on from this one has its equations already, and derives them once more.
constexpr auto rate = lz::tensor<"rate">(lz::samples);
constexpr auto further =
    lz::graph<"further">(along_first, define(rate(n), total_derivative(r(n), first) + du));
static_assert(decltype(further)::equations::size == 9 + 3 + 1);
static_assert(lz::same(right_side(further, total_derivative(r(n), first)),
                       total_derivative(total_derivative(du, first), first) + du));

// --- by all of them: a gradient for each sample, and its Hessian
constexpr auto slopes = lz::graph<"slopes">(base, define(s(n, p), total_derivative(u(n), x(n, p))));
static_assert(lz::same(right_side(slopes, total_derivative(z(n, j), x(n, p))), W(j, p)));
static_assert(lz::same(right_side(slopes, total_derivative(a(n, j), x(n, p))),
                       (1_c - a(n, j) * a(n, j)) * total_derivative(z(n, j), x(n, p))));
constexpr auto H = lz::tensor<"H">(lz::samples, inputs, inputs);
constexpr auto curvature = lz::graph<"curvature">(
    base, define(H(n, p, q), total_derivative(total_derivative(u(n), x(n, p)), x(n, q))));
static_assert(lz::same(
    right_side(curvature, total_derivative(total_derivative(a(n, j), x(n, p)), x(n, q))),
    -2_c * a(n, j) * total_derivative(z(n, j), x(n, p)) * total_derivative(a(n, j), x(n, q))));
// The index of a user's equation may have the name that a place would be given.
constexpr auto t = lz::tensor<"t">(lz::samples, inputs);
constexpr auto by_name =
    lz::graph<"by_name">(lz::inputs(x), lz::parameters(V), define(t(n, p), sin(x(n, p))),
                         define(H(n, p, q), total_derivative(t(n, p), x(n, q))));
static_assert(lz::same(right_side(by_name, total_derivative(t(n, p), x(n, q))),
                       lz::diff(sin(x(n, p)), x(n, q))));

// --- along the equations it is what the derivative of the whole formula is
constexpr auto whole = sum(j, V(j) * tanh(sum(i, W(j, i) * x(n, i))));
template <class Graph, class Expression> constexpr auto written_out(Graph, Expression) {
    return lz::expr::unroll<Expression, typename Graph::equations>{};
}
template <class Expression> constexpr auto written_out(Expression) {
    return lz::expr::unroll<Expression>{};
}
static_assert(lz::equivalent(written_out(along_first, du), written_out(lz::diff(whole, first))));
static_assert(lz::equivalent(written_out(along_first, total_derivative(du, first)),
                             written_out(lz::diff(lz::diff(whole, first), first))));
static_assert(!lz::equivalent(written_out(along_first, du),
                              written_out(lz::diff(whole, x(n, 1_c)))));
constexpr auto mixed = total_derivative(total_derivative(u(n), first), x(n, 1_c));
constexpr auto twist = lz::graph<"twist">(base, define(r(n), mixed));
static_assert(lz::equivalent(written_out(twist, mixed),
                             written_out(lz::diff(lz::diff(whole, first), x(n, 1_c)))));

// --- what is derived by itself, by a weight, by what is computed
static_assert(lz::same(total_derivative(x(n, p), x(n, q)), lz::diff(x(n, p), x(n, q))));
constexpr auto by_weight =
    lz::graph<"by_weight">(base, define(r(n), total_derivative(u(n), V(1_c))));
static_assert(lz::same(right_side(by_weight, total_derivative(u(n), V(1_c))), a(n, 1_c)));
constexpr auto by_value =
    lz::graph<"by_value">(base, define(r(n), sum(j, total_derivative(u(n), z(n, j)))));
static_assert(decltype(by_value)::equations::size == 3 + 2 + 1);
static_assert(lz::same(right_side(by_value, total_derivative(u(n), z(n, j))),
                       sum(k, V(k) * total_derivative(a(n, k), z(n, j)))));

// --- what is zero gets no equations: of second derivatives of rectifiers, those of their inputs
constexpr auto h = lz::tensor<"h">(lz::samples, hidden);
constexpr auto b = lz::tensor<"b">(hidden);
constexpr auto rectified = lz::graph<"rectified">(
    lz::inputs(x), lz::parameters(W, V, b), weighted, define(a(n, j), lz::relu(z(n, j))),
    define(h(n, j), a(n, j) * a(n, j) + b(j)), define(u(n), sum(j, V(j) * h(n, j))),
    define(r(n), total_derivative(total_derivative(u(n), first), first)));
static_assert(decltype(rectified)::equations::size == 4 + 4 + 2 + 1);
static_assert(lz::same(right_side(rectified,
                                  total_derivative(total_derivative(h(n, j), first), first)),
                       2_c * pow(total_derivative(a(n, j), first), 2_c)));
static_assert(lz::same(right_side(rectified, total_derivative(a(n, j), first)),
                       lz::select(a(n, j) <= 0_c, 0_c, total_derivative(z(n, j), first))));

// --- along the way all samples may be added up of what does not depend on it
constexpr auto other = lz::tensor<"other">(lz::samples);
constexpr auto total = lz::tensor<"total">();
constexpr auto m = lz::index<"m">(lz::samples);
constexpr auto scaled = lz::graph<"scaled">(
    lz::inputs(x, other), lz::parameters(V), define(total(), sum(m, other(m))),
    define(u(n), total() * x(n, 0_c) * V(0_c)), define(r(n), total_derivative(u(n), first)));
static_assert(lz::same(right_side(scaled, du), total() * V(0_c)));

// --- of what does not depend on it there is none, whatever the filters of formulas say: among so
// many tensors some have the same bit
template <class Known, class Elements> struct knows_totals;
template <class Known, class... Elements>
struct knows_totals<Known, lz::meta::list<Elements...>>
    : std::bool_constant<((!lz::expr::is_total<typename Elements::tensor> ||
                           lz::meta::contains<typename Elements::tensor, Known>::value) &&
                          ...)> {};
template <class... Equations> constexpr bool knows_its_totals(lz::meta::list<Equations...>) {
    using known = lz::meta::list<typename Equations::tensor...>;
    return (knows_totals<known,
                         typename lz::expr::elements_of<typename Equations::right>::type>::value &&
            ...);
}
constexpr auto unit = lz::dense<1>(lz::tanh);
constexpr auto tower =
    lz::network<"tower">(lz::input<1>, unit, unit, unit, unit, unit, unit, unit, unit, unit, unit,
                         unit, unit, unit, unit, unit, unit, unit, unit, unit, unit);
constexpr auto climb = lz::graph<"climb">(
    tower, define(r(n), total_derivative(tower.output(n, 0_c), tower.tensor<"x">()(n, 0_c))));
static_assert(decltype(climb)::equations::size == 40 + 40 + 1);
static_assert(knows_its_totals(decltype(climb)::equations{}));

// --- the gradient of a loss of derivatives, by differences and dual numbers of the equations
static_assert(lz::gradient_agrees(lz::sum_of_squared_errors(along_first), 1e-6_c));
static_assert(lz::gradient_agrees(lz::sum_of_squared_errors(slopes), 1e-6_c));
static_assert(lz::gradient_agrees(lz::sum_of_squared_errors(curvature), 1e-6_c));

// --- what it costs: u″ + u of a network of three hidden layers
constexpr auto deep =
    lz::network<"deep">(lz::input<1>, lz::dense<16>(lz::tanh), lz::dense<16>(lz::tanh),
                        lz::dense<16>(lz::tanh), lz::dense<1>());
constexpr auto y = deep.output(n, 0_c);
constexpr auto place = deep.tensor<"x">()(n, 0_c);
constexpr auto equation = lz::graph<"equation">(
    deep, define(r(n), total_derivative(total_derivative(y, place), place) + y));
static_assert(cost_of_step(equation).transcendentals == 48);
static_assert(cost_of_step(equation).flops < 13'100);

} // namespace
