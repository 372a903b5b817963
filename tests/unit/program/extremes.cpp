#include "extremes.hpp"

BOOST_AUTO_TEST_SUITE(extremes_)

BOOST_AUTO_TEST_CASE(values) {
    extremes::check_values<leibniz::one_by_one, double>();
    extremes::check_values<leibniz::one_by_one, float>();
}
BOOST_AUTO_TEST_CASE(slopes) {
    extremes::check_slopes<leibniz::one_by_one, double>();
    extremes::check_slopes<leibniz::one_by_one, float>();
    extremes::check_slopes<leibniz::simd::native, double>();
    extremes::check_slopes<leibniz::simd::native, float>();
}

BOOST_AUTO_TEST_SUITE_END()
