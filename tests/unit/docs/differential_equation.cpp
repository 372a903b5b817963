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

constexpr auto hidden = lz::domain<"hidden", 12>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto j = lz::index<"j">(hidden);
constexpr auto x = lz::tensor<"x">(lz::samples);
constexpr auto a = lz::tensor<"a">(hidden);
constexpr auto b = lz::tensor<"b">(hidden);
constexpr auto c = lz::tensor<"c">(hidden);
constexpr auto u = lz::tensor<"u">(lz::samples);
constexpr auto r = lz::tensor<"r">(lz::samples);

constexpr auto network = sum(j, c(j) * tanh(a(j) * x(n) + b(j)));
// u(0) = 0 and u′(0) = 1, whatever the weights are.
constexpr auto solution = x(n) + x(n) * x(n) * network;
// What is left of u″ + u = 0.
constexpr auto residual = lz::diff(lz::diff(solution, x(n)), x(n)) + solution;

constexpr auto equation =
    lz::graph<"equation">(lz::inputs(x), lz::parameters(a, b, c), lz::define(r(n), residual));
constexpr auto oscillation =
    lz::graph<"oscillation">(lz::inputs(x), lz::parameters(a, b, c), lz::define(u(n), solution));
// [/equation]

// [check]
static_assert(lz::cost(lz::gradient(lz::sum_of_squared_errors(equation))).transcendentals == 12);
// [/check]

BOOST_AUTO_TEST_SUITE(docs_differential_equation)

BOOST_AUTO_TEST_CASE(prints_as_quoted) {
    std::string text;
    lz::for_each_equation(equation, [&](std::string_view line) { text = line; });
    BOOST_TEST(text ==
               "r[n] := 2·Σ_i c[i]·tanh(a[i]·x[n] + b[i]) + "
               "4·x[n]·Σ_j a[j]·c[j]·(1 − tanh(a[j]·x[n] + b[j])²) − "
               "2·x[n]²·Σ_k c[k]·a[k]²·(1 − tanh(a[k]·x[n] + b[k])²)·tanh(a[k]·x[n] + b[k]) + "
               "x[n]²·Σ_l c[l]·tanh(a[l]·x[n] + b[l]) + x[n]");
}

BOOST_AUTO_TEST_CASE(finds_the_sine) {
    // [train]
    // 64 points of 0 to 2π; nothing is to be left at any of them.
    std::vector<float> points(64), nothing(64);
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = 6.2832f * static_cast<float>(i) / 63;

    lz::model<float, equation> model{lz::glorot{.seed = 1}};
    model[a].for_each([&, next = -1.0f](float& weight) mutable { weight = next += 0.2f; });
    lz::training_report const report =
        lz::train(model, lz::data(points, nothing), lz::adam{.rate = 0.01f},
                  {.epochs = 5000, .batch = 64}, lz::cosine_decay{.least = 0.01});

    // The solution has the same weights.
    lz::model<float, oscillation> found;
    for (int k = 0; k < 12; ++k) {
        found[a](k) = model[a](k);
        found[b](k) = model[b](k);
        found[c](k) = model[c](k);
    }
    // [/train]
    BOOST_TEST(bool(report));
    float worst = 0;
    for (float const at : points)
        worst = std::max(worst, std::abs(found(std::array{at})[0] - std::sin(at)));
    BOOST_TEST(worst < 0.03f);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
