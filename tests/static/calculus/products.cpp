#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

#include "costs.hpp"

/// A Σ over several indices is worked out index by index, products that do not depend on all of
/// them before it, and functions once.
namespace {

namespace lz = leibniz;
namespace detail = lz::calculus::detail;
using namespace lz::literals;
using lz::define;

// --- which variable is summed out first, of 16 samples and the ranges given, as positions of those
// of the Σ; factors are sets of positions
constexpr int samples = lz::expr::domain<"samples", lz::at_run_time>::range;
constexpr detail::set_in_sight in(std::initializer_list<int> positions) {
    detail::set_in_sight result = 0;
    for (int const at : positions)
        result |= detail::set_in_sight{1} << at;
    return result;
}
// y[n] := Σ_k Σ_j V[k]·U[k,j]·g[n,j]: first over j, to s[n,k], and then both sums are over one.
static_assert(detail::first_to_sum_out<3>({{samples, 8, 8}, 1},
                                          {in({1}), in({1, 2}), in({0, 2})}) == 1);
// y[n] := Σ_k Σ_j V[k]·U[k,j]·g[n,k]: U summed over j would be a tensor of weights alone.
static_assert(detail::first_to_sum_out<3>({{samples, 8, 8}, 1},
                                          {in({1}), in({1, 2}), in({0, 1})}) == 2);
// z[n,j] := Σ_i Σ_t W[j,i,t]·x[n,i,t]: nothing is gained.
static_assert(detail::first_to_sum_out<2>({{samples, 8, 8, 3}, 2},
                                          {in({1, 2, 3}), in({0, 2, 3})}) == 2);
// Of two groups, g[n,j]·h[n,j] and U[k,j], nothing, either.
static_assert(detail::first_to_sum_out<3>({{samples, 8, 8}, 2},
                                          {in({1, 2}), in({0, 2}), in({0, 2})}) == 1);

constexpr auto inputs = lz::domain<"inputs", 5>;
constexpr auto hidden = lz::domain<"hidden", 6>;
constexpr auto outputs = lz::domain<"outputs", 3>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(inputs);
constexpr auto m = lz::index<"m">(inputs);
constexpr auto j = lz::index<"j">(hidden);
constexpr auto k = lz::index<"k">(outputs);
constexpr auto x = lz::tensor<"x">(lz::samples, inputs);
constexpr auto v = lz::tensor<"v">(inputs, hidden);
constexpr auto w = lz::tensor<"w">(inputs);
constexpr auto W = lz::tensor<"W">(hidden, inputs);
constexpr auto V = lz::tensor<"V">(outputs, hidden);
constexpr auto g = lz::tensor<"g">(hidden);
constexpr auto s = lz::tensor<"s">(lz::samples, hidden);
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto o = lz::tensor<"o">(lz::samples, outputs);

// --- a factorisation machine (Rendle 2010): the square of a sum is a sum over pairs in canonical
// form, and runs as the square of a sum
constexpr auto pairs = lz::graph<"pairs">(
    lz::inputs(x), lz::parameters(v, w),
    define(y(n), sum(i, w(i) * x(n, i)) + sum(j, pow(sum(i, v(i, j) * x(n, i)), 2_c))));
constexpr auto pairs_named = lz::graph<"pairs_named">(
    lz::inputs(x), lz::parameters(v, w), define(s(n, j), sum(i, v(i, j) * x(n, i))),
    define(y(n), sum(i, w(i) * x(n, i)) + sum(j, pow(s(n, j), 2_c))));
static_assert(cost_the_same(pairs, pairs_named));
static_assert(lz::gradient_agrees(pairs, 1e-8_c));

// --- a bilinear form
constexpr auto B = lz::tensor<"B">(outputs, inputs, inputs);
constexpr auto r = lz::tensor<"r">(lz::samples, outputs, inputs);
constexpr auto bilinear =
    lz::graph<"bilinear">(lz::inputs(x), lz::parameters(B),
                          define(o(n, k), sum(i, sum(m, x(n, i) * B(k, i, m) * x(n, m)))));
constexpr auto bilinear_named = lz::graph<"bilinear_named">(
    lz::inputs(x), lz::parameters(B), define(r(n, k, i), sum(m, B(k, i, m) * x(n, m))),
    define(o(n, k), sum(i, x(n, i) * r(n, k, i))));
static_assert(lz::cost(bilinear).flops == lz::cost(bilinear_named).flops);
static_assert(cost_of_step(bilinear).flops == cost_of_step(bilinear_named).flops);
static_assert(lz::gradient_agrees(bilinear, 1e-8_c));

// --- filters for each channel, and channels mixed, in one formula: what lies along the lanes of
// the signal does in what is summed out, too
constexpr auto channels = lz::domain<"channels", 4>;
constexpr auto moments = lz::domain<"moments", 9>;
constexpr auto places = lz::domain<"places", 7>;
constexpr auto taps = lz::domain<"taps", 3>;
constexpr auto mixed = lz::domain<"mixed", 8>;
constexpr auto c = lz::index<"c">(channels);
constexpr auto t = lz::index<"t">(places);
constexpr auto u = lz::index<"u">(taps);
constexpr auto f = lz::index<"f">(mixed);
constexpr auto signal = lz::tensor<"signal">(lz::samples, channels, moments);
constexpr auto K = lz::tensor<"K">(channels, taps);
constexpr auto P = lz::tensor<"P">(mixed, channels);
constexpr auto d = lz::tensor<"d">(lz::samples, channels, places);
constexpr auto q = lz::tensor<"q">(lz::samples, mixed, places);
constexpr auto separable = lz::graph<"separable">(
    lz::inputs(signal), lz::parameters(K, P),
    define(q(n, f, t), sum(c, P(f, c) * sum(u, K(c, u) * signal(n, c, t + u)))));
constexpr auto separable_named =
    lz::graph<"separable_named">(lz::inputs(signal), lz::parameters(K, P),
                                 define(d(n, c, t), sum(u, K(c, u) * signal(n, c, t + u))),
                                 define(q(n, f, t), sum(c, P(f, c) * d(n, c, t))));
static_assert(cost_the_same(separable, separable_named));
using of_separable = lz::calculus::name_intermediates<decltype(separable)::equations>;
using by_channel = lz::meta::type_at<of_separable, 0>::tensor::domains;
static_assert(of_separable::size == 2 && by_channel::size == 3);
static_assert(lz::meta::type_at<by_channel, 1>::extent == 4 &&
              lz::meta::type_at<by_channel, 2>::extent == 7);
static_assert(lz::gradient_agrees(separable, 1e-8_c));

// --- channels scaled by a number of each: a factor joins another one that has its indices
constexpr auto L = lz::tensor<"L">(outputs, channels, moments);
constexpr auto strength = lz::tensor<"strength">(lz::samples, channels);
constexpr auto loud = lz::tensor<"loud">(lz::samples, channels, moments);
constexpr auto z = lz::index<"z">(moments);
constexpr auto scaled = lz::graph<"scaled">(
    lz::inputs(signal, strength), lz::parameters(L),
    define(o(n, k), sum(c, sum(z, L(k, c, z) * strength(n, c) * signal(n, c, z)))));
constexpr auto scaled_named =
    lz::graph<"scaled_named">(lz::inputs(signal, strength), lz::parameters(L),
                              define(loud(n, c, z), strength(n, c) * signal(n, c, z)),
                              define(o(n, k), sum(c, sum(z, L(k, c, z) * loud(n, c, z)))));
static_assert(cost_the_same(scaled, scaled_named));
static_assert(lz::gradient_agrees(scaled, 1e-8_c));

// --- a model that learns from derivatives of a network by its input (Raissi, Perdikaris and
// Karniadakis 2019): u″ + u. The work grows as the number of weights does, not as the cube of the
// neurons; every tanh is worked out once.
constexpr auto at = lz::tensor<"at">(lz::samples);
template <int Neurons> constexpr auto curved() {
    constexpr auto first = lz::domain<"first", Neurons>;
    constexpr auto second = lz::domain<"second", Neurons>;
    constexpr auto e = lz::index<"e">(first);
    constexpr auto h = lz::index<"h">(second);
    constexpr auto A = lz::tensor<"A">(first);
    constexpr auto a = lz::tensor<"a">(first);
    constexpr auto C = lz::tensor<"C">(second, first);
    constexpr auto D = lz::tensor<"D">(second);
    constexpr auto network = sum(h, D(h) * tanh(sum(e, C(h, e) * tanh(A(e) * at(n) + a(e)))));
    constexpr auto twice = lz::diff(lz::diff(network, at(n)), at(n));
    return lz::graph<"curved">(lz::inputs(at), lz::parameters(A, a, C, D),
                               define(y(n), twice + network));
}
static_assert(cost_of_step(curved<16>()).flops <= 4 * cost_of_step(curved<8>()).flops);
static_assert(cost_of_step(curved<8>()).flops <= 5 * lz::cost(curved<8>()).flops);
static_assert(cost_of_step(curved<8>()).transcendentals == 16);
static_assert(lz::gradient_agrees(curved<2>(), 1e-8_c));

// --- functions of what is no single tensor: worked out once for values and derivatives
constexpr auto gentle = lz::symbol<"gentle">;
constexpr auto steep = lz::symbol<"steep">;
constexpr auto decay = lz::graph<"decay">(
    lz::inputs(at), lz::parameters(gentle, steep),
    define(y(n), exp(-gentle* at(n)) + sin(steep * at(n)) * exp(-steep * at(n))));
static_assert(cost_of_step(decay).transcendentals == 4); // sin and cos, two of exp
static_assert(lz::gradient_agrees(decay, 1e-8_c));

// --- an adjoint that goes to a gain: its Σ is worked out once
constexpr auto a_ = lz::tensor<"a">(lz::samples, hidden);
constexpr auto gained = lz::graph<"gained">(
    lz::inputs(x), lz::parameters(W, g, V), define(s(n, j), sum(i, W(j, i) * x(n, i))),
    define(a_(n, j), g(j) * s(n, j)), define(o(n, k), sum(j, V(k, j) * a_(n, j))));
constexpr auto plain = lz::graph<"plain">(lz::inputs(x), lz::parameters(W, V),
                                          define(s(n, j), sum(i, W(j, i) * x(n, i))),
                                          define(o(n, k), sum(j, V(k, j) * s(n, j))));
// A Σ over 3 outputs for each of 6 would be 36 operations more.
static_assert(cost_of_step(gained).flops <= cost_of_step(plain).flops + 5 * 6);
static_assert(lz::gradient_agrees(gained, 1e-8_c));

} // namespace
