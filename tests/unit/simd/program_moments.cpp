#include "../program/moments.hpp"

BOOST_AUTO_TEST_SUITE(program_moments)

BOOST_AUTO_TEST_CASE(a_few) { moments::check_few<leibniz::simd::native>(); }

BOOST_AUTO_TEST_SUITE_END()
