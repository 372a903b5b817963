#include <leibniz/scalar/math/error_function.hpp>

#include <cmath>

#include <boost/test/unit_test.hpp>

#include "accuracy.hpp"

namespace scalar = leibniz::scalar;
using namespace accuracy;

BOOST_AUTO_TEST_SUITE(scalar_error_function)

BOOST_AUTO_TEST_CASE(over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::erf(x); };
    sweep_both("erf [-6.5, 6.5]", f, mpfr_erf, [&] { return next.between(-6.5, 6.5); }, 1.25);
    sweep_both("erf [0.8, 1.2]", f, mpfr_erf, [&] { return next.between(0.8, 1.2); }, 1.25);
    sweep_both("erf tiny", f, mpfr_erf, [&] { return next.of_exponent(-1074, 0); }, 1.25);
}

BOOST_AUTO_TEST_CASE(limits) {
    BOOST_TEST(same(scalar::erf(0.0), 0.0));
    BOOST_TEST(same(scalar::erf(-0.0), -0.0));
    BOOST_TEST(same(scalar::erf(infinity), 1.0));
    BOOST_TEST(same(scalar::erf(-infinity), -1.0));
    BOOST_TEST(same(scalar::erf(-40.0), -1.0));
    BOOST_TEST(same(scalar::erf(quiet_nan), quiet_nan));
}

BOOST_AUTO_TEST_SUITE_END()
