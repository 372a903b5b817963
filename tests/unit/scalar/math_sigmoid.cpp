#include <leibniz/scalar/math/sigmoid.hpp>

#include <cmath>

#include <boost/test/unit_test.hpp>

#include "accuracy.hpp"

namespace scalar = leibniz::scalar;
using namespace accuracy;

BOOST_AUTO_TEST_SUITE(scalar_sigmoid)

namespace {

int exact_logistic(mpfr_ptr result, mpfr_srcptr x, mpfr_rnd_t rounding) {
    mpfr_neg(result, x, rounding);
    mpfr_exp(result, result, rounding);
    mpfr_add_ui(result, result, 1, rounding);
    return mpfr_ui_div(result, 1, result, rounding);
}

int exact_softplus(mpfr_ptr result, mpfr_srcptr x, mpfr_rnd_t rounding) {
    mpfr_exp(result, x, rounding);
    return mpfr_log1p(result, result, rounding);
}

} // namespace

BOOST_AUTO_TEST_CASE(logistic_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::logistic(x); };
    sweep_both("logistic [-745, 50]", f, exact_logistic, [&] { return next.between(-745, 50); });
    sweep_both("logistic [-42, 42]", f, exact_logistic, [&] { return next.between(-42, 42); });
    sweep_both("logistic [-5, 5]", f, exact_logistic, [&] { return next.between(-5, 5); });
}

BOOST_AUTO_TEST_CASE(softplus_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::softplus(x); };
    sweep_both(
        "softplus [-745, 50]", f, exact_softplus, [&] { return next.between(-745, 50); }, 1.25);
    sweep_both(
        "softplus [-42, 42]", f, exact_softplus, [&] { return next.between(-42, 42); }, 1.25);
    sweep_both("softplus [-5, 5]", f, exact_softplus, [&] { return next.between(-5, 5); }, 1.25);
}

BOOST_AUTO_TEST_CASE(limits) {
    BOOST_TEST(same(scalar::logistic(0.0), 0.5));
    BOOST_TEST(same(scalar::logistic(1000.0), 1.0));
    BOOST_TEST(same(scalar::logistic(-1000.0), 0.0));
    BOOST_TEST(same(scalar::logistic(infinity), 1.0));
    BOOST_TEST(same(scalar::logistic(-infinity), 0.0));
    BOOST_TEST(same(scalar::logistic(quiet_nan), quiet_nan));
    BOOST_TEST(same(scalar::softplus(1000.0), 1000.0));
    BOOST_TEST(same(scalar::softplus(-1000.0), 0.0));
    BOOST_TEST(same(scalar::softplus(infinity), infinity));
    BOOST_TEST(same(scalar::softplus(-infinity), 0.0));
    BOOST_TEST(same(scalar::softplus(quiet_nan), quiet_nan));
}

BOOST_AUTO_TEST_SUITE_END()
