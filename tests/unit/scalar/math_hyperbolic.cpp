#include <leibniz/scalar/math/hyperbolic.hpp>

#include <cmath>

#include <boost/test/unit_test.hpp>

#include "accuracy.hpp"

namespace scalar = leibniz::scalar;
using namespace accuracy;

BOOST_AUTO_TEST_SUITE(scalar_hyperbolic)

BOOST_AUTO_TEST_CASE(sinh_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::sinh(x); };
    sweep_both("sinh [-710, 710]", f, mpfr_sinh, [&] { return next.between(-710, 710); });
    sweep_both("sinh [-3, 3]", f, mpfr_sinh, [&] { return next.between(-3, 3); });
    sweep_both("sinh tiny", f, mpfr_sinh, [&] { return next.of_exponent(-1074, 0); });
}

BOOST_AUTO_TEST_CASE(cosh_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::cosh(x); };
    sweep_both("cosh [-710, 710]", f, mpfr_cosh, [&] { return next.between(-710, 710); });
    sweep_both("cosh [-3, 3]", f, mpfr_cosh, [&] { return next.between(-3, 3); });
}

BOOST_AUTO_TEST_CASE(tanh_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::tanh(x); };
    sweep_both("tanh [-23, 23]", f, mpfr_tanh, [&] { return next.between(-23, 23); });
    sweep_both("tanh [-2, 2]", f, mpfr_tanh, [&] { return next.between(-2, 2); });
    sweep_both("tanh tiny", f, mpfr_tanh, [&] { return next.of_exponent(-1074, 0); });
}

BOOST_AUTO_TEST_CASE(limits) {
    for (double x : {infinity, -infinity, largest, -711.0}) {
        BOOST_TEST(same(scalar::sinh(x), std::copysign(infinity, x)));
        BOOST_TEST(same(scalar::cosh(x), infinity));
        BOOST_TEST(same(scalar::tanh(x), std::copysign(1.0, x)));
    }
    BOOST_TEST(std::isfinite(scalar::sinh(710.47)));
    BOOST_TEST(same(scalar::cosh(0.0), 1.0));
    for (double x : {-0.0, 0.0, smallest, -smallest, quiet_nan}) {
        BOOST_TEST(same(scalar::sinh(x), x));
        BOOST_TEST(same(scalar::tanh(x), x));
    }
    BOOST_TEST(same(scalar::cosh(quiet_nan), quiet_nan));
}

BOOST_AUTO_TEST_SUITE_END()
