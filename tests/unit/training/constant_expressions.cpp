#include "small_descent.hpp"

#include <boost/test/unit_test.hpp>
#include <cstring>

// The same bits hold where the compiler fuses no multiplication with an addition, as it does not
// for the instruction set that this test is built for.
#ifndef __FP_FAST_FMA

namespace {

namespace lz = leibniz;

constexpr auto start = small::weights_of(small::model_type{lz::glorot{.seed = 7}});
constexpr auto slopes = small::gradient_of(small::with_weights(start));
constexpr auto descended = small::trained(start, 5, lz::gradient_descent{.rate = 2});
constexpr auto adapted = small::trained(start, 3, lz::adam{.rate = 0.05f});

/// A copy that the compiler knows nothing about.
std::array<double, 9> hidden(std::array<double, 9> const& weights) {
    std::array<double, 9> result{};
    for (std::size_t i = 0; i < 9; ++i) {
        double volatile const weight = weights[i];
        result[i] = weight;
    }
    return result;
}
template <class Type> bool same_bits(Type const& a, Type const& b) {
    return std::memcmp(&a, &b, sizeof(Type)) == 0;
}

} // namespace

BOOST_AUTO_TEST_SUITE(constant_expressions)

BOOST_AUTO_TEST_CASE(initial_weights) {
    std::uint64_t volatile seed = 7;
    BOOST_TEST(same_bits(start, small::weights_of(small::model_type{lz::glorot{.seed = seed}})));
}
BOOST_AUTO_TEST_CASE(a_gradient) {
    BOOST_TEST(same_bits(slopes, small::gradient_of(small::with_weights(hidden(start)))));
}
BOOST_AUTO_TEST_CASE(a_few_steps) {
    int volatile const steps = 5, fewer = 3;
    BOOST_TEST(same_bits(descended,
                         small::trained(hidden(start), steps, lz::gradient_descent{.rate = 2})));
    BOOST_TEST(same_bits(adapted, small::trained(hidden(start), fewer, lz::adam{.rate = 0.05f})));
    BOOST_TEST(!same_bits(descended, adapted));
}

BOOST_AUTO_TEST_SUITE_END()

#endif
