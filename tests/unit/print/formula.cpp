#include "expect.hpp"
#include <leibniz/calculus/total_derivative.hpp>
#include <leibniz/print/formula.hpp>

namespace {

constexpr auto a = lz::symbol<"a">;
constexpr auto b = lz::symbol<"b">;
constexpr auto c = lz::symbol<"c">;
constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;
constexpr auto in = lz::domain<"in", 4>;
constexpr auto out = lz::domain<"out", 3>;
constexpr auto i = lz::index<"i">(in);
constexpr auto p = lz::index<"p">(in);
constexpr auto j = lz::index<"j">(out);
constexpr auto v = lz::tensor<"v">(in);
constexpr auto w = lz::tensor<"w">(in);
constexpr auto W = lz::tensor<"W">(out, in);

BOOST_AUTO_TEST_SUITE(print_formula)

BOOST_AUTO_TEST_CASE(sums_and_signs) {
    expect(a + b, "a + b", "a + b");
    expect(b - a, "b − a", "b - a");
    expect(-(a + b), "−a − b", "-a - b");
    expect(a - 3_c, "a − 3", "a - 3");
    expect(0_c - 3_c, "−3", "-3");
    expect(1_c - pow(x, 2_c), "1 − x²", "1 - x^2");
    expect(a - b * c, "a − b·c", "a - b*c");
    expect(x - y / 2_c, "x − ½·y", "x - 1/2*y");
}

BOOST_AUTO_TEST_CASE(products) {
    expect((a + b) * c, "(a + b)·c", "(a + b)*c");
    expect(-(a + b) * c, "−(a + b)·c", "-(a + b)*c");
    expect(x - y * (a - b), "x − (a − b)·y", "x - (a - b)*y");
    expect(a * (1_c - a), "a·(1 − a)", "a*(1 - a)");
    expect(2_c * lz::pi * x, "2·π·x", "2*pi*x");
    expect(exp(x) * a * pow(b, 2_c), "a·b²·exp(x)", "a*b^2*exp(x)");
    expect(sqrt(2_c * x) * y, "√2·y·√x", "sqrt(2)*y*sqrt(x)");
}

BOOST_AUTO_TEST_CASE(quotients) {
    expect(a / b, "a/b", "a/b");
    expect(1_c / x, "1/x", "1/x");
    expect(-1_c / x, "−1/x", "-1/x");
    expect(a / (b * c), "a/(b·c)", "a/(b*c)");
    expect(a / b * c, "a·c/b", "a*c/b");
    expect(a / (b + c), "a/(b + c)", "a/(b + c)");
    expect((a + b) / c, "(a + b)/c", "(a + b)/c");
    expect(3_c / (7_c * x), "3/(7·x)", "3/(7*x)");
    expect(1_c / (2_c * x), "1/(2·x)", "1/(2*x)");
    expect(3_c / 7_c * x / y, "3/7·x/y", "3/7*x/y");
    expect(1_c / sqrt(x), "1/√x", "1/sqrt(x)");
    expect(a / pow(x, 2_c), "a/x²", "a/x^2");
    expect(1_c / (1_c + exp(-x)), "1/(1 + exp(−x))", "1/(1 + exp(-x))");
}

BOOST_AUTO_TEST_CASE(numbers) {
    expect(x / 2_c, "½·x", "1/2*x");
    expect(x / 3_c, "⅓·x", "1/3*x");
    expect(x * 2_c / 3_c, "⅔·x", "2/3*x");
    expect(x / 4_c, "¼·x", "1/4*x");
    expect(x * 0.75_c, "¾·x", "3/4*x");
    expect(x * 3_c / 7_c, "3/7·x", "3/7*x");
    expect(-x / 2_c, "−½·x", "-1/2*x");
    expect(x - 12.5_c, "x − 25/2", "x - 25/2");
}

BOOST_AUTO_TEST_CASE(powers_and_roots) {
    expect(pow(a / b, 2_c), "a²/b²", "a^2/b^2");
    expect(pow(a + b, 12_c), "(a + b)¹²", "(a + b)^12");
    expect(pow(x, 3_c), "x³", "x^3");
    expect(sqrt(pow(x, 2_c)), "√(x²)", "sqrt(x^2)");
    expect(sqrt(sqrt(pow(x, 2_c))), "(x²)^¼", "(x^2)^(1/4)");
    expect(sqrt(a + sqrt(b)), "√(a + √b)", "sqrt(a + sqrt(b))");
    expect(sqrt(-x), "√(−x)", "sqrt(-x)");
    expect(sqrt(x * y), "√(x·y)", "sqrt(x*y)");
    expect(sqrt(a + b), "√(a + b)", "sqrt(a + b)");
    expect(pow(x, 1_c / 3_c), "x^⅓", "x^(1/3)");
    expect(pow(x, 3_c / 2_c), "x^(3/2)", "x^(3/2)");
    expect(pow(x, -3_c / 2_c), "1/x^(3/2)", "1/x^(3/2)");
    expect(pow(sqrt(pow(x, 2_c)), 3_c), "(x²)^(3/2)", "(x^2)^(3/2)");
    expect(pow(exp(x), 2_c), "exp(x)²", "exp(x)^2");
    expect(pow(x * y, 2_c), "x²·y²", "x^2*y^2");
}

BOOST_AUTO_TEST_CASE(functions_and_selections) {
    expect(lz::gelu(x), "½·x·(1 + erf(½·√2·x))", "1/2*x*(1 + erf(1/2*sqrt(2)*x))");
    expect(lz::relu(x), "(x ≤ 0 ? 0 : x)", "(x <= 0 ? 0 : x)");
    expect(lz::abs(x), "(x < 0 ? −x : x)", "(x < 0 ? -x : x)");
    expect(exp(lz::relu(x)), "exp(x ≤ 0 ? 0 : x)", "exp(x <= 0 ? 0 : x)");
    expect(a * lz::relu(x), "a·(x ≤ 0 ? 0 : x)", "a*(x <= 0 ? 0 : x)");
    expect(pow(lz::relu(x), 2_c), "(x ≤ 0 ? 0 : x)²", "(x <= 0 ? 0 : x)^2");
    expect(lz::max(lz::relu(x), y), "(y < (x ≤ 0 ? 0 : x) ? (x ≤ 0 ? 0 : x) : y)",
           "(y < (x <= 0 ? 0 : x) ? (x <= 0 ? 0 : x) : y)");
    expect(tanh(log(a + b)), "tanh(log(a + b))", "tanh(log(a + b))");
}

BOOST_AUTO_TEST_CASE(a_sum_reaches_to_the_end_of_its_product) {
    expect(a * sum(i, v(i) * w(i)), "a·Σ_i v[i]·w[i]", "a*sum_i v[i]*w[i]");
    auto const squares = lz::to_text(sum(i, v(i)) * sum(i, v(i) * v(i))); // in either order
    BOOST_TEST((squares == "(Σ_i v[i])·Σ_j v[j]²" || squares == "(Σ_i v[i]²)·Σ_j v[j]"));
    expect(sum(i, v(i)) / a, "(Σ_i v[i])/a", "(sum_i v[i])/a");
    expect(a / sum(i, v(i)), "a/(Σ_i v[i])", "a/(sum_i v[i])");
    expect(a / (b * sum(i, v(i))), "a/(b·Σ_i v[i])", "a/(b*sum_i v[i])");
    expect(pow(sum(i, v(i)), 2_c), "(Σ_i v[i])²", "(sum_i v[i])^2");
    expect(sum(i, v(i) / w(i)), "Σ_i v[i]/w[i]", "sum_i v[i]/w[i]");
    expect(sum(i, (v(i) - w(i)) * v(i)), "Σ_i (v[i] − w[i])·v[i]", "sum_i (v[i] - w[i])*v[i]");
    expect(sqrt(sum(i, v(i))), "√(Σ_i v[i])", "sqrt(sum_i v[i])");
    expect(log(sum(i, exp(v(i)))), "log(Σ_i exp(v[i]))", "log(sum_i exp(v[i]))");
    expect(sum(i, v(i)) * exp(x), "exp(x)·Σ_i v[i]", "exp(x)*sum_i v[i]");
}

BOOST_AUTO_TEST_CASE(sums_over_indices_come_first) {
    expect(sum(i, v(i)) + a, "Σ_i v[i] + a", "sum_i v[i] + a");
    expect(a - sum(i, v(i)), "a − Σ_i v[i]", "a - sum_i v[i]");
    expect(sum(i, v(i)) - a, "Σ_i v[i] − a", "sum_i v[i] - a");
    expect(exp(v(p) - log(sum(i, exp(v(i))))), "exp(v[p] − log(Σ_i exp(v[i])))",
           "exp(v[p] - log(sum_i exp(v[i])))");
    expect(sum(i, j, W(j, i) * v(i)), "Σ_i Σ_j W[i,j]·v[j]", "sum_i sum_j W[i,j]*v[j]");
}

BOOST_AUTO_TEST_CASE(total_derivatives) {
    constexpr auto samples = lz::domain<"samples", lz::at_run_time>;
    constexpr auto n = lz::index<"n">(samples);
    constexpr auto p = lz::index<"p">(in);
    constexpr auto x = lz::tensor<"x">(samples, in);
    constexpr auto t = lz::tensor<"t">(samples);
    constexpr auto u = lz::tensor<"u">(samples);
    constexpr auto by_all = lz::total_derivative(u(n), x(n, p));
    constexpr auto by_one = lz::total_derivative(u(n), x(n, 1_c));
    constexpr auto twice = lz::total_derivative(by_one, x(n, 1_c));
    constexpr auto X = lz::tensor<"X">(samples, out, in);
    expect(lz::total_derivative(u(n), X(n, 0_c, 1_c)), "∂u/∂X0_1[n]", "du/dX0_1[n]");
    expect(lz::total_derivative(u(n), X(n, j, 1_c)), "∂u/∂X1[n,j]", "du/dX1[n,j]");
    expect(by_all, "∂u/∂x[n,p]", "du/dx[n,p]");
    expect(by_one, "∂u/∂x1[n]", "du/dx1[n]");
    expect(twice, "∂²u/∂x1²[n]", "d^2u/dx1^2[n]");
    expect(lz::total_derivative(by_one, t(n)), "∂²u/∂x1∂t[n]", "d^2u/dx1dt[n]");
    expect(lz::total_derivative(lz::total_derivative(twice, t(n)), x(n, 1_c)), "∂⁴u/∂x1²∂t∂x1[n]",
           "d^4u/dx1^2dtdx1[n]");
    expect(pow(by_one, 2_c), "(∂u/∂x1[n])²", "(du/dx1[n])^2");
    using total = std::remove_const_t<decltype(by_one)>::tensor;
    constexpr auto adjoint = lz::tensor_handle<lz::expr::adjoint<total>>{};
    expect(adjoint(n), "∂E/∂(∂u/∂x1)[n]", "dE/d(du/dx1)[n]");
}

BOOST_AUTO_TEST_CASE(adjoints) {
    constexpr auto z2 = lz::tensor<"z2">(out);
    constexpr auto dz2 = lz::tensor_handle<lz::expr::adjoint<decltype(z2)::type>>{};
    constexpr auto dW = lz::tensor_handle<lz::expr::adjoint<decltype(W)::type>>{};
    constexpr auto dx = lz::expr::element<lz::expr::adjoint<lz::expr::tensor_type<"x", "">>>{};
    using moment = lz::expr::companion<"m", lz::expr::adjoint<decltype(v)::type>>;
    expect(dz2(j), "δ2[j]", "delta2[j]");
    expect(dW(j, i), "∂E/∂W[j,i]", "dE/dW[j,i]");
    expect(dx, "∂E/∂x", "dE/dx");
    expect(dW(j, i) * a, "a·∂E/∂W[j,i]", "a*dE/dW[j,i]");
    expect(pow(dW(j, i), 2_c), "(∂E/∂W[j,i])²", "(dE/dW[j,i])^2");
    expect(a / dx, "a/(∂E/∂x)", "a/(dE/dx)");
    expect(lz::tensor_handle<moment>{}(i), "m(∂E/∂v)[i]", "m(dE/dv)[i]");
    expect(lz::tensor_handle<lz::expr::companion<"m", decltype(v)::type>>{}(i), "mv[i]", "mv[i]");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
