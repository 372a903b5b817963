#include "../program/tails.hpp"

BOOST_AUTO_TEST_SUITE(program_tails_widths)

BOOST_AUTO_TEST_CASE(vectors_agree_with_single_numbers) {
    tails::check_widths_for<leibniz::simd::lanes<double>::width>();
}

BOOST_AUTO_TEST_SUITE_END()
