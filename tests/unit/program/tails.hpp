#pragma once
#include <boost/test/unit_test.hpp>

#include "plain_network.hpp"
#include "subject.hpp"

/// Sample counts and widths that fill no vector and no block.
namespace tails {

namespace lz = leibniz;

// Between them every width from 1 to 20, and for each vector width every remainder. Linear, because
// that compiles fastest.
inline constexpr auto by_2 = lz::network<"by_2">(lz::input<5>, lz::dense<16>(), lz::dense<9>(),
                                                 lz::dense<10>(), lz::dense<11>(), lz::dense<12>());
inline constexpr auto by_4 = lz::network<"by_4">(lz::input<2>, lz::dense<17>(), lz::dense<4>(),
                                                 lz::dense<19>(), lz::dense<6>(), lz::dense<15>());
inline constexpr auto by_8 =
    lz::network<"by_8">(lz::input<13>, lz::dense<1>(), lz::dense<18>(), lz::dense<3>(),
                        lz::dense<20>(), lz::dense<7>(), lz::dense<14>(), lz::dense<8>());

/// Rows that are longer in memory than their vectors, copies of them turned over, and a matrix that
/// is fetched ahead.
inline constexpr auto long_rows = lz::network<"long_rows">(lz::input<128>, lz::dense<128>(lz::tanh),
                                                           lz::dense<640>(), lz::dense<2>());

/// Rows of more vectors than a tile has columns, for samples together and for one alone; with 8
/// numbers to a vector they are 25, 7 and 13.
inline constexpr auto wide_rows = lz::network<"wide_rows">(
    lz::input<7>, lz::dense<200>(), lz::dense<50>(lz::tanh), lz::dense<100>(), lz::dense<3>());

/// Layers of so few neurons that their samples run along the lanes, between wider ones; before them
/// rows of whole vectors and others. The first one reads the user's array.
inline constexpr auto few_neurons = lz::network<"few_neurons">(
    lz::input<43>, lz::dense<2>(), lz::dense<35>(lz::tanh), lz::dense<1>(), lz::dense<32>(),
    lz::dense<3>(lz::logistic), lz::dense<30>(), lz::dense<4>());
inline constexpr auto one_neuron = lz::network<"one_neuron">(
    lz::input<48>, lz::dense<1>(lz::tanh), lz::dense<40>(lz::logistic), lz::dense<1>());

/// Rows of fewer numbers than a vector of 8 has.
inline constexpr auto narrow_rows =
    lz::network<"narrow_rows">(lz::input<5>, lz::dense<4>(lz::tanh), lz::dense<2>(),
                               lz::dense<7>(lz::logistic), lz::dense<1>());

/// A single sample reads rows beyond the second layer's weights, of which there are too few behind
/// them: with 4 numbers to a vector or 8, three rows of 48.
inline constexpr auto last_rows = lz::network<"last_rows">(lz::input<5>, lz::dense<45>(lz::tanh),
                                                           lz::dense<45>(), lz::dense<1>());

inline bool near(double a, double b, double scale, double bound) {
    return std::abs(a - b) <= bound * std::max(scale, std::abs(b));
}
inline double largest(std::vector<double> const& values) {
    double result = 0;
    for (double const value : values)
        result = std::max(result, std::abs(value));
    return result;
}
/// Every number to `bound` of the largest of them.
inline void hold(subject::evaluation const& got, subject::evaluation const& wanted, double bound) {
    double const scale = largest(wanted.gradient);
    BOOST_TEST(near(got.loss, wanted.loss, 0, bound),
               "loss " << got.loss << " not " << wanted.loss);
    BOOST_REQUIRE(got.gradient.size() == wanted.gradient.size());
    for (std::size_t i = 0; i < got.gradient.size(); ++i)
        BOOST_TEST(near(got.gradient[i], wanted.gradient[i], scale, bound),
                   "weight " << i << ": " << got.gradient[i] << " not " << wanted.gradient[i]);
}

/// What the loops have for the weights.
inline subject::evaluation evaluated(plain::network const& loops,
                                     std::vector<double> const& weights,
                                     std::vector<double> const& x, std::vector<double> const& t) {
    BOOST_REQUIRE(loops.weights() == weights.size());
    plain::real ignored = 0;
    auto const loss = loops.loss({weights.begin(), weights.end()}, x, t, ignored);
    return {static_cast<double>(loss), loops.gradient(weights, x, t)};
}

/// The same networks in plain loops.
template <auto const& Net> plain::network const by_hand;
inline std::vector<plain::activation> linear(std::size_t layers) {
    return std::vector<plain::activation>(layers, plain::identity_);
}
template <> inline plain::network const by_hand<by_2>{{5, 16, 9, 10, 11, 12}, linear(5)};
template <> inline plain::network const by_hand<by_4>{{2, 17, 4, 19, 6, 15}, linear(5)};
template <> inline plain::network const by_hand<by_8>{{13, 1, 18, 3, 20, 7, 14, 8}, linear(7)};
template <>
inline plain::network const by_hand<long_rows>{{128, 128, 640, 2},
                                               {plain::tanh_, plain::identity_, plain::identity_}};
template <>
inline plain::network const by_hand<wide_rows>{
    {7, 200, 50, 100, 3}, {plain::identity_, plain::tanh_, plain::identity_, plain::identity_}};
template <>
inline plain::network const by_hand<few_neurons>{{43, 2, 35, 1, 32, 3, 30, 4},
                                                 {plain::identity_, plain::tanh_, plain::identity_,
                                                  plain::identity_, plain::logistic_,
                                                  plain::identity_, plain::identity_}};
template <>
inline plain::network const by_hand<one_neuron>{{48, 1, 40, 1},
                                                {plain::tanh_, plain::logistic_, plain::identity_}};
template <>
inline plain::network const by_hand<narrow_rows>{
    {5, 4, 2, 7, 1}, {plain::tanh_, plain::identity_, plain::logistic_, plain::identity_}};
template <>
inline plain::network const by_hand<last_rows>{{5, 45, 45, 1},
                                               {plain::tanh_, plain::identity_, plain::identity_}};

/// The network with vectors against plain loops, for 19 samples.
template <auto const& Net, int Block = 32> void check_widths() {
    constexpr std::size_t samples = 19;
    using vectors = subject::network<double, Net, lz::simd::native, Block>;
    auto const weights = plain::random_numbers(vectors::size(), 1, 0.5);
    auto const x = plain::random_numbers(samples * vectors::model_type::input_width, 2);
    auto const t = plain::random_numbers(samples * vectors::model_type::output_width, 3);
    vectors network(weights);
    network.use(x, t);
    hold(network.all(), evaluated(by_hand<Net>, weights, x, t), 1e-12);
}

/// The same for single samples.
template <auto const& Net> void check_single_samples() {
    using vectors = subject::network<double, Net, lz::simd::native>;
    auto const weights = plain::random_numbers(vectors::size(), 1, 0.5);
    vectors const network(weights);
    std::array<double, vectors::model_type::input_width> x{};
    for (unsigned seed = 2; seed < 5; ++seed) {
        auto const numbers = plain::random_numbers(x.size(), seed);
        std::copy(numbers.begin(), numbers.end(), x.begin());
        auto const got = (*network.model)(x);
        auto const layers = by_hand<Net>.run({weights.begin(), weights.end()}, x.data());
        std::vector<double> const wanted(layers.back().a.begin(), layers.back().a.end());
        double const scale = largest(wanted);
        BOOST_REQUIRE(got.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            BOOST_TEST(near(got[i], wanted[i], scale, 1e-12),
                       "output " << i << ": " << got[i] << " not " << wanted[i]);
    }
}

template <int VectorWidth> void check_widths_for() {
    if constexpr (VectorWidth >= 8)
        check_widths<by_8>();
    else if constexpr (VectorWidth >= 4)
        check_widths<by_4>();
    else
        check_widths<by_2>();
}

} // namespace tails
