#include <leibniz/calculus/diff.hpp>
#include <leibniz/expr/adl.hpp>

/// Derivatives with respect to elements of tensors, over free indices.
namespace {

namespace lz = leibniz;
using namespace lz::literals;
using lz::diff;

constexpr auto in = lz::domain<"in", 4>;
constexpr auto out = lz::domain<"out", 3>;
constexpr auto samples = lz::domain<"samples", lz::at_run_time>;
constexpr auto i = lz::index<"i">(in);
constexpr auto p = lz::index<"p">(in);
constexpr auto q = lz::index<"q">(in);
constexpr auto j = lz::index<"j">(out);
constexpr auto r = lz::index<"r">(out);
constexpr auto n = lz::index<"n">(samples);
constexpr auto m = lz::index<"m">(samples);
constexpr auto W = lz::tensor<"W">(out, in);
constexpr auto A = lz::tensor<"A">(in, in);
constexpr auto v = lz::tensor<"v">(in);
constexpr auto b = lz::tensor<"b">(out);
constexpr auto X = lz::tensor<"X">(samples, in);
constexpr auto t = lz::tensor<"t">(samples);

template <class Left, class Right> constexpr auto delta(Left, Right) {
    return lz::expr::make_kronecker<lz::expr::affine_sum<Left, Right, -1>>{};
}

constexpr auto z = sum(i, W(j, i) * v(i)) + b(j);

} // namespace

// --- a weighted sum and its activation
// ----------------------------------------------------------------
static_assert(diff(z, v(p)) == W(j, p));
static_assert(diff(z, W(r, p)) == delta(j, r) * v(p));
static_assert(diff(z, b(r)) == delta(j, r));
static_assert(diff(z, v(2_c)) == W(j, 2_c));
static_assert(diff(z, W(1_c, 2_c)) == delta(j, lz::expr::fixed<1>{}) * v(2_c));
static_assert(diff(tanh(z), v(p)) == (1_c - lz::pow(tanh(z), 2_c)) * W(j, p));
static_assert(diff(sum(j, tanh(z)), v(p)) == sum(j, (1_c - lz::pow(tanh(z), 2_c)) * W(j, p)));
static_assert(diff(sum(j, tanh(z)), b(r)) ==
              1_c - lz::pow(tanh(sum(i, W(r, i) * v(i)) + b(r)), 2_c));

// --- forms
// ---------------------------------------------------------------------------------------------
static_assert(diff(sum(i, v(i) * v(i)), v(p)) == 2_c * v(p));
static_assert(diff(lz::pow(sum(i, v(i)), 2_c), v(p)) == 2_c * sum(i, v(i)));
static_assert(diff(sum(i, q, v(i) * A(i, q) * v(q)), v(p)) ==
              sum(i, A(i, p) * v(i)) + sum(i, A(p, i) * v(i)));
static_assert(diff(sqrt(sum(i, v(i) * v(i))), v(p)) == v(p) / sqrt(sum(i, v(i) * v(i))));
static_assert(diff(log(sum(i, exp(v(i)))), v(p)) == exp(v(p)) / sum(i, exp(v(i))));
// a determinant-like trace: ∂ Σ A[i,q]·A[q,i] / ∂A[p,r] = 2·A[r,p]
static_assert(diff(sum(i, q, A(i, q) * A(q, i)), A(p, i)) == 2_c * A(i, p));
static_assert(diff(sum(i, A(i, i)), A(p, q)) == delta(p, q));
static_assert(diff(sum(i, v(i) * v(3_c - i)), v(p)) == 2_c * v(3_c - p));

// --- softmax: s[p]·(δ(p = q) − s[q])
// --------------------------------------------------------------------
namespace {
constexpr auto total = sum(i, exp(v(i)));
}
static_assert(diff(exp(v(p)) / total, v(q)) ==
              delta(p, q) * exp(v(p)) / total - exp(v(p)) * exp(v(q)) / lz::pow(total, 2_c));

// --- the mean of squares over samples
// -------------------------------------------------------------------
static_assert(diff(sum(n, lz::pow(sum(i, X(n, i) * v(i)) - t(n), 2_c) / 2_c), v(p)) ==
              sum(n, (sum(i, X(n, i) * v(i)) - t(n)) * X(n, p)));
static_assert(diff(sum(n, t(n) * t(n)), t(m)) == 2_c * t(m));
static_assert(diff(sum(n, i, X(n, i) * v(i)), X(m, p)) == v(p));

// --- the second derivative of a quadratic form is its matrix
// ----------------------------------------------
static_assert(diff(diff(sum(i, q, v(i) * A(i, q) * v(q)), v(p)), v(q)) == A(p, q) + A(q, p));
static_assert(diff(diff(sum(i, v(i) * v(i)), v(p)), v(q)) == 2_c * delta(p, q));
