#include <leibniz/scalar/math/inverse_trigonometric.hpp>

#include <cmath>

#include <boost/test/unit_test.hpp>

#include "accuracy.hpp"

namespace scalar = leibniz::scalar;
using namespace accuracy;

BOOST_AUTO_TEST_SUITE(scalar_inverse_trigonometric)

BOOST_AUTO_TEST_CASE(asin_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::asin(x); };
    sweep_both("asin [-1, 1]", f, mpfr_asin, [&] { return next.between(-1, 1); });
    sweep_both("asin tiny", f, mpfr_asin, [&] { return next.of_exponent(-1074, 0); });
    sweep_both("asin near 1", f, mpfr_asin, [&] { return 1 - std::exp2(next.between(-53, -1)); });
}

BOOST_AUTO_TEST_CASE(acos_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::acos(x); };
    sweep_both("acos [-1, 1]", f, mpfr_acos, [&] { return next.between(-1, 1); });
    sweep_both("acos tiny", f, mpfr_acos, [&] { return next.of_exponent(-1074, 0); });
    sweep_both("acos near 1", f, mpfr_acos, [&] { return 1 - std::exp2(next.between(-53, -1)); });
    sweep_both("acos near -1", f, mpfr_acos, [&] { return std::exp2(next.between(-53, -1)) - 1; });
}

BOOST_AUTO_TEST_CASE(atan_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::atan(x); };
    auto const any = [&] { return next.any_finite<double>(); };
    sweep<double>("atan, every exponent", f, mpfr_atan, any, 1.0);
    sweep_both("atan [-4, 4]", f, mpfr_atan, [&] { return next.between(-4, 4); });
    sweep_both("atan around 1", f, mpfr_atan, [&] { return next.of_exponent(-30, 62); });
}

BOOST_AUTO_TEST_CASE(limits) {
    constexpr double half_pi = 1.5707963267948966;
    BOOST_TEST(same(scalar::asin(1.0), half_pi));
    BOOST_TEST(same(scalar::asin(-1.0), -half_pi));
    BOOST_TEST(same(scalar::asin(-0.0), -0.0));
    BOOST_TEST(same(scalar::asin(1.5), quiet_nan));
    BOOST_TEST(same(scalar::asin(quiet_nan), quiet_nan));
    BOOST_TEST(same(scalar::acos(1.0), 0.0));
    BOOST_TEST(same(scalar::acos(-1.0), 3.141592653589793));
    BOOST_TEST(same(scalar::acos(-infinity), quiet_nan));
    BOOST_TEST(same(scalar::acos(quiet_nan), quiet_nan));
    BOOST_TEST(same(scalar::atan(infinity), half_pi));
    BOOST_TEST(same(scalar::atan(-infinity), -half_pi));
    BOOST_TEST(same(scalar::atan(largest), half_pi));
    BOOST_TEST(same(scalar::atan(-0.0), -0.0));
    BOOST_TEST(same(scalar::atan(quiet_nan), quiet_nan));
}

BOOST_AUTO_TEST_SUITE_END()
