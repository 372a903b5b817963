#include "derivatives_by_inputs.hpp"

/// A model whose output is made of derivatives of a network, and that learns.
namespace {

constexpr auto r = lz::tensor<"r">(lz::samples);
constexpr auto y_0 = total_derivative(y(n, 0_c), x(n, 0_c));
inline constexpr auto residual = lz::graph<"residual">(
    net, define(r(n), total_derivative(y(n, 0_c), x(n, 2_c)) + y(n, 0_c) * y_0 -
                          3_c / 10_c * total_derivative(y_0, x(n, 0_c))));

/// ½ Σ r²
double half_of_squares(std::vector<double> const& weights, std::vector<double> const& inputs) {
    double sum = 0;
    for (double const each : outputs_of<double, residual>(weights, inputs))
        sum += each * each / 2;
    return sum;
}

} // namespace

BOOST_AUTO_TEST_SUITE(differential_equation)

BOOST_AUTO_TEST_CASE(agree_with_differences) {
    point const here;
    auto const in_double = here.outputs<double, residual>();
    auto const in_float = here.outputs<float, residual>();
    for (std::size_t at = 0; at < samples; ++at) {
        auto const sample = here.sample(at);
        double const value = static_cast<double>(here.wanted.at(sample, 0, {}));
        double const wanted = here.wanted.first(sample, 0, 2) +
                              value * here.wanted.first(sample, 0, 0) -
                              0.3 * here.wanted.second(sample, 0, 0, 0);
        BOOST_TEST(std::abs(in_double[at] - wanted) < 1e-8);
        BOOST_TEST(std::abs(in_float[at] - wanted) < 2e-5);
    }
}

BOOST_AUTO_TEST_CASE(losses_of_them_have_gradients) {
    point here;
    subject::network<double, residual> tested(here.weights);
    tested.use(here.inputs, std::vector<double>(samples));
    auto const got = tested.all();
    BOOST_TEST(got.loss == half_of_squares(here.weights, here.inputs),
               boost::test_tools::tolerance(1e-12));
    double largest = 0;
    for (double const slope : got.gradient)
        largest = std::max(largest, std::abs(slope));
    for (std::size_t weight = 0; weight < here.weights.size(); ++weight) {
        constexpr double h = 0x1p-17;
        auto moved = here.weights;
        moved[weight] += h;
        double const above = half_of_squares(moved, here.inputs);
        moved[weight] -= 2 * h;
        double const below = half_of_squares(moved, here.inputs);
        BOOST_TEST(std::abs(got.gradient[weight] - (above - below) / (2 * h)) < 1e-8 * largest,
                   "weight " << weight);
    }
}

// The residual has the network's weights and those of no other: it can be trained, and the network
// that was looked for be made from it.
BOOST_AUTO_TEST_CASE(weights_go_from_model_to_model) {
    lz::model<float, residual> const trained(lz::glorot{.seed = 3});
    lz::model<double, net, lz::one_by_one> const found(trained);
    int count = 0;
    auto const check = [&](auto tensor) {
        auto const from = trained[tensor];
        auto const to = found[tensor];
        std::vector<double> wanted;
        from.for_each([&](float weight) { wanted.push_back(static_cast<double>(weight)); });
        std::size_t at = 0;
        to.for_each([&](double weight) { BOOST_TEST(weight == wanted.at(at++)); });
        count += static_cast<int>(at);
    };
    check(net.weights<1>());
    check(net.biases<1>());
    check(net.weights<2>());
    check(net.biases<2>());
    check(net.weights<3>());
    check(net.biases<3>());
    BOOST_TEST(count == static_cast<int>(by_hand.weights()));
}

BOOST_AUTO_TEST_SUITE_END()
