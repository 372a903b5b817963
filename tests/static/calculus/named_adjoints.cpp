#include <leibniz/leibniz.hpp>
#include <leibniz/print.hpp>
#include <leibniz/testing.hpp>

/// Which adjoints of elementwise equations have a name: those whose Σ would be worked out once for
/// each of three elements or more, or of two of one tensor, or once more for every skip before a
/// skip, or is long.
namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto hidden = lz::domain<"hidden", 3>;
constexpr auto out = lz::domain<"out", 2>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(hidden);
constexpr auto j = lz::index<"j">(hidden);
constexpr auto k = lz::index<"k">(out);

template <lz::fixed_string Name> constexpr auto values = lz::tensor<Name>(lz::samples, hidden);
template <lz::fixed_string Name> constexpr auto weights = lz::tensor<Name>(hidden, hidden);
constexpr auto x = values<"x">;
constexpr auto V = lz::tensor<"V">(out, hidden);
constexpr auto a = lz::tensor<"a">(lz::samples, out);

/// z[n,j] := Σ_i w[j,i]·from[n,i]
constexpr auto weigh(auto z, auto w, auto from) {
    return lz::define(z(n, j), sum(i, w(j, i) * from(n, i)));
}
constexpr auto answer(auto from) { return lz::define(a(n, k), sum(j, V(k, j) * from(n, j))); }

/// Is the line among the derivatives, and is that the only equation of its left side?
constexpr bool derives(auto model, std::string_view wanted) {
    auto const left = wanted.substr(0, wanted.find(":=") + 2);
    bool found = false;
    int of_left = 0;
    lz::for_each_derivative(lz::gradient(lz::sum_of_squared_errors(model)),
                            [&](std::string_view line) {
                                found = found || line == wanted;
                                of_left += line.starts_with(left) ? 1 : 0;
                            });
    return found && of_left == 1;
}
/// Has any derivative this left side?
constexpr bool names(auto model, std::string_view left) {
    bool found = false;
    lz::for_each_derivative(
        lz::gradient(lz::sum_of_squared_errors(model)),
        [&](std::string_view line) { found = found || line.starts_with(left); });
    return found;
}

// --- skips: each layer adds what it reads --------------------------------------------------------
constexpr auto z1 = values<"z1">;
constexpr auto h1 = values<"h1">;
constexpr auto y1 = values<"y1">;
constexpr auto z2 = values<"z2">;
constexpr auto h2 = values<"h2">;
constexpr auto y2 = values<"y2">;
constexpr auto z3 = values<"z3">;
constexpr auto h3 = values<"h3">;
constexpr auto y3 = values<"y3">;
constexpr auto W1 = weights<"W1">;
constexpr auto W2 = weights<"W2">;
constexpr auto W3 = weights<"W3">;
constexpr auto skips = lz::graph<"skips">(
    lz::inputs(x), lz::parameters(W1, W2, W3, V), weigh(z1, W1, x),
    lz::define(h1(n, j), lz::tanh(z1(n, j))), lz::define(y1(n, j), h1(n, j) + x(n, j)),
    weigh(z2, W2, y1), lz::define(h2(n, j), lz::tanh(z2(n, j))),
    lz::define(y2(n, j), h2(n, j) + y1(n, j)), weigh(z3, W3, y2),
    lz::define(h3(n, j), lz::tanh(z3(n, j))), lz::define(y3(n, j), h3(n, j) + y2(n, j)),
    answer(y3));
static_assert(lz::gradient_agrees(skips, 1e-8_c));
static_assert(!names(skips, "∂E/∂y3"), "only the answer reads it");
static_assert(derives(skips, "δ3[n,j] := (1 − h3[n,j]²)·Σ_k V[k,j]·∂E/∂a[n,k]"));
static_assert(derives(skips, "∂E/∂y2[n,j] := Σ_k V[k,j]·∂E/∂a[n,k] + Σ_l W3[l,j]·δ3[n,l]"));
static_assert(derives(skips, "δ2[n,j] := ∂E/∂y2[n,j]·(1 − h2[n,j]²)"));
static_assert(!names(skips, "∂E/∂y1"), "of the tensors it reads one is an input");
static_assert(derives(skips, "δ1[n,j] := (1 − h1[n,j]²)·(Σ_k W2[k,j]·δ2[n,k] + ∂E/∂y2[n,j])"));
static_assert(stores_only_what_it_reads(lz::gradient(lz::sum_of_squared_errors(skips))));

// --- a cell of gates: one adjoint goes to four ---------------------------------------------------
constexpr auto f = values<"f">;
constexpr auto g = values<"g">;
constexpr auto u = values<"u">;
constexpr auto c = values<"c">;
constexpr auto Wf = weights<"Wf">;
constexpr auto Wg = weights<"Wg">;
constexpr auto Wu = weights<"Wu">;
constexpr auto cell = lz::graph<"cell">(
    lz::inputs(x), lz::parameters(Wf, Wg, Wu, V), weigh(f, Wf, x), weigh(g, Wg, x), weigh(u, Wu, x),
    lz::define(c(n, j), f(n, j) * x(n, j) + g(n, j) * u(n, j)), answer(c));
static_assert(lz::gradient_agrees(cell, 1e-8_c));
static_assert(derives(cell, "∂E/∂c[n,j] := Σ_k V[k,j]·∂E/∂a[n,k]"));
static_assert(derives(cell, "∂E/∂g[n,j] := ∂E/∂c[n,j]·u[n,j]"));

constexpr auto product = lz::graph<"product">(
    lz::inputs(x), lz::parameters(Wf, Wg, Wu, V), weigh(f, Wf, x), weigh(g, Wg, x), weigh(u, Wu, x),
    lz::define(c(n, j), f(n, j) * g(n, j) * u(n, j)), answer(c));
static_assert(derives(product, "∂E/∂c[n,j] := Σ_k V[k,j]·∂E/∂a[n,k]"));

// --- places of one tensor: the adjoint goes to each of them --------------------------------------
constexpr auto pairs = lz::domain<"pairs", 2>;
constexpr auto wide = lz::domain<"wide", 4>;
constexpr auto b = lz::index<"b">(pairs);
constexpr auto w = lz::index<"w">(wide);
constexpr auto Ww = lz::tensor<"Ww">(wide, hidden);
constexpr auto Vp = lz::tensor<"Vp">(out, pairs);
constexpr auto hw = lz::tensor<"hw">(lz::samples, wide);
constexpr auto m = lz::tensor<"m">(lz::samples, pairs);
constexpr auto larger = lz::graph<"larger">(
    lz::inputs(x), lz::parameters(Ww, Vp), lz::define(hw(n, w), sum(i, Ww(w, i) * x(n, i))),
    lz::define(m(n, b), lz::max(hw(n, 2_c * b), hw(n, 2_c * b + 1_c))),
    lz::define(a(n, k), sum(b, Vp(k, b) * m(n, b))));
static_assert(derives(larger, "∂E/∂m[n,b] := Σ_k Vp[k,b]·∂E/∂a[n,k]"));
static_assert(lz::gradient_agrees(larger, 1e-8_c));
constexpr auto steps_of_inputs =
    lz::graph<"steps_of_inputs">(lz::inputs(x), lz::parameters(Wf, V), weigh(f, Wf, x),
                                 lz::define(c(n, j), f(n, j) * x(n, 1_c) * x(n, 2_c)), answer(c));
static_assert(!names(steps_of_inputs, "∂E/∂c"), "inputs receive none");

// --- one gate: as textbooks write it -------------------------------------------------------------
constexpr auto gate =
    lz::graph<"gate">(lz::inputs(x), lz::parameters(Wf, Wg, V), weigh(f, Wf, x), weigh(g, Wg, x),
                      lz::define(c(n, j), f(n, j) * g(n, j) + f(n, j)), answer(c));
static_assert(!names(gate, "∂E/∂c"), "f is read twice, and receives one adjoint");
static_assert(derives(gate, "∂E/∂g[n,j] := f[n,j]·Σ_k V[k,j]·∂E/∂a[n,k]"));

// --- but before many neurons its Σ costs more than to store it
constexpr auto many = lz::domain<"many", lz::calculus::detail::terms_of_a_store + 1>;
constexpr auto enough = lz::domain<"enough", lz::calculus::detail::terms_of_a_store>;
template <class Domain> constexpr auto gate_before(Domain neurons) {
    constexpr auto l = lz::index<"l">(Domain{});
    constexpr auto U = lz::tensor<"U">(neurons, hidden);
    constexpr auto y = lz::tensor<"y">(lz::samples, neurons);
    return lz::graph<"before">(lz::inputs(x), lz::parameters(Wf, Wg, U), weigh(f, Wf, x),
                               weigh(g, Wg, x), lz::define(c(n, j), f(n, j) * g(n, j)),
                               lz::define(y(n, l), sum(j, U(l, j) * c(n, j))));
}
static_assert(derives(gate_before(many), "∂E/∂c[n,j] := Σ_k U[k,j]·∂E/∂y[n,k]"));
static_assert(!names(gate_before(enough), "∂E/∂c"));
static_assert(lz::gradient_agrees(gate_before(many), 1e-8_c));

// --- one tensor with two readers: its adjoint goes to one
// -----------------------------------------
constexpr auto twice =
    lz::graph<"twice">(lz::inputs(x), lz::parameters(Wf, Wg, V), weigh(z1, Wf, x),
                       lz::define(h1(n, j), lz::tanh(z1(n, j))), weigh(z2, Wg, h1),
                       lz::define(y1(n, j), z2(n, j) + h1(n, j)), answer(y1));
static_assert(!names(twice, "∂E/∂h1") && !names(twice, "∂E/∂y1"));

// --- no sum over samples: it is added up block by block
// -------------------------------------------
constexpr auto p = lz::tensor<"p">(hidden);
constexpr auto q = lz::tensor<"q">(hidden);
constexpr auto r = lz::tensor<"r">(hidden);
constexpr auto s = lz::tensor<"s">(hidden);
constexpr auto scaled = lz::graph<"scaled">(
    lz::inputs(x), lz::parameters(Wf, p, q, r), lz::define(s(j), p(j) * q(j) * r(j)),
    lz::define(y1(n, j), sum(i, Wf(j, i) * x(n, i)) * s(j) + p(j)));
static_assert(!names(scaled, "∂E/∂s"));
static_assert(lz::gradient_agrees(scaled, 1e-8_c));

// --- nothing to share where no Σ is --------------------------------------------------------------
constexpr auto last =
    lz::graph<"last">(lz::inputs(x), lz::parameters(Wf, Wg, Wu), weigh(f, Wf, x), weigh(g, Wg, x),
                      weigh(u, Wu, x), lz::define(c(n, j), f(n, j) * g(n, j) * u(n, j)));
static_assert(!names(last, "∂E/∂c"));

} // namespace
