#pragma once
#include <boost/test/unit_test.hpp>

#include "plain_network.hpp"
#include "subject.hpp"

/// The activations in networks of 3-5-2, each gradient held against central differences of a
/// network in plain loops. Points are kept off the kinks: the test requires every weighted sum in
/// front of one to be further from 0 than a thousand steps of the difference quotient.
namespace activations {

namespace lz = leibniz;

/// An activation of the user's own.
inline constexpr auto mish = [](auto x) { return x * lz::tanh(lz::softplus(x)); };

template <lz::fixed_string Name, class Hidden, class Out>
constexpr auto make(Hidden hidden, Out out) {
    return lz::network<Name>(lz::input<3>, lz::dense<5>(hidden), lz::dense<2>(out));
}
inline constexpr auto logistic_tanh = make<"logistic_tanh">(lz::logistic, lz::tanh);
inline constexpr auto atan_softplus = make<"atan_softplus">(lz::atan, lz::softplus);
inline constexpr auto erf_sin = make<"erf_sin">(lz::erf, lz::sin);
inline constexpr auto tanh_identity = make<"tanh_identity">(lz::tanh, lz::identity);
inline constexpr auto relu_silu = make<"relu_silu">(lz::relu, lz::silu);
inline constexpr auto leaky_relu_gelu = make<"leaky_relu_gelu">(lz::leaky_relu, lz::gelu);
inline constexpr auto elu_mish = make<"elu_mish">(lz::elu, mish);

/// 21 samples: no whole number of vectors of any width.
inline constexpr std::size_t samples = 21;

struct problem {
    plain::network network;
    std::vector<double> weights, x, t;
    std::vector<double> slopes;
    double loss = 0;

    problem(plain::activation hidden, plain::activation out)
        : network{{3, 5, 2}, {hidden, out}}, weights(plain::random_numbers(network.weights(), 5)),
          x(plain::random_numbers(3 * samples, 6, 2)), t(plain::random_numbers(2 * samples, 7)) {
        plain::real nearest = 1;
        std::vector<plain::real> const w(weights.begin(), weights.end());
        loss = static_cast<double>(network.loss(w, x, t, nearest));
        BOOST_REQUIRE(nearest > 1e-3L);
        slopes = network.differences(weights, x, t);
    }
};

/// |a − b| ≤ bound·max(1, |b|) for the loss and every derivative.
inline void hold(subject::evaluation const& got, problem const& given, double bound) {
    auto const near = [&](double a, double b) {
        return std::abs(a - b) <= bound * std::max(1.0, std::abs(b));
    };
    BOOST_TEST(near(got.loss, given.loss), "loss " << got.loss << " not " << given.loss);
    BOOST_REQUIRE(got.gradient.size() == given.slopes.size());
    for (std::size_t i = 0; i < given.slopes.size(); ++i)
        BOOST_TEST(near(got.gradient[i], given.slopes[i]),
                   "weight " << i << ": " << got.gradient[i] << " not " << given.slopes[i]);
}

/// In double to 1e-7; in float to 40 units in the last place, for sums over 21 samples.
template <class Number, class Arch, auto const& Net>
void check(plain::activation hidden, plain::activation out) {
    problem const given(hidden, out);
    subject::network<Number, Net, Arch> network(given.weights);
    network.use(given.x, given.t);
    hold(network.all(), given, std::is_same_v<Number, double> ? 1e-7 : 40 * 0x1p-23);
}

template <class Number, class Arch> void check_smooth() {
    check<Number, Arch, logistic_tanh>(plain::logistic_, plain::tanh_);
    check<Number, Arch, atan_softplus>(plain::atan_, plain::softplus_);
    check<Number, Arch, erf_sin>(plain::erf_, plain::sin_);
    check<Number, Arch, tanh_identity>(plain::tanh_, plain::identity_);
}
template <class Number, class Arch> void check_kinked() {
    check<Number, Arch, relu_silu>(plain::relu_, plain::silu_);
    check<Number, Arch, leaky_relu_gelu>(plain::leaky_relu_, plain::gelu_);
    check<Number, Arch, elu_mish>(plain::elu_, plain::mish_);
}

/// One network with functions of one expression, one with a selection, one with both.
template <class Number, class Arch> void check_some() {
    check<Number, Arch, logistic_tanh>(plain::logistic_, plain::tanh_);
    check<Number, Arch, relu_silu>(plain::relu_, plain::silu_);
    check<Number, Arch, elu_mish>(plain::elu_, plain::mish_);
}

} // namespace activations
