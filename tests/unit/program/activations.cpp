#include "activations.hpp"

BOOST_AUTO_TEST_SUITE(activations_one_by_one)

BOOST_AUTO_TEST_CASE(in_double) {
    activations::check_smooth<double, leibniz::one_by_one>();
    activations::check_kinked<double, leibniz::one_by_one>();
}

BOOST_AUTO_TEST_CASE(in_float) {
    activations::check_smooth<float, leibniz::one_by_one>();
    activations::check_kinked<float, leibniz::one_by_one>();
}

BOOST_AUTO_TEST_SUITE_END()
