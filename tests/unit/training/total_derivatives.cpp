#include "../program/plain_network.hpp"
#include "../program/subject.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <span>
#include <vector>

/// Models of total derivatives by their input, against differences of plain loops.
namespace {

namespace lz = leibniz;
using namespace lz::literals;
using lz::define;
using lz::total_derivative;

constexpr auto n = lz::index<"n">(lz::samples);
inline constexpr auto net = lz::network<"net">(lz::input<3>, lz::dense<9>(lz::tanh),
                                               lz::dense<7>(lz::logistic), lz::dense<2>());
constexpr auto in = lz::domain<"in", 3>;
constexpr auto out = lz::domain<"3", 2>;
constexpr auto p = lz::index<"p">(in);
constexpr auto q = lz::index<"q">(in);
constexpr auto k = lz::index<"k">(out);
constexpr auto x = net.tensor<"x">();
constexpr auto y = net.output;
plain::network const by_hand{{3, 9, 7, 2}, {plain::tanh_, plain::logistic_, plain::identity_}};

constexpr auto J = lz::tensor<"J">(lz::samples, out, in);
inline constexpr auto jacobian =
    lz::graph<"jacobian">(net, define(J(n, k, p), total_derivative(y(n, k), x(n, p))));
constexpr auto H = lz::tensor<"H">(lz::samples, in, in);
inline constexpr auto hessian = lz::graph<"hessian">(
    net, define(H(n, p, q), total_derivative(total_derivative(y(n, 1_c), x(n, p)), x(n, q))));
constexpr auto r = lz::tensor<"r">(lz::samples);
constexpr auto y_0 = total_derivative(y(n, 0_c), x(n, 0_c));
inline constexpr auto residual = lz::graph<"residual">(
    net, define(r(n), total_derivative(y(n, 0_c), x(n, 2_c)) + y(n, 0_c) * y_0 -
                          3_c / 10_c * total_derivative(y_0, x(n, 0_c))));

constexpr std::size_t samples = 21; // more than one vector, and a part of one

/// The output k of a sample, and its derivatives by central differences in long double. A step h,
/// which is added exactly, leaves h² of truncation and 1e-19/h, or for the second 1e-19/h², of
/// rounding.
struct differences {
    std::vector<plain::real> weights;

    plain::real at(std::array<double, 3> sample, std::size_t output,
                   std::array<double, 3> const& moved) const {
        plain::real ignored = 0;
        for (std::size_t i = 0; i < 3; ++i)
            sample[i] += moved[i];
        return by_hand.output(weights, sample.data(), ignored)[output];
    }
    double first(std::array<double, 3> const& sample, std::size_t output, std::size_t by) const {
        constexpr double h = 0x1p-20;
        std::array<double, 3> up{}, down{};
        up[by] = h;
        down[by] = -h;
        return static_cast<double>((at(sample, output, up) - at(sample, output, down)) / (2 * h));
    }
    double second(std::array<double, 3> const& sample, std::size_t output, std::size_t by,
                  std::size_t and_by) const {
        constexpr double h = 0x1p-15;
        plain::real sum = 0;
        for (int const a : {-1, 1})
            for (int const b : {-1, 1}) {
                std::array<double, 3> moved{};
                moved[by] += a * h;
                moved[and_by] += b * h;
                sum += static_cast<plain::real>(a * b) * at(sample, output, moved);
            }
        return static_cast<double>(sum / (4 * h * h));
    }
};

/// What a model with these weights puts out, sample by sample.
template <class Number, auto const& Net>
std::vector<double> outputs_of(std::vector<double> const& weights,
                               std::vector<double> const& inputs) {
    lz::model<double, net, lz::one_by_one> given;
    std::size_t at = 0;
    auto const set = [&](auto... tensors) {
        (given[tensors].for_each([&](double& weight) { weight = weights.at(at++); }), ...);
    };
    set(net.weights<1>(), net.biases<1>(), net.weights<2>(), net.biases<2>(), net.weights<3>(),
        net.biases<3>());
    BOOST_REQUIRE(at == weights.size());
    lz::model<Number, Net> const tested(given);
    std::vector<Number> const rows(inputs.begin(), inputs.end());
    std::vector<Number> result(samples * static_cast<std::size_t>(tested.output_width));
    tested(std::span<Number const>(rows), std::span<Number>(result));
    return {result.begin(), result.end()};
}

struct point {
    std::vector<double> weights = plain::random_numbers(by_hand.weights(), 1);
    std::vector<double> inputs = plain::random_numbers(3 * samples, 2);
    differences wanted{{weights.begin(), weights.end()}};

    std::array<double, 3> sample(std::size_t at) const {
        return {inputs[3 * at], inputs[3 * at + 1], inputs[3 * at + 2]};
    }
    template <class Number, auto const& Net> std::vector<double> outputs() const {
        return outputs_of<Number, Net>(weights, inputs);
    }
};

/// ½ Σ r²
double half_of_squares(std::vector<double> const& weights, std::vector<double> const& inputs) {
    double sum = 0;
    for (double const each : outputs_of<double, residual>(weights, inputs))
        sum += each * each / 2;
    return sum;
}

} // namespace

BOOST_AUTO_TEST_SUITE(total_derivatives)

BOOST_AUTO_TEST_CASE(first_ones_agree_with_differences) {
    point const here;
    auto const slopes = here.outputs<double, jacobian>();
    for (std::size_t at = 0; at < samples; ++at)
        for (std::size_t output = 0; output < 2; ++output)
            for (std::size_t by = 0; by < 3; ++by)
                BOOST_TEST(std::abs(slopes[6 * at + 3 * output + by] -
                                    here.wanted.first(here.sample(at), output, by)) < 1e-8);
}

BOOST_AUTO_TEST_CASE(so_do_second_ones) {
    point const here;
    auto const curvatures = here.outputs<double, hessian>();
    for (std::size_t at = 0; at < samples; ++at)
        for (std::size_t by = 0; by < 3; ++by)
            for (std::size_t and_by = 0; and_by < 3; ++and_by)
                BOOST_TEST(std::abs(curvatures[9 * at + 3 * by + and_by] -
                                    here.wanted.second(here.sample(at), 1, by, and_by)) < 1e-8);
}

BOOST_AUTO_TEST_CASE(so_do_equations_of_both) {
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
