#include <leibniz/scalar/math/logarithm.hpp>

#include <cmath>

#include <boost/test/unit_test.hpp>

#include "accuracy.hpp"

namespace scalar = leibniz::scalar;
using namespace accuracy;

BOOST_AUTO_TEST_SUITE(scalar_logarithm)

BOOST_AUTO_TEST_CASE(log_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::log(x); };
    auto const any = [&] { return std::abs(next.any_finite<double>()); };
    sweep<double>("log, every exponent", f, mpfr_log, any, 1.0);
    auto const any_float = [&] { return std::abs(next.any_finite<float>()); };
    sweep<float>("log, every exponent", f, mpfr_log, any_float, 0.501);
    sweep_both("log [0.5, 2]", f, mpfr_log, [&] { return next.between(0.5, 2); });
    sweep_both("log near 1", f, mpfr_log, [&] { return 1 + next.of_exponent(-52, -4); });
}

BOOST_AUTO_TEST_CASE(log1p_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::log1p(x); };
    sweep_both("log1p [-1, 3]", f, mpfr_log1p, [&] { return next.between(-1, 3); });
    sweep_both("log1p tiny", f, mpfr_log1p, [&] { return next.of_exponent(-1074, 0); });
    auto const any = [&] { return std::abs(next.any_finite<double>()); };
    sweep<double>("log1p, every exponent", f, mpfr_log1p, any, 1.0);
}

BOOST_AUTO_TEST_CASE(limits) {
    BOOST_TEST(same(scalar::log(0.0), -infinity));
    BOOST_TEST(same(scalar::log(-0.0), -infinity));
    BOOST_TEST(same(scalar::log(-1.0), quiet_nan));
    BOOST_TEST(same(scalar::log(1.0), 0.0));
    BOOST_TEST(same(scalar::log(infinity), infinity));
    BOOST_TEST(same(scalar::log(quiet_nan), quiet_nan));
    BOOST_TEST(same(scalar::log1p(-0.0), -0.0));
    BOOST_TEST(same(scalar::log1p(smallest), smallest));
    BOOST_TEST(same(scalar::log1p(-1.0), -infinity));
    BOOST_TEST(same(scalar::log1p(-1.5), quiet_nan));
    BOOST_TEST(same(scalar::log1p(infinity), infinity));
    BOOST_TEST(same(scalar::log1p(quiet_nan), quiet_nan));
}

BOOST_AUTO_TEST_SUITE_END()
