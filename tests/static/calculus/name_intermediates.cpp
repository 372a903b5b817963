#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

#include "costs.hpp"

/// Models that do not name what is inside of their equations run as those that do.
namespace {

namespace lz = leibniz;
using namespace lz::literals;
using lz::define;

constexpr auto inputs = lz::domain<"inputs", 4>;
constexpr auto hidden = lz::domain<"hidden", 6>;
constexpr auto outputs = lz::domain<"outputs", 3>;
constexpr auto single = lz::domain<"single", 1>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(inputs);
constexpr auto j = lz::index<"j">(hidden);
constexpr auto h = lz::index<"h">(hidden);
constexpr auto k = lz::index<"k">(outputs);
constexpr auto o = lz::index<"o">(single);
constexpr auto x = lz::tensor<"x">(lz::samples, inputs);
constexpr auto W = lz::tensor<"W">(hidden, inputs);
constexpr auto U = lz::tensor<"U">(hidden, inputs);
constexpr auto b = lz::tensor<"b">(hidden);
constexpr auto V = lz::tensor<"V">(outputs, hidden);
constexpr auto T = lz::tensor<"T">(single, hidden);
constexpr auto z = lz::tensor<"z">(lz::samples, hidden);
constexpr auto a = lz::tensor<"a">(lz::samples, hidden);
constexpr auto g = lz::tensor<"g">(lz::samples, hidden);
constexpr auto p = lz::tensor<"p">(lz::samples, hidden);
constexpr auto s = lz::tensor<"s">(lz::samples);
constexpr auto u = lz::tensor<"u">(lz::samples, outputs);
constexpr auto y = lz::tensor<"y">(lz::samples, outputs);
constexpr auto w = lz::tensor<"w">(lz::samples, single);

/// How many equations are added to a model's.
constexpr std::size_t added(auto model) {
    using equations = typename decltype(model)::equations;
    return lz::calculus::name_intermediates<equations>::size - equations::size;
}

// --- layers have their names, so nothing is added, and all is as it was
template <auto const& Model>
inline constexpr bool stays = std::is_same_v<
    lz::calculus::name_intermediates<typename std::remove_cvref_t<decltype(Model)>::equations>,
    typename std::remove_cvref_t<decltype(Model)>::equations>;
constexpr auto layers = lz::network<"layers">(
    lz::input<4>, lz::dense<6>(lz::tanh), lz::dense<5>(lz::silu), lz::dense<6>(lz::gelu),
    lz::dense<3>(lz::leaky_relu), lz::dense<3>(lz::elu), lz::dense<2>());
static_assert(stays<layers>);
constexpr auto named = lz::graph<"named">(
    lz::inputs(x), lz::parameters(W, b, V), define(z(n, j), sum(i, W(j, i) * x(n, i)) + b(j)),
    define(a(n, j), silu(z(n, j))), define(u(n, k), sum(j, V(k, j) * a(n, j))),
    define(y(n, k), logistic(u(n, k))));
static_assert(stays<named>);

// --- a Σ inside of functions
constexpr auto bare = lz::graph<"bare">(lz::inputs(x), lz::parameters(W, b, V),
                                        define(a(n, j), silu(sum(i, W(j, i) * x(n, i)) + b(j))),
                                        define(y(n, k), logistic(sum(j, V(k, j) * a(n, j)))));
static_assert(added(bare) == 2 && cost_the_same(bare, named));
static_assert(lz::gradient_agrees(bare, 1e-8_c));

// The whole network as one formula: the activation in the second Σ, too.
constexpr auto whole = lz::graph<"whole">(
    lz::inputs(x), lz::parameters(W, b, V),
    define(y(n, k), logistic(sum(j, V(k, j) * silu(sum(i, W(j, i) * x(n, i)) + b(j))))));
static_assert(added(whole) == 3 && cost_the_same(whole, named));
static_assert(lz::gradient_agrees(whole, 1e-8_c));

// --- in a product, a quotient, a selection, a power
constexpr auto product = lz::graph<"product">(
    lz::inputs(x), lz::parameters(W, U, V),
    define(g(n, j), sum(i, U(j, i) * x(n, i)) * tanh(sum(i, W(j, i) * x(n, i)))),
    define(y(n, k), sum(j, V(k, j) * g(n, j))));
constexpr auto product_named = lz::graph<"product_named">(
    lz::inputs(x), lz::parameters(W, U, V), define(a(n, j), sum(i, U(j, i) * x(n, i))),
    define(z(n, j), sum(i, W(j, i) * x(n, i))), define(g(n, j), a(n, j) * tanh(z(n, j))),
    define(y(n, k), sum(j, V(k, j) * g(n, j))));
static_assert(stays<product_named>);
static_assert(added(product) == 2 && cost_the_same(product, product_named));
static_assert(lz::gradient_agrees(product, 1e-8_c));

constexpr auto softmax = lz::graph<"softmax">(lz::inputs(x), lz::parameters(W, V),
                                              define(z(n, j), sum(i, W(j, i) * x(n, i))),
                                              define(p(n, j), exp(z(n, j)) / sum(h, exp(z(n, h)))),
                                              define(y(n, k), sum(j, V(k, j) * p(n, j))));
constexpr auto softmax_named = lz::graph<"softmax_named">(
    lz::inputs(x), lz::parameters(W, V), define(z(n, j), sum(i, W(j, i) * x(n, i))),
    define(s(n), sum(h, exp(z(n, h)))), define(p(n, j), exp(z(n, j)) / s(n)),
    define(y(n, k), sum(j, V(k, j) * p(n, j))));
static_assert(stays<softmax_named>);
static_assert(added(softmax) == 1 && cost_the_same(softmax, softmax_named));
static_assert(lz::cost(softmax).transcendentals == 6);
static_assert(lz::gradient_agrees(softmax, 1e-8_c));

constexpr auto others =
    lz::graph<"others">(lz::inputs(x), lz::parameters(W, U, V),
                        define(a(n, j), max(sum(i, W(j, i) * x(n, i)), sum(i, U(j, i) * x(n, i)))),
                        define(g(n, j), a(n, j) * pow(1_c + pow(sum(h, a(n, h)), 2_c), -1_c)),
                        define(y(n, k), sum(j, V(k, j) * g(n, j))));
static_assert(added(others) == 3);
static_assert(lz::gradient_agrees(others, 1e-8_c));

// --- a mean that is subtracted, as in layer normalisation (Ba, Kiros and Hinton 2016): the work of
// a step grows as the number of neurons does, not as its square
template <int Neurons> constexpr auto normalised() {
    constexpr auto neurons = lz::domain<"neurons", Neurons>;
    constexpr auto q = lz::index<"q">(neurons);
    constexpr auto v = lz::index<"v">(neurons);
    constexpr auto given = lz::tensor<"given">(lz::samples, neurons);
    constexpr auto gain = lz::tensor<"gain">(neurons);
    constexpr auto centred = lz::tensor<"centred">(lz::samples, neurons);
    constexpr auto result = lz::tensor<"result">(lz::samples, neurons);
    constexpr auto mean = lz::expr::number<1, Neurons>{};
    return lz::graph<"normalised">(
        lz::inputs(given), lz::parameters(gain),
        define(centred(n, q), given(n, q) * gain(q) - mean * sum(v, given(n, v) * gain(v))),
        define(result(n, q), centred(n, q) * pow(1_c + mean * sum(v, centred(n, v) * centred(n, v)),
                                                 -1_c / 2_c)));
}
static_assert(added(normalised<5>()) == 2);
static_assert(cost_of_step(normalised<20>()).flops <= 4 * cost_of_step(normalised<5>()).flops);
static_assert(lz::gradient_agrees(normalised<5>(), 1e-8_c));

// Sums in functions in sums: each has variables of its own.
constexpr auto nested = lz::graph<"nested">(
    lz::inputs(x), lz::parameters(W, U, V), define(a(n, j), sum(i, W(j, i) * x(n, i))),
    define(g(n, j), sum(i, U(j, i) * x(n, i))),
    define(y(n, k), sum(j, V(k, j) * tanh(a(n, j) + sum(h, g(n, h) * sin(g(n, h) + a(n, h)))))));
static_assert(lz::gradient_agrees(nested, 1e-8_c));

// --- products in a Σ, which would be worked out for each output
constexpr auto gated = lz::graph<"gated">(
    lz::inputs(x), lz::parameters(W, U, V), define(z(n, j), sum(i, W(j, i) * x(n, i))),
    define(g(n, j), logistic(sum(i, U(j, i) * x(n, i)))),
    define(y(n, k), sum(j, V(k, j) * g(n, j) * tanh(z(n, j)))));
constexpr auto gated_named = lz::graph<"gated_named">(
    lz::inputs(x), lz::parameters(W, U, V), define(z(n, j), sum(i, W(j, i) * x(n, i))),
    define(a(n, j), sum(i, U(j, i) * x(n, i))), define(g(n, j), logistic(a(n, j))),
    define(p(n, j), g(n, j) * tanh(z(n, j))), define(y(n, k), sum(j, V(k, j) * p(n, j))));
static_assert(stays<gated_named>);
static_assert(added(gated) == 2 && cost_the_same(gated, gated_named));
static_assert(lz::gradient_agrees(gated, 1e-8_c));

// One output takes each product once; and a function alone is not in the formula of another, but
// where its tensor is (static/program/hoist).
constexpr auto one_output = lz::graph<"one_output">(
    lz::inputs(x), lz::parameters(W, T), define(z(n, j), sum(i, W(j, i) * x(n, i))),
    define(w(n, o), sum(j, T(o, j) * z(n, j) * tanh(z(n, j)))));
static_assert(stays<one_output>);
constexpr auto function = lz::graph<"function">(lz::inputs(x), lz::parameters(W, V),
                                                define(z(n, j), sum(i, W(j, i) * x(n, i))),
                                                define(y(n, k), sum(j, V(k, j) * tanh(z(n, j)))));
static_assert(stays<function>);

// --- a convolution and its bias
constexpr auto channels = lz::domain<"channels", 2>;
constexpr auto taps = lz::domain<"taps", 3>;
constexpr auto times = lz::domain<"times", 5>;
constexpr auto longer = lz::domain<"longer", 7>;
constexpr auto c = lz::index<"c">(channels);
constexpr auto t = lz::index<"t">(times);
constexpr auto r = lz::index<"r">(taps);
constexpr auto signal = lz::tensor<"signal">(lz::samples, longer);
constexpr auto K = lz::tensor<"K">(channels, taps);
constexpr auto d = lz::tensor<"d">(channels);
constexpr auto L = lz::tensor<"L">(outputs, channels, times);
constexpr auto m = lz::tensor<"m">(lz::samples, channels, times);
constexpr auto f = lz::tensor<"f">(lz::samples, channels, times);
constexpr auto conv =
    lz::graph<"conv">(lz::inputs(signal), lz::parameters(K, d, L),
                      define(f(n, c, t), silu(sum(r, K(c, r) * signal(n, t + r)) + d(c))),
                      define(y(n, k), sum(c, sum(t, L(k, c, t) * f(n, c, t)))));
constexpr auto conv_named = lz::graph<"conv_named">(
    lz::inputs(signal), lz::parameters(K, d, L),
    define(m(n, c, t), sum(r, K(c, r) * signal(n, t + r)) + d(c)),
    define(f(n, c, t), silu(m(n, c, t))), define(y(n, k), sum(c, sum(t, L(k, c, t) * f(n, c, t)))));
static_assert(added(conv) == 1 && cost_the_same(conv, conv_named));
static_assert(lz::gradient_agrees(conv, 1e-8_c));

// --- sums of parameters alone, and one that each equation has under another index
constexpr auto tied = lz::graph<"tied">(
    lz::inputs(x), lz::parameters(W, V),
    define(a(n, j), tanh(sum(i, W(j, i) * x(n, i)) / sqrt(1_c + sum(i, W(j, i) * W(j, i))))),
    define(g(n, h), a(n, h) * sum(i, W(h, i) * x(n, i))),
    define(y(n, k), sum(j, V(k, j) * g(n, j))));
static_assert(lz::gradient_agrees(tied, 1e-8_c));
// A tensor of weights alone, whose adjoint is a sum over samples.
constexpr auto norm = lz::tensor<"norm">(hidden);
constexpr auto by_norm = lz::graph<"by_norm">(
    lz::inputs(x), lz::parameters(W, V), define(norm(j), sum(i, W(j, i) * W(j, i))),
    define(a(n, j), sum(i, W(j, i) * x(n, i)) / sqrt(1_c + norm(j))),
    define(y(n, k), sum(j, V(k, j) * a(n, j))));
static_assert(lz::gradient_agrees(by_norm, 1e-8_c));

// --- a loss as an equation: Σ over samples stay, since they grow block by block; what is in them
// is named
constexpr auto t_ = lz::tensor<"t">(lz::samples, hidden);
constexpr auto E = lz::symbol<"E">;
constexpr auto entropy = lz::graph<"entropy">(
    lz::inputs(x, t_), lz::parameters(W), define(z(n, j), sum(i, W(j, i) * x(n, i))),
    define(E, sum(n, sum(j, t_(n, j) * (log(sum(h, exp(z(n, h)))) - z(n, j))))));
static_assert(added(entropy) == 1);
static_assert(lz::gradient_agrees(entropy, 1e-8_c));

} // namespace
