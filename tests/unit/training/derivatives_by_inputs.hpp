#pragma once
#include "../program/plain_network.hpp"
#include "../program/subject.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <span>
#include <vector>

/// A network with three inputs and two outputs, and its derivatives by differences of plain loops.
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

} // namespace
