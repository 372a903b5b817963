#include "../program/long_program.hpp"

BOOST_AUTO_TEST_SUITE(program_table)

BOOST_AUTO_TEST_CASE(agrees_with_differences) {
    long_program::agrees_with_differences<leibniz::simd::native>();
}

BOOST_AUTO_TEST_SUITE_END()
