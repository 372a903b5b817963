#include "../../unit/training/probes.hpp"

#include <leibniz/testing/structure.hpp>

// Questions about structure, each with one answer of either kind.

namespace {

namespace lz = leibniz;
using namespace lz::literals;

// [structure]
constexpr auto net =
    lz::network<"structure">(lz::input<3>, lz::dense<4>(lz::tanh), lz::dense<2>(lz::logistic));
constexpr auto grad = lz::gradient(lz::sum_of_squared_errors(net));
constexpr auto W1 = net.weights<1>();
constexpr auto W2 = net.weights<2>();
constexpr auto b1 = net.biases<1>();
constexpr auto b2 = net.biases<2>();

constexpr auto neuron = net.neuron<1, 2>().weighted_sum;
static_assert(lz::depends_on(neuron, W1(2_c, 0_c)) && !lz::depends_on(neuron, W1(1_c, 0_c)));
static_assert(lz::weights_of(neuron, net) == lz::parameters(W1, b1));
static_assert(lz::weights_of(grad[b2], grad) == lz::parameters(W1, b1, W2, b2));
static_assert(lz::shares_delta(grad, W1, b1) && !lz::shares_delta(grad, W1, W2));
static_assert(lz::is_zero(lz::diff(neuron, W2(0_c, 1_c))));
static_assert(lz::stores_only_what_it_reads(grad));
static_assert(lz::is_stateless(grad));
// [/structure]

// By itself, and through equations. W2's derivative is δ2 times a1, and W1 is behind both.
constexpr auto slope = grad[W2];
static_assert(lz::depends_on(slope, net.activation<1>()) && lz::depends_on(slope, net.delta<2>()));
static_assert(!lz::depends_on(slope, net.delta<1>()) && !lz::depends_on(slope, W1));
static_assert(lz::depends_on(slope, W1, grad) && lz::depends_on(slope, b1, grad));
static_assert(!lz::depends_on(slope, net.delta<1>(), grad));
static_assert(lz::depends_on(slope, lz::sum_of_squared_errors(net).target, grad));
constexpr auto n = lz::index<"n">(lz::samples);
static_assert(lz::depends_on(net.activation<1>()(n, 0_c), W1(3_c, 0_c), net));
static_assert(!lz::depends_on(net.activation<1>()(n, 0_c), W2, net));

static_assert(!(lz::weights_of(neuron, net) == lz::parameters(W1)));
static_assert(!(lz::weights_of(neuron, net) == lz::parameters(W1, b2)));
static_assert(lz::weights_of(neuron, net).contains(b1) &&
              !lz::weights_of(neuron, net).contains(b2));
static_assert(lz::weights_of(net.tensor<"x">()(n, 0_c), net).size == 0);
static_assert(lz::weights_of(grad[net.weighted_sum<2>()], net) == lz::parameters(W1, b1, W2, b2));

// A weight that two layers share reads the δ of both.
constexpr auto wide = lz::domain<"wide", 3>;
constexpr auto i = lz::index<"i">(wide);
constexpr auto j = lz::index<"j">(wide);
constexpr auto x = lz::tensor<"x", "twice">(lz::samples, wide);
constexpr auto W = lz::tensor<"W", "twice">(wide, wide);
constexpr auto b = lz::tensor<"b", "twice">(wide);
constexpr auto z1 = lz::tensor<"z1", "twice">(lz::samples, wide);
constexpr auto a1 = lz::tensor<"a1", "twice">(lz::samples, wide);
constexpr auto z2 = lz::tensor<"z2", "twice">(lz::samples, wide);
constexpr auto twice = lz::graph<"twice">(
    lz::inputs(x), lz::parameters(W, b), lz::define(z1(n, j), sum(i, W(j, i) * x(n, i)) + b(j)),
    lz::define(a1(n, j), lz::tanh(z1(n, j))), lz::define(z2(n, j), sum(i, W(j, i) * a1(n, i))));
constexpr auto of_twice = lz::gradient(lz::sum_of_squared_errors(twice));
static_assert(!lz::shares_delta(of_twice, W) && lz::shares_delta(of_twice, b));
static_assert(lz::shares_delta(grad, W2) && lz::shares_delta(grad, W2, b2));
static_assert(!lz::shares_delta(grad, W2, b1) && !lz::shares_delta(grad, b1, W1, b2));
constexpr auto of_conv = lz::gradient(lz::sum_of_squared_errors(probes::conv::net));
static_assert(lz::shares_delta(of_conv, probes::conv::W, probes::conv::b));
static_assert(!lz::shares_delta(of_conv, probes::conv::W, probes::conv::b2));

// Zero by form, by fingerprint, and not at all.
constexpr auto u = lz::symbol<"u">;
constexpr auto v = lz::symbol<"v">;
static_assert(lz::is_zero((u + v) * (u - v) - u * u + v * v));
static_assert(!lz::is_zero((u + v) * (u - v) - u * u - v * v));
static_assert(!lz::is_zero(lz::diff(neuron, W1(2_c, 1_c))));
static_assert(lz::is_zero(lz::diff(lz::sign(u), u)) && !lz::is_zero(lz::diff(lz::abs(u), u)));

// An equation that nothing reads is stored for nothing.
constexpr auto idle = lz::tensor<"idle", "twice">(lz::samples, wide);
constexpr auto wasteful = lz::graph<"twice">(
    lz::inputs(x), lz::parameters(W, b), lz::define(z1(n, j), sum(i, W(j, i) * x(n, i)) + b(j)),
    lz::define(idle(n, j), lz::exp(z1(n, j))), lz::define(a1(n, j), lz::tanh(z1(n, j))));
static_assert(!lz::stores_only_what_it_reads(wasteful));
static_assert(!lz::stores_only_what_it_reads(lz::sum_of_squared_errors(wasteful)));
static_assert(!lz::stores_only_what_it_reads(lz::gradient(lz::sum_of_squared_errors(wasteful))));
static_assert(lz::stores_only_what_it_reads(net));
static_assert(lz::stores_only_what_it_reads(lz::sum_of_squared_errors(twice)));
static_assert(lz::stores_only_what_it_reads(of_twice) && lz::stores_only_what_it_reads(of_conv));

static_assert(lz::is_stateless(net) && lz::is_stateless(slope) && lz::is_stateless(u * v));
static_assert(!lz::is_stateless(u = 2.0) && !lz::is_stateless(lz::adam{}));

} // namespace
