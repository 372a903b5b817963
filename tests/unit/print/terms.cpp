#include "expect.hpp"
#include <leibniz/expr/unroll.hpp>
#include <leibniz/network/layers.hpp>
#include <leibniz/print/terms.hpp>
#include <string>

namespace {

BOOST_AUTO_TEST_SUITE(print_terms)

BOOST_AUTO_TEST_CASE(weighted_values_come_before_biases_in_the_order_of_their_numbers) {
    constexpr auto net = lz::network<"">(lz::input<4>, lz::dense<3>(lz::logistic));
    constexpr auto neuron = net.neuron<1, 2>();
    expect(neuron.weighted_sum,
           "W1[2,0]·x[n,0] + W1[2,1]·x[n,1] + W1[2,2]·x[n,2] + W1[2,3]·x[n,3] + b1[2]",
           "W1[2,0]*x[n,0] + W1[2,1]*x[n,1] + W1[2,2]*x[n,2] + W1[2,3]*x[n,3] + b1[2]");
}

BOOST_AUTO_TEST_CASE(polynomials_start_with_their_constant) {
    constexpr auto x = lz::symbol<"x">;
    constexpr auto y = lz::symbol<"y">;
    expect(pow(x, 2_c) + 2_c * x + 1_c, "1 + 2·x + x²", "1 + 2*x + x^2");
    expect(pow(x, 2_c) - 2_c * x - 1_c, "x² − 1 − 2·x", "x^2 - 1 - 2*x");
    expect(x * y - 1_c, "x·y − 1", "x*y - 1");
}

/// Above the limit of sorting every term is still written once.
BOOST_AUTO_TEST_CASE(long_sums_are_complete) {
    constexpr auto wide = lz::domain<"wide", 70>;
    constexpr auto i = lz::index<"i">(wide);
    constexpr auto v = lz::tensor<"v">(wide);
    constexpr auto w = lz::tensor<"w">(wide);
    auto const text = lz::to_text(lz::expr::unroll<decltype(sum(i, v(i) * w(i)) - 1_c)>{});
    for (int at = 0; at < 70; ++at) {
        std::string const number = "[" + std::to_string(at) + "]";
        BOOST_TEST(text.view().find("v" + number + "·w" + number) != std::string_view::npos);
    }
    BOOST_TEST(text.view().ends_with(" − 1"));
    BOOST_TEST(text.view().starts_with("v["));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
