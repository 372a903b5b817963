#include <leibniz/scalar/math/exponential.hpp>

#include <cmath>

#include <boost/test/unit_test.hpp>

#include "accuracy.hpp"

namespace scalar = leibniz::scalar;
using namespace accuracy;

BOOST_AUTO_TEST_SUITE(scalar_exponential)

BOOST_AUTO_TEST_CASE(exp_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::exp(x); };
    sweep_both("exp [-746, 709]", f, mpfr_exp, [&] { return next.between(-746, 709); });
    sweep_both("exp [-1, 1]", f, mpfr_exp, [&] { return next.between(-1, 1); });
    sweep_both("exp [-104, 89]", f, mpfr_exp, [&] { return next.between(-104, 89); });
}

BOOST_AUTO_TEST_CASE(expm1_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::expm1(x); };
    sweep_both("expm1 [-50, 709]", f, mpfr_expm1, [&] { return next.between(-50, 709); });
    sweep_both("expm1 [-2, 2]", f, mpfr_expm1, [&] { return next.between(-2, 2); });
    sweep_both("expm1 tiny", f, mpfr_expm1, [&] { return next.of_exponent(-1074, 0); });
}

BOOST_AUTO_TEST_CASE(limits) {
    BOOST_TEST(same(scalar::exp(0.0), 1.0));
    BOOST_TEST(same(scalar::exp(-0.0), 1.0));
    BOOST_TEST(same(scalar::exp(1000.0), infinity));
    BOOST_TEST(same(scalar::exp(-1000.0), 0.0));
    BOOST_TEST(same(scalar::exp(-745.13), smallest));
    BOOST_TEST(same(scalar::exp(-745.14), 0.0));
    BOOST_TEST(same(scalar::exp(709.7827128933841), infinity));
    BOOST_TEST(std::isfinite(scalar::exp(709.782712893384)));
    BOOST_TEST(same(scalar::exp(quiet_nan), quiet_nan));
    BOOST_TEST(same(scalar::expm1(-0.0), -0.0));
    BOOST_TEST(same(scalar::expm1(smallest), smallest));
    BOOST_TEST(same(scalar::expm1(-infinity), -1.0));
    BOOST_TEST(same(scalar::expm1(infinity), infinity));
    BOOST_TEST(same(scalar::expm1(quiet_nan), quiet_nan));
    BOOST_TEST(scalar::exp(88.72284F) == std::numeric_limits<float>::infinity());
    BOOST_TEST(std::isfinite(scalar::exp(88.72283F)));
}

BOOST_AUTO_TEST_SUITE_END()
