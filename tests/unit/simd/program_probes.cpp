#include "../program/probe_gradients.hpp"

BOOST_AUTO_TEST_SUITE(program_probes)

BOOST_AUTO_TEST_CASE(two_branches_with_a_skip) {
    probe_gradients::check_branch<leibniz::simd::native>();
}
BOOST_AUTO_TEST_CASE(two_recurrent_steps_without_names) {
    probe_gradients::check_recurrent<leibniz::simd::native>();
}
BOOST_AUTO_TEST_CASE(a_convolution_its_weights_and_its_input) {
    probe_gradients::check_conv<leibniz::simd::native>();
}
BOOST_AUTO_TEST_CASE(filters_whose_outputs_are_mixed) {
    probe_gradients::check_mixing<leibniz::simd::native>();
}

BOOST_AUTO_TEST_SUITE_END()
