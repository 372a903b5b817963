#pragma once
#include <leibniz/leibniz.hpp>

/// Models that are no chains of layers, written as equations and nothing else.
namespace probes {

namespace lz = leibniz;
using namespace lz::literals;

inline constexpr auto n = lz::index<"n">(lz::samples);

/// Two inputs, two branches that gate each other, and a skip from the first branch to the output.
namespace branch {

inline constexpr auto first = lz::domain<"first", 4>;
inline constexpr auto second = lz::domain<"second", 5>;
inline constexpr auto hidden = lz::domain<"hidden", 6>;
inline constexpr auto out = lz::domain<"out", 2>;
inline constexpr auto i = lz::index<"i">(first);
inline constexpr auto c = lz::index<"c">(second);
inline constexpr auto j = lz::index<"j">(hidden);
inline constexpr auto k = lz::index<"k">(out);

inline constexpr auto x = lz::tensor<"x", "branch">(lz::samples, first);
inline constexpr auto y = lz::tensor<"y", "branch">(lz::samples, second);
inline constexpr auto U = lz::tensor<"U", "branch">(hidden, first);
inline constexpr auto V = lz::tensor<"V", "branch">(hidden, second);
inline constexpr auto W = lz::tensor<"W", "branch">(out, hidden);
inline constexpr auto R = lz::tensor<"R", "branch">(out, hidden);
inline constexpr auto b1 = lz::tensor<"b1", "branch">(hidden);
inline constexpr auto b2 = lz::tensor<"b2", "branch">(hidden);
inline constexpr auto b3 = lz::tensor<"b3", "branch">(out);
inline constexpr auto z1 = lz::tensor<"z1", "branch">(lz::samples, hidden);
inline constexpr auto h = lz::tensor<"h", "branch">(lz::samples, hidden);
inline constexpr auto z2 = lz::tensor<"z2", "branch">(lz::samples, hidden);
inline constexpr auto g = lz::tensor<"g", "branch">(lz::samples, hidden);
inline constexpr auto s = lz::tensor<"s", "branch">(lz::samples, hidden);
inline constexpr auto z3 = lz::tensor<"z3", "branch">(lz::samples, out);
inline constexpr auto a = lz::tensor<"a", "branch">(lz::samples, out);

inline constexpr auto net = lz::graph<"branch">(
    lz::inputs(x, y), lz::parameters(U, b1, V, b2, W, R, b3),
    lz::define(z1(n, j), sum(i, U(j, i) * x(n, i)) + b1(j)),
    lz::define(h(n, j), lz::tanh(z1(n, j))),
    lz::define(z2(n, j), sum(c, V(j, c) * y(n, c)) + b2(j)),
    lz::define(g(n, j), lz::logistic(z2(n, j))), lz::define(s(n, j), h(n, j) * g(n, j)),
    lz::define(z3(n, k), sum(j, W(k, j) * s(n, j)) + sum(j, R(k, j) * h(n, j)) + b3(k)),
    lz::define(a(n, k), lz::logistic(z3(n, k))));

} // namespace branch

/// A convolution over time with two input and three output channels, and a dense layer over all its
/// outputs.
namespace conv {

inline constexpr auto channels = lz::domain<"channels", 2>;
inline constexpr auto filters = lz::domain<"filters", 3>;
inline constexpr auto taps = lz::domain<"taps", 5>;
inline constexpr auto time = lz::domain<"time", 12>;
inline constexpr auto long_time = lz::domain<"long_time", 16>;
inline constexpr auto out = lz::domain<"out", 2>;
inline constexpr auto d = lz::index<"d">(channels);
inline constexpr auto c = lz::index<"c">(filters);
inline constexpr auto u = lz::index<"u">(taps);
inline constexpr auto t = lz::index<"t">(time);
inline constexpr auto k = lz::index<"k">(out);

inline constexpr auto x = lz::tensor<"x", "conv">(lz::samples, channels, long_time);
inline constexpr auto W = lz::tensor<"W", "conv">(filters, channels, taps);
inline constexpr auto b = lz::tensor<"b", "conv">(filters);
inline constexpr auto V = lz::tensor<"V", "conv">(out, filters, time);
inline constexpr auto b2 = lz::tensor<"b2", "conv">(out);
inline constexpr auto z = lz::tensor<"z", "conv">(lz::samples, filters, time);
inline constexpr auto a = lz::tensor<"a", "conv">(lz::samples, filters, time);
inline constexpr auto z2 = lz::tensor<"z2", "conv">(lz::samples, out);

inline constexpr auto net =
    lz::graph<"conv">(lz::inputs(x), lz::parameters(W, b, V, b2),
                      lz::define(z(n, c, t), sum(u, sum(d, W(c, d, u) * x(n, d, t + u))) + b(c)),
                      lz::define(a(n, c, t), lz::tanh(z(n, c, t))),
                      lz::define(z2(n, k), sum(c, sum(t, V(k, c, t) * a(n, c, t))) + b2(k)));

} // namespace conv

/// Filters of one channel each, whose outputs are mixed at every place; places fill no vectors.
namespace mixing {

inline constexpr auto channels = lz::domain<"channels", 3>;
inline constexpr auto taps = lz::domain<"taps", 2>;
inline constexpr auto places = lz::domain<"places", 21>;
inline constexpr auto long_places = lz::domain<"long_places", 22>;
inline constexpr auto mixed = lz::domain<"mixed", 5>;
inline constexpr auto c = lz::index<"c">(channels);
inline constexpr auto u = lz::index<"u">(taps);
inline constexpr auto t = lz::index<"t">(places);
inline constexpr auto m = lz::index<"m">(mixed);

inline constexpr auto x = lz::tensor<"x", "mixing">(lz::samples, channels, long_places);
inline constexpr auto W = lz::tensor<"W", "mixing">(channels, taps);
inline constexpr auto P = lz::tensor<"P", "mixing">(mixed, channels);
inline constexpr auto b = lz::tensor<"b", "mixing">(mixed);
inline constexpr auto h = lz::tensor<"h", "mixing">(lz::samples, channels, places);
inline constexpr auto p = lz::tensor<"p", "mixing">(lz::samples, mixed, places);
inline constexpr auto a = lz::tensor<"a", "mixing">(lz::samples, mixed);

inline constexpr auto net =
    lz::graph<"mixing">(lz::inputs(x), lz::parameters(W, P, b),
                        lz::define(h(n, c, t), lz::tanh(sum(u, W(c, u) * x(n, c, t + u)))),
                        lz::define(p(n, m, t), sum(c, P(m, c) * h(n, c, t)) + b(m)),
                        lz::define(a(n, m), sum(t, lz::tanh(p(n, m, t)))));

} // namespace mixing

/// Filters at every second place, so that samples run along the lanes, whose outputs are compared
/// with each other. Tiles leave filters over, and places.
namespace comparing {

inline constexpr auto length = lz::domain<"length", 13>;
inline constexpr auto taps = lz::domain<"taps", 3>;
inline constexpr auto filters = lz::domain<"filters", 5>;
inline constexpr auto places = lz::domain<"places", 6>;
inline constexpr auto u = lz::index<"u">(taps);
inline constexpr auto f = lz::index<"f">(filters);
inline constexpr auto g = lz::index<"g">(filters);
inline constexpr auto t = lz::index<"t">(places);

inline constexpr auto x = lz::tensor<"x", "comparing">(lz::samples, length);
inline constexpr auto F = lz::tensor<"F", "comparing">(filters, taps);
inline constexpr auto b = lz::tensor<"b", "comparing">(filters);
inline constexpr auto V = lz::tensor<"V", "comparing">(filters, filters);
inline constexpr auto h = lz::tensor<"h", "comparing">(lz::samples, filters, places);
inline constexpr auto s = lz::tensor<"s", "comparing">(lz::samples, filters, filters);
inline constexpr auto a = lz::tensor<"a", "comparing">(lz::samples, filters);

inline constexpr auto net = lz::graph<"comparing">(
    lz::inputs(x), lz::parameters(F, b, V),
    lz::define(h(n, f, t), lz::tanh(sum(u, F(f, u) * x(n, 2_c * t + u)) + b(f))),
    lz::define(s(n, f, g), sum(t, h(n, f, t) * h(n, g, t))),
    lz::define(a(n, f), sum(g, V(f, g) * lz::tanh(s(n, f, g)))));

} // namespace comparing

/// Two steps of a recurrent layer that share their weights, the second with a gate. No sum has a
/// name, and the output is of products.
namespace recurrent {

inline constexpr auto steps = lz::domain<"steps", 2>;
inline constexpr auto in = lz::domain<"in", 3>;
inline constexpr auto hidden = lz::domain<"hidden", 5>;
inline constexpr auto out = lz::domain<"out", 2>;
inline constexpr auto i = lz::index<"i">(in);
inline constexpr auto j = lz::index<"j">(hidden);
inline constexpr auto c = lz::index<"c">(hidden);
inline constexpr auto k = lz::index<"k">(out);

inline constexpr auto x = lz::tensor<"x", "recurrent">(lz::samples, steps, in);
inline constexpr auto W = lz::tensor<"W", "recurrent">(hidden, in);
inline constexpr auto R = lz::tensor<"R", "recurrent">(hidden, hidden);
inline constexpr auto G = lz::tensor<"G", "recurrent">(hidden, in);
inline constexpr auto b = lz::tensor<"b", "recurrent">(hidden);
inline constexpr auto V = lz::tensor<"V", "recurrent">(out, hidden);
inline constexpr auto h0 = lz::tensor<"h0", "recurrent">(lz::samples, hidden);
inline constexpr auto h1 = lz::tensor<"h1", "recurrent">(lz::samples, hidden);
inline constexpr auto a = lz::tensor<"a", "recurrent">(lz::samples, out);

inline constexpr auto net = lz::graph<"recurrent">(
    lz::inputs(x), lz::parameters(W, R, G, b, V),
    lz::define(h0(n, j), lz::tanh(sum(i, W(j, i) * x(n, 0_c, i)) + b(j))),
    lz::define(h1(n, j),
               h0(n, j) * lz::logistic(sum(i, G(j, i) * x(n, 1_c, i))) +
                   lz::tanh(sum(i, W(j, i) * x(n, 1_c, i)) + sum(c, R(j, c) * h0(n, c)) + b(j))),
    lz::define(a(n, k), lz::silu(sum(j, V(k, j) * h0(n, j) * h1(n, j)))));

} // namespace recurrent
} // namespace probes
