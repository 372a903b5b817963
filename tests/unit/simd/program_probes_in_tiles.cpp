#include "../program/probe_gradients.hpp"

BOOST_AUTO_TEST_SUITE(program_probes_in_tiles)

BOOST_AUTO_TEST_CASE(filters_that_are_compared) {
    probe_gradients::check_comparing<leibniz::simd::native>();
}

BOOST_AUTO_TEST_SUITE_END()
