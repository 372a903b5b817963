#include "activations.hpp"

BOOST_AUTO_TEST_SUITE(activations_in_float)

BOOST_AUTO_TEST_CASE(vectors) { activations::check_some<float, leibniz::simd::native>(); }

BOOST_AUTO_TEST_SUITE_END()
