#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

/// Functions of a tensor that several equations need, or one of them again and again, have an
/// equation of their own.
namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr std::int64_t neurons = 32;
/// How many functions are worked out for each neuron of a layer, to find the gradient.
constexpr std::int64_t functions(auto f) {
    constexpr auto net = lz::network<"one">(lz::input<8>, lz::dense<neurons>(decltype(f){}));
    constexpr auto taken = lz::cost(lz::gradient(lz::sum_of_squared_errors(net)));
    return taken.transcendentals % neurons == 0 ? taken.transcendentals / neurons : -1;
}

static_assert(functions(lz::tanh) == 1 && functions(lz::relu) == 0);
static_assert(functions(lz::silu) == 1);
// expm1(z), and of it the derivative.
static_assert(functions(lz::elu) == 1);
// erf(z/√2) and exp(−z²/2).
static_assert(functions(lz::gelu) == 2);
// Mish (Misra 2019): softplus(z), tanh of it, and logistic(z); a function of a function.
static_assert(functions([](auto z) { return z * tanh(softplus(z)); }) == 3);
static_assert(functions([](auto z) { return softplus(z) + tanh(softplus(z)); }) == 3);
static_assert(functions([](auto z) { return max(tanh(z), 0_c); }) == 1);

// A sign is found as fast as a number is read.
constexpr auto by_sign =
    lz::network<"signs">(lz::input<8>, lz::dense<neurons>([](auto z) { return z * sign(z); }));
static_assert(lz::cost(lz::gradient(lz::sum_of_squared_errors(by_sign))).stores ==
              lz::cost(lz::gradient(lz::sum_of_squared_errors(
                           lz::network<"as">(lz::input<8>, lz::dense<neurons>(lz::silu)))))
                      .stores -
                  neurons);

// --- a network without activations that have a name
constexpr auto inputs = lz::domain<"inputs", 4>;
constexpr auto hidden = lz::domain<"hidden", 6>;
constexpr auto outputs = lz::domain<"outputs", 3>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(inputs);
constexpr auto j = lz::index<"j">(hidden);
constexpr auto k = lz::index<"k">(outputs);
constexpr auto x = lz::tensor<"x">(lz::samples, inputs);
constexpr auto W = lz::tensor<"W">(hidden, inputs);
constexpr auto z = lz::tensor<"z">(lz::samples, hidden);
constexpr auto V = lz::tensor<"V">(outputs, hidden);
constexpr auto y = lz::tensor<"y">(lz::samples, outputs);
constexpr auto u = lz::tensor<"u">(lz::samples, outputs);

constexpr auto unnamed = lz::graph<"unnamed">(lz::inputs(x), lz::parameters(W, V),
                                              lz::define(z(n, j), sum(i, W(j, i) * x(n, i))),
                                              lz::define(y(n, k), sum(j, V(k, j) * tanh(z(n, j)))));
// Not for each output anew.
static_assert(lz::cost(unnamed).transcendentals == 6);
static_assert(lz::cost(lz::gradient(lz::sum_of_squared_errors(unnamed))).transcendentals == 6);

static_assert(lz::gradient_agrees(unnamed, 1e-8_c));
static_assert(lz::gradient_agrees(lz::network<"mish">(lz::input<2>, lz::dense<3>([](auto v) {
                                                          return v * tanh(softplus(v));
                                                      }),
                                                      lz::dense<1>(lz::gelu)),
                                  1e-8_c));

// A gate: tanh(z) is in y, in the adjoint of the gate, and with its derivative in that of z.
constexpr auto gate = lz::tensor<"gate">(lz::samples, hidden);
constexpr auto U = lz::tensor<"U">(hidden, inputs);
constexpr auto gated = lz::graph<"gated">(
    lz::inputs(x), lz::parameters(W, U, V), lz::define(z(n, j), sum(i, W(j, i) * x(n, i))),
    lz::define(gate(n, j), logistic(sum(i, U(j, i) * x(n, i)))),
    lz::define(y(n, k), sum(j, V(k, j) * gate(n, j) * tanh(z(n, j)))));
static_assert(lz::cost(lz::gradient(lz::sum_of_squared_errors(gated))).transcendentals == 2 * 6);
static_assert(lz::gradient_agrees(gated, 1e-8_c));

// One output takes each once.
constexpr auto single = lz::domain<"single", 1>;
constexpr auto o = lz::index<"o">(single);
constexpr auto T = lz::tensor<"T">(single, hidden);
constexpr auto w = lz::tensor<"w">(lz::samples, single);
constexpr auto one_output = lz::graph<"one_output">(
    lz::inputs(x), lz::parameters(W, T), lz::define(z(n, j), sum(i, W(j, i) * x(n, i))),
    lz::define(w(n, o), sum(j, T(o, j) * tanh(z(n, j)))));
static_assert(lz::cost(one_output).transcendentals == 6 && lz::cost(one_output).stores == 6 + 1);

// Of inputs and of weights, too.
constexpr auto features = lz::graph<"features">(
    lz::inputs(x), lz::parameters(W), lz::define(z(n, j), sum(i, W(j, i) * sin(x(n, i)))));
static_assert(lz::cost(features).transcendentals == 4);
static_assert(lz::cost(lz::gradient(lz::sum_of_squared_errors(features))).transcendentals == 4);
static_assert(lz::gradient_agrees(features, 1e-8_c));
constexpr auto positive = lz::graph<"positive">(
    lz::inputs(x), lz::parameters(W), lz::define(z(n, j), sum(i, exp(W(j, i)) * x(n, i))));
static_assert(lz::cost(lz::gradient(lz::sum_of_squared_errors(positive))).transcendentals == 6 * 4);
static_assert(lz::gradient_agrees(positive, 1e-8_c));
constexpr auto scale = lz::symbol<"scale">;
constexpr auto scaled =
    lz::graph<"scaled">(lz::inputs(x), lz::parameters(W, scale),
                        lz::define(z(n, j), exp(scale) * sum(i, W(j, i) * x(n, i))));
static_assert(lz::cost(lz::gradient(lz::sum_of_squared_errors(scaled))).transcendentals == 1);
static_assert(lz::gradient_agrees(scaled, 1e-8_c));

// For a whole signal, not for each place of a window on it; of one moment of it, for that alone.
constexpr auto taps = lz::domain<"taps", 3>;
constexpr auto times = lz::domain<"times", 5>;
constexpr auto longer = lz::domain<"longer", 7>;
constexpr auto c = lz::index<"c">(taps);
constexpr auto t = lz::index<"t">(times);
constexpr auto signal = lz::tensor<"signal">(lz::samples, longer);
constexpr auto K = lz::tensor<"K">(taps);
constexpr auto m = lz::tensor<"m">(lz::samples, times);
constexpr auto window =
    lz::graph<"window">(lz::inputs(signal), lz::parameters(K),
                        lz::define(m(n, t), sum(c, K(c) * tanh(signal(n, t + c)))));
static_assert(lz::cost(window).transcendentals == 7);
static_assert(lz::gradient_agrees(window, 1e-8_c));
constexpr auto moment = lz::graph<"moment">(
    lz::inputs(signal), lz::parameters(K),
    lz::define(m(n, t), sum(c, K(c) * signal(n, t + c)) * tanh(signal(n, 2_c))));
static_assert(lz::cost(moment).transcendentals == 5);
constexpr auto moments = lz::domain<"moments", 2>;
constexpr auto step = lz::tensor<"step">(lz::samples, moments, inputs);
constexpr auto first_step =
    lz::graph<"first_step">(lz::inputs(step), lz::parameters(W),
                            lz::define(z(n, j), sum(i, W(j, i) * tanh(step(n, 0_c, i)))));
static_assert(lz::cost(first_step).transcendentals == 4);
static_assert(lz::gradient_agrees(first_step, 1e-8_c));

// For the same index and for all others in one equation.
constexpr auto Q = lz::tensor<"Q">(hidden, hidden);
constexpr auto h = lz::index<"h">(hidden);
constexpr auto r = lz::tensor<"r">(lz::samples, hidden);
constexpr auto both_ways = lz::graph<"both_ways">(
    lz::inputs(x), lz::parameters(W, Q), lz::define(z(n, j), sum(i, W(j, i) * x(n, i))),
    lz::define(r(n, j), tanh(z(n, j)) + sum(h, Q(j, h) * tanh(z(n, h)))));
static_assert(lz::cost(both_ways).transcendentals == 6);
static_assert(lz::gradient_agrees(both_ways, 1e-8_c));

// Where an equation needs each value once, it is worked out there.
constexpr auto v = lz::tensor<"v">(lz::samples);
constexpr auto once = lz::graph<"once">(lz::inputs(x), lz::parameters(W),
                                        lz::define(z(n, j), sum(i, W(j, i) * x(n, i))),
                                        lz::define(v(n), sum(j, tanh(z(n, j)))));
constexpr auto linear = lz::graph<"once">(lz::inputs(x), lz::parameters(W),
                                          lz::define(z(n, j), sum(i, W(j, i) * x(n, i))),
                                          lz::define(v(n), sum(j, z(n, j))));
static_assert(lz::cost(once).transcendentals == 6 && lz::cost(once).stores == 6 + 1 &&
              lz::cost(linear).stores == 6 + 1);

// --- layers without a name for their weighted sums
constexpr auto a = lz::tensor<"a">(lz::samples, hidden);
constexpr auto bare = lz::graph<"bare">(lz::inputs(x), lz::parameters(W, V),
                                        lz::define(a(n, j), tanh(sum(i, W(j, i) * x(n, i)))),
                                        lz::define(y(n, k), logistic(sum(j, V(k, j) * a(n, j)))));
constexpr auto named = lz::graph<"named">(
    lz::inputs(x), lz::parameters(W, V), lz::define(z(n, j), sum(i, W(j, i) * x(n, i))),
    lz::define(a(n, j), tanh(z(n, j))), lz::define(u(n, k), sum(j, V(k, j) * a(n, j))),
    lz::define(y(n, k), logistic(u(n, k))));
constexpr auto cost_of = [](auto model) {
    return lz::cost(lz::gradient(lz::sum_of_squared_errors(model)));
};
// The slope of each activation is multiplied once, in either; what leads there is fused.
static_assert(cost_of(bare).flops == cost_of(named).flops);
static_assert(cost_of(bare).stores == cost_of(named).stores);
static_assert(lz::gradient_agrees(bare, 1e-8_c));

// --- products of two tensors that the sum and its derivatives have in one order or in the other:
// how they are sorted depends on a hash of names and subscripts
template <lz::fixed_string First, lz::fixed_string Second> constexpr bool product_agrees() {
    constexpr auto one = lz::tensor<First>(lz::samples, hidden);
    constexpr auto two = lz::tensor<Second>(lz::samples, hidden);
    return lz::gradient_agrees(
        lz::graph<"pair">(lz::inputs(x), lz::parameters(W, U, V),
                          lz::define(one(n, j), sum(i, W(j, i) * x(n, i))),
                          lz::define(two(n, j), sum(i, U(j, i) * x(n, i))),
                          lz::define(y(n, k), sum(j, V(k, j) * one(n, j) * two(n, j)))),
        1e-8_c);
}
static_assert(product_agrees<"gate1", "gate2">() && product_agrees<"gate1", "gate3">() &&
              product_agrees<"gate2", "gate3">() && product_agrees<"gate5", "gate6">() &&
              product_agrees<"gate5", "gate7">() && product_agrees<"gate6", "gate7">());

// --- two steps of a recurrent layer with a gate, whose weights are shared
constexpr auto steps = lz::domain<"steps", 2>;
constexpr auto s = lz::tensor<"s">(lz::samples, steps, inputs);
constexpr auto R = lz::tensor<"R">(hidden, hidden);
constexpr auto g1 = lz::tensor<"g1">(lz::samples, hidden);
constexpr auto h1 = lz::tensor<"h1">(lz::samples, hidden);
constexpr auto g2 = lz::tensor<"g2">(lz::samples, hidden);
constexpr auto h2 = lz::tensor<"h2">(lz::samples, hidden);
constexpr auto recurrent = lz::graph<"recurrent">(
    lz::inputs(s), lz::parameters(W, U, R, V),
    lz::define(g1(n, j), logistic(sum(i, U(j, i) * s(n, 0_c, i)))),
    lz::define(h1(n, j), g1(n, j) * tanh(sum(i, W(j, i) * s(n, 0_c, i)))),
    lz::define(g2(n, j), logistic(sum(i, U(j, i) * s(n, 1_c, i)) + sum(h, R(j, h) * h1(n, h)))),
    lz::define(h2(n, j), g2(n, j) * tanh(sum(i, W(j, i) * s(n, 1_c, i)))),
    lz::define(y(n, k), sum(j, V(k, j) * h2(n, j))));
static_assert(lz::gradient_agrees(recurrent, 1e-8_c));

} // namespace
