#include "moments.hpp"

BOOST_AUTO_TEST_SUITE(moments_one_by_one)

BOOST_AUTO_TEST_CASE(a_few) { moments::check_few<leibniz::one_by_one>(); }
BOOST_AUTO_TEST_CASE(by_a_table) { moments::check_by_table<leibniz::one_by_one>(); }

BOOST_AUTO_TEST_SUITE_END()
