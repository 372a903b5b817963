#include <boost/test/unit_test.hpp>
#include <cmath>
#include <leibniz/calculus/diff.hpp>
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/sum_over.hpp>
#include <leibniz/simd/evaluate.hpp>
#include <limits>
#include <vector>

namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto u = lz::symbol<"u">;
constexpr auto w = lz::symbol<"w">;
constexpr auto f = sin(u * u) + 3_c * u * w;

template <class Number> std::vector<Number> ramp(std::size_t count) {
    std::vector<Number> values(count);
    for (std::size_t k = 0; k < count; ++k)
        values[k] = static_cast<Number>(0.01 * static_cast<double>(k) - 2);
    return values;
}

} // namespace

BOOST_AUTO_TEST_SUITE(evaluate_each)

// Lengths around the vector width and around the chunk of 512.
BOOST_AUTO_TEST_CASE(any_number_of_elements) {
    for (std::size_t const count :
         {0u, 1u, 2u, 3u, 7u, 8u, 15u, 16u, 17u, 511u, 512u, 513u, 1300u}) {
        auto const values = ramp<double>(count);
        std::vector<double> slopes(count + 1, -7.0);
        lz::evaluate_each(lz::diff(f, u), slopes, u = std::span(values), w = 0.5);
        for (std::size_t k = 0; k < count; ++k)
            BOOST_TEST(std::abs(slopes[k] -
                                (2 * values[k] * std::cos(values[k] * values[k]) + 1.5)) < 1e-13);
        BOOST_TEST(slopes[count] == -7.0); // not touched beyond the arrays
    }
}

BOOST_AUTO_TEST_CASE(float_and_two_arrays) {
    auto const values = ramp<float>(100);
    std::vector<float> result(100);
    lz::evaluate_each(u * w + 1_c, result, u = std::span(values), w = std::span(values));
    for (std::size_t k = 0; k < 100; ++k)
        BOOST_TEST(std::abs(result[k] - (values[k] * values[k] + 1)) < 1e-6f);
}

// relu keeps NaN, and the condition is decided lane by lane.
BOOST_AUTO_TEST_CASE(conditions_and_limits) {
    double const nan = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> const values{-1, 0, 2, nan, 1000, -1000};
    std::vector<double> result(6);
    lz::evaluate_each(relu(u), result, u = std::span(values));
    BOOST_TEST(result[0] == 0);
    BOOST_TEST(result[1] == 0);
    BOOST_TEST(result[2] == 2);
    BOOST_TEST(std::isnan(result[3]));
    lz::evaluate_each(logistic(u), result, u = std::span(values));
    BOOST_TEST(result[4] == 1);
    BOOST_TEST(result[5] == 0);
    lz::evaluate_each(softplus(u), result, u = std::span(values));
    BOOST_TEST(result[4] == 1000);
    BOOST_TEST(result[5] == 0);
    lz::evaluate_each(lz::diff(lz::elu(u), u), result, u = std::span(values));
    BOOST_TEST(result[4] == 1);
    BOOST_TEST(std::abs(result[0] - std::exp(-1.0)) < 1e-15);
}

// A symbol below a function of a Σ.
BOOST_AUTO_TEST_CASE(inside_a_sum) {
    constexpr auto m = lz::index<"m">(lz::domain<"places", 5>);
    auto const values = ramp<double>(10);
    std::vector<double> result(10);
    lz::evaluate_each(log(lz::sum(m, exp(u))), result, u = std::span(values));
    for (std::size_t k = 0; k < 10; ++k)
        BOOST_TEST(std::abs(result[k] - (std::log(5.0) + values[k])) < 1e-14);
}

BOOST_AUTO_TEST_SUITE_END()
