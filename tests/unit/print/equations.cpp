#include <boost/test/unit_test.hpp>
#include <leibniz/network/layers.hpp>
#include <leibniz/network/loss.hpp>
#include <leibniz/print/equations.hpp>
#include <string>
#include <vector>

namespace {

namespace lz = leibniz;
using namespace leibniz::literals;
using lines = std::vector<std::string>;

template <class Model> lines equations_of(Model model, lz::print::notation signs = lz::unicode) {
    lines found;
    lz::for_each_equation(model, [&](std::string_view line) { found.emplace_back(line); }, signs);
    return found;
}
template <class Gradient>
lines derivatives_of(Gradient gradient, lz::print::notation signs = lz::unicode) {
    lines found;
    lz::for_each_derivative(
        gradient, [&](std::string_view line) { found.emplace_back(line); }, signs);
    return found;
}
void expect(lines const& found, lines const& wanted) {
    BOOST_TEST(found == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE(print_equations)

BOOST_AUTO_TEST_CASE(two_logistic_layers) {
    constexpr auto net =
        lz::network<"two">(lz::input<3>, lz::dense<4>(lz::logistic), lz::dense<2>(lz::logistic));
    constexpr auto loss = lz::sum_of_squared_errors(net);
    lines const forward{"z1[n,j] := Σ_i W1[j,i]·x[n,i] + b1[j]", "a1[n,j] := logistic(z1[n,j])",
                        "z2[n,j] := Σ_i W2[j,i]·a1[n,i] + b2[j]", "a2[n,j] := logistic(z2[n,j])"};
    expect(equations_of(net), forward);
    lines with_loss = forward;
    with_loss.push_back("E := ½·Σ_n Σ_k (a2[n,k] − t[n,k])²");
    expect(equations_of(loss), with_loss);
    expect(derivatives_of(lz::gradient(loss)),
           {"δ2[n,j] := (a2[n,j] − t[n,j])·a2[n,j]·(1 − a2[n,j])",
            "δ1[n,j] := a1[n,j]·(1 − a1[n,j])·Σ_k W2[k,j]·δ2[n,k]",
            "∂E/∂W1[p,q] := Σ_n δ1[n,p]·x[n,q]", "∂E/∂b1[p] := Σ_n δ1[n,p]",
            "∂E/∂W2[p,q] := Σ_n δ2[n,p]·a1[n,q]", "∂E/∂b2[p] := Σ_n δ2[n,p]"});
}

BOOST_AUTO_TEST_CASE(in_ascii) {
    constexpr auto net =
        lz::network<"iris">(lz::input<4>, lz::dense<16>(lz::tanh), lz::dense<3>(lz::identity));
    constexpr auto loss = lz::sum_of_squared_errors(net);
    expect(equations_of(loss, lz::ascii),
           {"z1[n,j] := sum_i W1[j,i]*x[n,i] + b1[j]", "a1[n,j] := tanh(z1[n,j])",
            "z2[n,j] := sum_i W2[j,i]*a1[n,i] + b2[j]",
            "E := 1/2*sum_n sum_k (t[n,k] - z2[n,k])^2"});
    expect(derivatives_of(lz::gradient(loss), lz::ascii),
           {"delta2[n,j] := z2[n,j] - t[n,j]",
            "delta1[n,j] := (1 - a1[n,j]^2)*sum_k W2[k,j]*delta2[n,k]",
            "dE/dW1[p,q] := sum_n delta1[n,p]*x[n,q]", "dE/db1[p] := sum_n delta1[n,p]",
            "dE/dW2[p,q] := sum_n delta2[n,p]*a1[n,q]", "dE/db2[p] := sum_n delta2[n,p]"});
}

/// Two branches joined by a gate, and a skip from the first one to the output.
BOOST_AUTO_TEST_CASE(branches_and_a_skip) {
    constexpr auto first = lz::domain<"first", 4>;
    constexpr auto second = lz::domain<"second", 5>;
    constexpr auto hidden = lz::domain<"hidden", 6>;
    constexpr auto out = lz::domain<"out", 2>;
    constexpr auto n = lz::index<"n">(lz::samples);
    constexpr auto i = lz::index<"i">(first);
    constexpr auto c = lz::index<"c">(second);
    constexpr auto j = lz::index<"j">(hidden);
    constexpr auto k = lz::index<"k">(out);
    constexpr auto x = lz::tensor<"x">(lz::samples, first);
    constexpr auto y = lz::tensor<"y">(lz::samples, second);
    constexpr auto U = lz::tensor<"U">(hidden, first);
    constexpr auto V = lz::tensor<"V">(hidden, second);
    constexpr auto W = lz::tensor<"W">(out, hidden);
    constexpr auto R = lz::tensor<"R">(out, hidden);
    constexpr auto b1 = lz::tensor<"b1">(hidden);
    constexpr auto b2 = lz::tensor<"b2">(hidden);
    constexpr auto b3 = lz::tensor<"b3">(out);
    constexpr auto z1 = lz::tensor<"z1">(lz::samples, hidden);
    constexpr auto z2 = lz::tensor<"z2">(lz::samples, hidden);
    constexpr auto h = lz::tensor<"h">(lz::samples, hidden);
    constexpr auto g = lz::tensor<"g">(lz::samples, hidden);
    constexpr auto s = lz::tensor<"s">(lz::samples, hidden);
    constexpr auto z3 = lz::tensor<"z3">(lz::samples, out);
    constexpr auto a = lz::tensor<"a">(lz::samples, out);
    using lz::define;
    using lz::sum;
    constexpr auto model = lz::graph<"gate">(
        lz::inputs(x, y), lz::parameters(U, V, W, R, b1, b2, b3),
        define(z1(n, j), sum(i, U(j, i) * x(n, i)) + b1(j)), define(h(n, j), lz::tanh(z1(n, j))),
        define(z2(n, j), sum(c, V(j, c) * y(n, c)) + b2(j)),
        define(g(n, j), lz::logistic(z2(n, j))), define(s(n, j), h(n, j) * g(n, j)),
        define(z3(n, k), sum(j, W(k, j) * s(n, j)) + sum(j, R(k, j) * h(n, j)) + b3(k)),
        define(a(n, k), lz::logistic(z3(n, k))));
    expect(equations_of(model),
           {"z1[n,j] := Σ_i U[j,i]·x[n,i] + b1[j]", "h[n,j] := tanh(z1[n,j])",
            "z2[n,j] := Σ_i V[j,i]·y[n,i] + b2[j]", "g[n,j] := logistic(z2[n,j])",
            "s[n,j] := g[n,j]·h[n,j]", "z3[n,k] := Σ_i R[k,i]·h[n,i] + Σ_j W[k,j]·s[n,j] + b3[k]",
            "a[n,k] := logistic(z3[n,k])"});
    expect(derivatives_of(lz::gradient(lz::sum_of_squared_errors(model))),
           {"δ3[n,k] := (a[n,k] − t[n,k])·a[n,k]·(1 − a[n,k])",
            "δ2[n,j] := g[n,j]·h[n,j]·(1 − g[n,j])·Σ_k W[k,j]·δ3[n,k]",
            "δ1[n,j] := (1 − h[n,j]²)·(Σ_k R[k,j]·δ3[n,k] + g[n,j]·Σ_l W[l,j]·δ3[n,l])",
            "∂E/∂U[p,q] := Σ_n δ1[n,p]·x[n,q]", "∂E/∂V[p,q] := Σ_n δ2[n,p]·y[n,q]",
            "∂E/∂W[p,q] := Σ_n δ3[n,p]·s[n,q]", "∂E/∂R[p,q] := Σ_n δ3[n,p]·h[n,q]",
            "∂E/∂b1[p] := Σ_n δ1[n,p]", "∂E/∂b2[p] := Σ_n δ2[n,p]", "∂E/∂b3[p] := Σ_n δ3[n,p]"});
}

BOOST_AUTO_TEST_CASE(convolution) {
    constexpr auto channels = lz::domain<"channels", 3>;
    constexpr auto planes = lz::domain<"planes", 2>;
    constexpr auto taps = lz::domain<"taps", 5>;
    constexpr auto line = lz::domain<"line", 16>;
    constexpr auto shorter = lz::domain<"shorter", 12>;
    constexpr auto c = lz::index<"c">(channels);
    constexpr auto d = lz::index<"d">(planes);
    constexpr auto u = lz::index<"u">(taps);
    constexpr auto t = lz::index<"t">(shorter);
    constexpr auto s = lz::index<"s">(line);
    constexpr auto x = lz::tensor<"x">(planes, line);
    constexpr auto W = lz::tensor<"W">(channels, planes, taps);
    constexpr auto b = lz::tensor<"b">(channels);
    constexpr auto z1 = lz::tensor<"z1">(channels, shorter);
    constexpr auto a = lz::tensor<"a">(channels, shorter);
    constexpr auto model = lz::graph<"convolution">(
        lz::inputs(x), lz::parameters(W, b),
        lz::define(z1(c, t), lz::sum(d, u, W(c, d, u) * x(d, t + u)) + b(c)),
        lz::define(a(c, t), lz::tanh(z1(c, t))));
    constexpr auto grad = lz::gradient(lz::sum_of_squared_errors(model));
    expect(equations_of(model),
           {"z1[c,t] := Σ_i Σ_j W[c,i,j]·x[i,t+j] + b[c]", "a[c,t] := tanh(z1[c,t])"});
    expect(derivatives_of(grad),
           {"δ1[c,t] := (a[c,t] − t[c,t])·(1 − a[c,t]²)", "∂E/∂W[p,q,r] := Σ_i δ1[p,i]·x[q,r+i]",
            "∂E/∂b[p] := Σ_i δ1[p,i]"});
    auto const input = grad[x(d, s)];
    BOOST_TEST(lz::to_text(input).view() == "Σ_k Σ_i W[k,d,i]·δ1[k,s−i]·[0 ≤ s−i < 12]");
}

BOOST_AUTO_TEST_CASE(the_loss_has_its_own_name) {
    constexpr auto n = lz::index<"n">(lz::samples);
    constexpr auto y = lz::tensor<"y">(lz::samples);
    constexpr auto u = lz::tensor<"u">(lz::samples);
    constexpr auto w = lz::tensor<"w">();
    constexpr auto loss = lz::symbol<"Loss">;
    constexpr auto model =
        lz::graph<"line">(lz::inputs(u), lz::parameters(w), lz::define(y(n), w() * u(n)));
    constexpr auto total = lz::define(loss, lz::sum(n, lz::pow(y(n), 2_c)));
    constexpr auto objective =
        lz::objective<std::remove_const_t<decltype(model)>, decltype(u)::type,
                      std::remove_const_t<decltype(total)>>{};
    expect(derivatives_of(lz::gradient(objective)), {"∂Loss/∂w := 2·Σ_n u[n]·y[n]"});
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
