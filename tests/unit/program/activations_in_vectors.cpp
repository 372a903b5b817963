#include "activations.hpp"

BOOST_AUTO_TEST_SUITE(activations_in_vectors)

BOOST_AUTO_TEST_CASE(every_derivative_is_that_of_the_loss) {
    activations::check_smooth<double, leibniz::simd::native>();
    activations::check_kinked<double, leibniz::simd::native>();
}

BOOST_AUTO_TEST_SUITE_END()
