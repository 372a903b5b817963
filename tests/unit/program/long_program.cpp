#include "long_program.hpp"

BOOST_AUTO_TEST_SUITE(long_program_one_by_one)

BOOST_AUTO_TEST_CASE(agrees_with_differences) {
    long_program::agrees_with_differences<leibniz::one_by_one>();
}

BOOST_AUTO_TEST_SUITE_END()
