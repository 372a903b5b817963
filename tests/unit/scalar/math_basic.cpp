#include <leibniz/scalar/math/basic.hpp>

#include <cmath>

#include <boost/test/unit_test.hpp>

#include "accuracy.hpp"

namespace scalar = leibniz::scalar;
using namespace accuracy;

BOOST_AUTO_TEST_SUITE(scalar_basic)

BOOST_AUTO_TEST_CASE(absolute_value) {
    BOOST_TEST(same(scalar::abs(-2.5), 2.5));
    BOOST_TEST(same(scalar::abs(2.5), 2.5));
    BOOST_TEST(same(scalar::abs(-0.0), 0.0));
    BOOST_TEST(same(scalar::abs(-infinity), infinity));
    BOOST_TEST(same(scalar::abs(quiet_nan), quiet_nan));
    BOOST_TEST(scalar::abs(-2.5F) == 2.5F);
}

BOOST_AUTO_TEST_CASE(sign_of_each_kind) {
    BOOST_TEST(same(scalar::sign(smallest), 1.0));
    BOOST_TEST(same(scalar::sign(-infinity), -1.0));
    BOOST_TEST(same(scalar::sign(0.0), 0.0));
    BOOST_TEST(same(scalar::sign(-0.0), -0.0));
    BOOST_TEST(same(scalar::sign(quiet_nan), quiet_nan));
}

BOOST_AUTO_TEST_CASE(minimum_and_maximum) {
    BOOST_TEST(same(scalar::min(1.0, 2.0), 1.0));
    BOOST_TEST(same(scalar::min(2.0, 1.0), 1.0));
    BOOST_TEST(same(scalar::max(1.0, 2.0), 2.0));
    BOOST_TEST(same(scalar::max(2.0, 1.0), 2.0));
    BOOST_TEST(same(scalar::min(0.0, -0.0), -0.0));
    BOOST_TEST(same(scalar::min(-0.0, 0.0), -0.0));
    BOOST_TEST(same(scalar::max(0.0, -0.0), 0.0));
    BOOST_TEST(same(scalar::max(-0.0, 0.0), 0.0));
    BOOST_TEST(same(scalar::min(quiet_nan, 1.0), quiet_nan));
    BOOST_TEST(same(scalar::min(1.0, quiet_nan), quiet_nan));
    BOOST_TEST(same(scalar::max(quiet_nan, 1.0), quiet_nan));
    BOOST_TEST(same(scalar::max(1.0, quiet_nan), quiet_nan));
}

BOOST_AUTO_TEST_SUITE_END()
