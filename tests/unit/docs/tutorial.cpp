#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <leibniz/leibniz.hpp>
#include <leibniz/print.hpp>
#include <leibniz/testing.hpp>
#include <stdexcept>
#include <string>

/// The code blocks of docs/tutorial.md, and the output it quotes.
namespace {

// [names]
namespace lz = leibniz;
using namespace lz::literals; // 2_c, 0.5_c
// [/names]

std::string text(auto formula) { return std::string(lz::to_text(formula).view()); }

namespace formula {
// [formula]
constexpr auto x = lz::symbol<"x">;
constexpr auto w = lz::symbol<"w">;
constexpr auto b = lz::symbol<"b">;
constexpr auto neuron = lz::logistic(w * x + b);
// [/formula]

// [derivative]
constexpr auto slope = lz::diff(neuron, w);
static_assert(slope == x * neuron * (1_c - neuron));
// [/derivative]

// [values]
constexpr double half = neuron(w = 0.25, x = 2.0, b = -0.5);
static_assert(half == 0.5);
// [/values]
} // namespace formula

namespace layer {
// [layer]
constexpr auto in = lz::domain<"in", 4>;
constexpr auto out = lz::domain<"out", 3>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(in);
constexpr auto j = lz::index<"j">(out);

constexpr auto x = lz::tensor<"x">(lz::samples, in);
constexpr auto W = lz::tensor<"W">(out, in);
constexpr auto b = lz::tensor<"b">(out);
constexpr auto z = lz::tensor<"z">(lz::samples, out);
constexpr auto layer = lz::define(z(n, j), lz::sum(i, W(j, i) * x(n, i)) + b(j));
// [/layer]
} // namespace layer

namespace network {
// [network]
constexpr auto net =
    lz::network<"small">(lz::input<2>, lz::dense<3>(lz::tanh), lz::dense<1>(lz::logistic));
constexpr auto loss = lz::sum_of_squared_errors(net);
constexpr auto gradient = lz::gradient(loss);
// [/network]

// [weight]
constexpr auto first_layer = gradient[net.weights<1>()];       // for all weights of layer 1
constexpr auto one_weight = gradient[net.weight<2>(0_c, 1_c)]; // from neuron 1 to neuron 0
constexpr auto one_neuron = net.neuron<2, 0>().weighted_sum;   // its sum, written out
constexpr auto for_inputs = gradient[net.tensor<"x">()];       // inputs are tensors, too
// [/weight]

// [proof]
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto a1 = net.activation<1>();
constexpr auto delta2 = net.delta<2>();
static_assert(lz::same(one_weight, lz::sum(n, delta2(n, 0_c) * a1(n, 1_c))));
// [/proof]

void training() {
    // [training]
    std::array<std::array<float, 2>, 4> const inputs{{{0, 0}, {0, 1}, {1, 0}, {1, 1}}};
    std::array<std::array<float, 1>, 4> const targets{{{0}, {1}, {1}, {0}}};

    lz::model<float, net> model{lz::glorot{.seed = 1}};
    lz::training_report const report =
        lz::train(model, lz::data(inputs, targets), lz::adam{.rate = 0.05f},
                  {.epochs = 500, .batch = 4}, lz::cosine_decay{.least = 0.1});
    if (!report) // diverged, or unusable data
        throw std::runtime_error(std::string(lz::to_string(report.reason)));
    // [/training]

    // [calling]
    std::array<float, 1> const one = model(std::array{1.0f, 0.0f});
    std::array<std::array<float, 1>, 4> const all = model(inputs);
    float const weight = model[net.weights<1>()](2, 0); // into neuron 2 from input 0
    float const same_weight = model["W1"](2, 0);
    // [/calling]
    BOOST_TEST(weight == same_weight);
    BOOST_TEST(one[0] > 0.5f);
    for (std::size_t row = 0; row < 4; ++row)
        BOOST_TEST((all[row][0] > 0.5f) == (targets[row][0] > 0.5f));
}

// [by-hand]
double loss_after_one_step() {
    using model_type = lz::model<double, net>;
    std::array<std::array<double, 2>, 2> const inputs{{{0, 1}, {1, 1}}};
    std::array<std::array<double, 1>, 2> const targets{{{1}, {0}}};
    auto const samples = lz::data(inputs, targets);

    model_type model{lz::glorot{.seed = 1}};
    lz::trainer<model_type, lz::gradient_descent> trainer{{.rate = 0.5f}};
    double const before = trainer.gradient(model, samples, 0, 2); // E, and ∂E/∂ every weight
    trainer.update(model, 2, 1.0);                                // divided by 2 samples
    double const after = trainer.gradient(model, samples, 0, 2);
    return after - before;
}
// [/by-hand]
} // namespace network

BOOST_AUTO_TEST_SUITE(docs_tutorial)

BOOST_AUTO_TEST_CASE(formulas_print_as_quoted) {
    BOOST_TEST(text(formula::neuron) == "logistic(b + w·x)");
    BOOST_TEST(text(formula::slope) == "x·(1 − logistic(b + w·x))·logistic(b + w·x)");
    BOOST_TEST(text(layer::layer) == "z[n,j] := Σ_i W[j,i]·x[n,i] + b[j]");
}

BOOST_AUTO_TEST_CASE(derivatives_print_as_quoted) {
    BOOST_TEST(text(network::first_layer) == "Σ_n δ1[n,p]·x[n,q]");
    BOOST_TEST(text(network::one_weight) == "Σ_n δ2[n,0]·a1[n,1]");
    BOOST_TEST(text(network::one_neuron) ==
               "W2[0,0]·a1[n,0] + W2[0,1]·a1[n,1] + W2[0,2]·a1[n,2] + b2[0]");
    BOOST_TEST(text(network::for_inputs) == "Σ_k W1[k,q]·δ1[p,k]");
    BOOST_TEST(formula::half == 0.5);
}

BOOST_AUTO_TEST_CASE(training_works) {
    network::training();
    BOOST_TEST(network::loss_after_one_step() < 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
