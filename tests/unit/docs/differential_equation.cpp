#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <leibniz/leibniz.hpp>
#include <leibniz/print.hpp>
#include <leibniz/testing.hpp>
#include <string>
#include <vector>

/// The code blocks of docs/howto/differential_equation.md.
namespace {

// [equation]
namespace lz = leibniz;
using namespace lz::literals;

constexpr auto net = lz::network<"net">(lz::input<1>, lz::dense<16>(lz::tanh),
                                        lz::dense<16>(lz::tanh), lz::dense<1>());
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto x = net.tensor<"x">();
constexpr auto u = lz::tensor<"u">(lz::samples);
constexpr auto r = lz::tensor<"r">(lz::samples);

// u(0) = 0 and u′(0) = 1, whatever the weights are.
constexpr auto at = x(n, 0_c);
constexpr auto solution =
    lz::graph<"solution">(net, lz::define(u(n), at + at * at * net.output(n, 0_c)));

// What is left of u″ + u = 0.
constexpr auto slope = lz::total_derivative(u(n), at);
constexpr auto curvature = lz::total_derivative(slope, at);
constexpr auto equation = lz::graph<"equation">(solution, lz::define(r(n), curvature + u(n)));
// [/equation]

// [check]
static_assert(lz::cost(lz::gradient(lz::sum_of_squared_errors(equation))).transcendentals == 32);
// [/check]

// [several]
constexpr auto flow = lz::network<"flow">(lz::input<2>, lz::dense<16>(lz::tanh), lz::dense<1>());
constexpr auto v = flow.output(n, 0_c);
constexpr auto place = flow.tensor<"x">()(n, 0_c);
constexpr auto when = flow.tensor<"x">()(n, 1_c);
constexpr auto v_x = lz::total_derivative(v, place);
constexpr auto burgers = lz::graph<"burgers">(
    flow, lz::define(r(n), lz::total_derivative(v, when) + v * v_x -
                               1_c / 100_c * lz::total_derivative(v_x, place)));

constexpr auto robot = lz::network<"robot">(lz::input<3>, lz::dense<16>(lz::tanh), lz::dense<2>());
constexpr auto angles = lz::domain<"angles", 3>;
constexpr auto hand = lz::domain<"hand", 2>;
constexpr auto i = lz::index<"i">(angles);
constexpr auto k = lz::index<"k">(hand);
constexpr auto J = lz::tensor<"J">(lz::samples, hand, angles);
constexpr auto jacobian = lz::graph<"jacobian">(
    robot,
    lz::define(J(n, k, i), lz::total_derivative(robot.output(n, k), robot.tensor<"x">()(n, i))));
// [/several]
static_assert(lz::cost(lz::gradient(lz::sum_of_squared_errors(burgers))).transcendentals == 16);
static_assert(lz::model<float, jacobian>::output_width == 6);

BOOST_AUTO_TEST_SUITE(docs_differential_equation)

BOOST_AUTO_TEST_CASE(prints_as_quoted) {
    std::string text;
    lz::for_each_equation(equation, [&](std::string_view line) {
        text += line;
        text += '\n';
    });
    BOOST_TEST(text == "z1[n,j] := Σ_i W1[j,i]·x[n,i] + b1[j]\n"
                       "a1[n,j] := tanh(z1[n,j])\n"
                       "z2[n,j] := Σ_i W2[j,i]·a1[n,i] + b2[j]\n"
                       "a2[n,j] := tanh(z2[n,j])\n"
                       "z3[n,j] := Σ_i W3[j,i]·a2[n,i] + b3[j]\n"
                       "u[n] := x[n,0] + z3[n,0]·x[n,0]²\n"
                       "∂z1/∂x0[n,j] := W1[j,0]\n"
                       "∂a1/∂x0[n,j] := ∂z1/∂x0[n,j]·(1 − a1[n,j]²)\n"
                       "∂z2/∂x0[n,j] := Σ_i W2[j,i]·∂a1/∂x0[n,i]\n"
                       "∂a2/∂x0[n,j] := ∂z2/∂x0[n,j]·(1 − a2[n,j]²)\n"
                       "∂z3/∂x0[n,j] := Σ_i W3[j,i]·∂a2/∂x0[n,i]\n"
                       "∂u/∂x0[n] := 2·x[n,0]·z3[n,0] + 1 + ∂z3/∂x0[n,0]·x[n,0]²\n"
                       "∂²a1/∂x0²[n,j] := −2·∂a1/∂x0[n,j]·∂z1/∂x0[n,j]·a1[n,j]\n"
                       "∂²z2/∂x0²[n,j] := Σ_i W2[j,i]·∂²a1/∂x0²[n,i]\n"
                       "∂²a2/∂x0²[n,j] := ∂²z2/∂x0²[n,j]·(1 − a2[n,j]²) − "
                       "2·∂a2/∂x0[n,j]·∂z2/∂x0[n,j]·a2[n,j]\n"
                       "∂²z3/∂x0²[n,j] := Σ_i W3[j,i]·∂²a2/∂x0²[n,i]\n"
                       "∂²u/∂x0²[n] := 4·∂z3/∂x0[n,0]·x[n,0] + ∂²z3/∂x0²[n,0]·x[n,0]² + "
                       "2·z3[n,0]\n"
                       "r[n] := ∂²u/∂x0²[n] + u[n]\n");
}

BOOST_AUTO_TEST_CASE(finds_the_sine) {
    // [train]
    // 32 points of 0 to 2π; nothing is to be left at any of them.
    std::vector<float> points(32), nothing(32);
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = 6.2832f * static_cast<float>(i) / 31;

    lz::model<float, equation> model{lz::glorot{.seed = 1}};
    lz::training_report const report =
        lz::train(model, lz::data(points, nothing), lz::adam{.rate = 0.02f},
                  {.epochs = 4000, .batch = 8}, lz::cosine_decay{.least = 0.01});

    // The solution has the same weights.
    lz::model<float, solution> const found{model};
    // [/train]
    BOOST_TEST(bool(report));
    float worst = 0;
    for (float const each : points)
        worst = std::max(worst, std::abs(found(std::array{each})[0] - std::sin(each)));
    BOOST_TEST(worst < 0.01f);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
