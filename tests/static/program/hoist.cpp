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
constexpr auto u = lz::tensor<"u">(lz::samples);
constexpr auto once = lz::graph<"once">(lz::inputs(x), lz::parameters(W),
                                        lz::define(z(n, j), sum(i, W(j, i) * x(n, i))),
                                        lz::define(u(n), sum(j, tanh(z(n, j)))));
constexpr auto linear = lz::graph<"once">(lz::inputs(x), lz::parameters(W),
                                          lz::define(z(n, j), sum(i, W(j, i) * x(n, i))),
                                          lz::define(u(n), sum(j, z(n, j))));
static_assert(lz::cost(once).transcendentals == 6 && lz::cost(once).stores == 6 + 1 &&
              lz::cost(linear).stores == 6 + 1);

} // namespace
