#include <leibniz/calculus/diff.hpp>
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/fingerprint.hpp>

/// Kronecker δ, bounds, and what closing a Σ does with them. The δ come from derivatives:
/// ∂T[…]/∂T[p…].
namespace {

namespace lz = leibniz;
using namespace lz::expr;
using namespace lz::literals;

constexpr auto in = lz::domain<"in", 6>;   // positions of a signal
constexpr auto out = lz::domain<"out", 4>; // 4 = 6 − 3 + 1 positions of a kernel of 3
constexpr auto taps = lz::domain<"taps", 3>;
constexpr auto halves = lz::domain<"halves", 2>; // (6 − 3)/2 + 1 positions with stride 2
constexpr auto i = lz::index<"i">(in);
constexpr auto p = lz::index<"p">(in);
constexpr auto q = lz::index<"q">(in);
constexpr auto s = lz::index<"s">(in);
constexpr auto t = lz::index<"t">(out);
constexpr auto r = lz::index<"r">(out);
constexpr auto u = lz::index<"u">(taps);
constexpr auto w = lz::index<"w">(taps);
constexpr auto y = lz::index<"y">(halves);
constexpr auto z = lz::index<"z">(halves);
constexpr auto x = lz::tensor<"x">(in);
constexpr auto b = lz::tensor<"b">(in);
constexpr auto M = lz::tensor<"M">(in, in);
constexpr auto K = lz::tensor<"K">(taps);
constexpr auto d = lz::tensor<"d">(out);
constexpr auto e = lz::tensor<"e">(halves);

template <class Left, class Right> constexpr auto delta(Left, Right) {
    return make_kronecker<affine_sum<as_subscript_t<Left>, as_subscript_t<Right>, -1>>{};
}
/// An element without the check that its subscript fits: a bound beside it takes care of that.
template <class Tensor, class Subscript> constexpr auto at(lz::tensor_handle<Tensor>, Subscript) {
    return element<Tensor, Subscript>{};
}
template <int Extent, class Subscript> constexpr auto within(Subscript) {
    return make_guard<Subscript, Extent>{};
}

} // namespace

// --- δ by itself
// ------------------------------------------------------------------------------------
static_assert(delta(i, p) == delta(p, i));
static_assert(delta(i, i) == 1_c);
static_assert(delta(1_c, 2_c) == 0_c && delta(2_c, 2_c) == 1_c);
static_assert(delta(2_c * i, 2_c * p) == delta(i, p));
static_assert(delta(2_c * i, 1_c) == 0_c); // even is never odd
static_assert(delta(2_c * i, 4_c) == delta(i, 2_c));
static_assert(delta(i + 7_c, p) == 0_c); // out of reach
static_assert(delta(i, p) * delta(i, p) == delta(i, p));
static_assert(lz::pow(delta(i, p), 3_c) == delta(i, p));
static_assert(delta(i, p) != delta(i, q));
static_assert(delta(i, p) != delta(i, p + 1_c));
static_assert(lz::diff(x(i), x(p)) == delta(i, p));
static_assert(lz::diff(x(2_c), x(2_c)) == 1_c && lz::diff(x(2_c), x(3_c)) == 0_c);
static_assert(lz::diff(x(i), b(p)) == 0_c);
static_assert(lz::diff(M(i, q), M(p, s)) == delta(i, p) * delta(q, s));

// --- bounds by themselves
// ---------------------------------------------------------------------------
static_assert(within<6>(i) == 1_c && within<4>(t) == 1_c && within<6>(t) == 1_c);
static_assert(within<6>(t + u) == 1_c); // 3 + 2 < 6
static_assert(within<6>(i + 6_c) == 0_c && within<6>(i - 6_c) == 0_c);
static_assert(within<4>(i) != 1_c && within<4>(i) != 0_c);
static_assert(within<4>(i - u) == within<4>(3_c - i + u)); // 0 ≤ a < N is 0 ≤ N−1−a < N
static_assert(within<4>(i - u) * within<4>(i - u) == within<4>(i - u));
static_assert(within<4>(i - u) != within<4>(i + u));

// --- Σ_i δ(i,p)·f(i) = f(p)
// -------------------------------------------------------------------------
static_assert(sum(i, delta(i, p) * x(i)) == x(p));
static_assert(sum(i, delta(i, p)) == 1_c);
static_assert(sum(i, delta(i, 3_c) * x(i)) == x(3_c));
static_assert(sum(i, q, delta(i, q) * M(i, q)) == sum(i, M(i, i)));
static_assert(sum(i, delta(i, p) * sum(q, M(i, q) * x(q))) == sum(q, M(p, q) * x(q)));
static_assert(sum(i, delta(i, p) * delta(i, q) * x(i)) == delta(p, q) * x(p) ||
              sum(i, delta(i, p) * delta(i, q) * x(i)) == delta(p, q) * x(q));
// a sum that holds a bound δ is multiplied out
static_assert(sum(i, (delta(i, p) - x(p)) * b(i)) == b(p) - x(p) * sum(i, b(i)));
static_assert(sum(i, b(i) * x(i) * (delta(i, p) - x(p))) ==
              b(p) * x(p) - x(p) * sum(i, b(i) * x(i)));
// δ that no Σ contracts stays
static_assert(delta(i, p) * x(i) != x(p));

// --- affine δ: a convolution
// ------------------------------------------------------------------------ Σ_t Σ_u δ(t+u =
// p)·K[u]·d[t] is solved for the index of the larger extent, with its bounds
static_assert(sum(t, u, delta(t + u, p) * K(u) * d(t)) ==
              sum(u, K(u) * at(d, p - u) * within<4>(p - u)));
static_assert(lz::diff(sum(t, d(t) * sum(u, K(u) * x(t + u))), x(p)) ==
              sum(u, K(u) * at(d, p - u) * within<4>(p - u)));
static_assert(lz::diff(sum(t, d(t) * sum(u, K(u) * x(t + u))), K(w)) == sum(t, d(t) * x(t + w)));
static_assert(lz::diff(sum(u, K(u) * x(t + u)), x(p)) == at(K, p - t) * within<3>(p - t));
static_assert(lz::diff(sum(u, K(u) * x(t + u)), x(4_c)) == at(K, 4_c - t) * within<3>(4_c - t));
// ∂/∂x[0] sees t = u = 0 alone; that Σ is left with one term, so it is the fingerprint that knows
static_assert(lz::equivalent(lz::diff(sum(t, d(t) * sum(u, K(u) * x(t + u))), x(0_c)),
                             K(0_c) * d(0_c)));

// --- stride 2: x[2·y + u]
// --------------------------------------------------------------------------- the coefficient of y
// is not ±1, so u is solved
static_assert(sum(y, u, delta(2_c * y + u, p) * K(u) * e(y)) ==
              sum(y, at(K, p - 2_c * y) * e(y) * within<3>(p - 2_c * y)));
static_assert(lz::diff(sum(y, e(y) * sum(u, K(u) * x(2_c * y + u))), x(p)) ==
              sum(y, at(K, p - 2_c * y) * e(y) * within<3>(p - 2_c * y)));
static_assert(lz::diff(sum(y, e(y) * sum(u, K(u) * x(2_c * y + u))), K(w)) ==
              sum(y, e(y) * x(2_c * y + w)));
// no coefficient is ±1: δ stays under the Σ as a filter
static_assert(sum(y, delta(2_c * y, p) * e(y)) == sum(z, delta(p, 2_c * z) * e(z)));
static_assert(sum(y, delta(2_c * y, p) * e(y)) != 0_c);
static_assert(sum(y, delta(2_c * y, 2_c) * e(y)) == e(1_c));
static_assert(sum(y, delta(2_c * y, 3_c) * e(y)) == 0_c);

// --- reflections
// ------------------------------------------------------------------------------------
static_assert(sum(i, delta(5_c - i, p) * x(i)) == x(5_c - p));
static_assert(lz::diff(sum(i, b(i) * x(5_c - i)), x(p)) == b(5_c - p));
static_assert(lz::diff(sum(i, x(i) * x(5_c - i)), x(p)) == 2_c * x(5_c - p));
static_assert(sum(t, u, K(u) * x(3_c - t + u)) == sum(t, u, K(u) * x(t + u)));
static_assert(sum(t, u, K(2_c - u) * x(5_c - t - u)) == sum(r, w, K(w) * x(r + w)));

// --- bounds that a Σ can take over
// ------------------------------------------------------------------- Σ over 6 positions with 4
// allowed is a Σ over 4
static_assert(sum(i, within<4>(i) * x(i)) == sum(t, at(x, t)));
static_assert(sum(i, within<4>(i - 1_c) * x(i)) == sum(t, x(t + 1_c)));
static_assert(sum(i, within<4>(i - u) * x(i) * K(u)) == sum(t, x(t + u) * K(u)));
