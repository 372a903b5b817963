#include "../program/extremes.hpp"

BOOST_AUTO_TEST_SUITE(program_extremes)

BOOST_AUTO_TEST_CASE(values) {
    extremes::check_values<leibniz::simd::native, double>();
    extremes::check_values<leibniz::simd::native, float>();
}

BOOST_AUTO_TEST_SUITE_END()
