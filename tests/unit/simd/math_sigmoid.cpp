#include "reference.hpp"

#include <boost/test/unit_test.hpp>

using namespace reference;

namespace {
constexpr auto logistic_ = [](auto x) { return simd::logistic(x); };
constexpr auto softplus_ = [](auto x) { return simd::softplus(x); };

void exact_logistic(mpfr_ptr result, mpfr_srcptr x, mpfr_rnd_t mode) {
    mpfr_neg(result, x, mode);
    mpfr_exp(result, result, mode);
    mpfr_add_ui(result, result, 1, mode);
    mpfr_ui_div(result, 1, result, mode);
}

void exact_softplus(mpfr_ptr result, mpfr_srcptr x, mpfr_rnd_t mode) {
    bool const positive = mpfr_sgn(x) > 0;
    mpfr_abs(result, x, mode);
    mpfr_neg(result, result, mode);
    mpfr_exp(result, result, mode);
    mpfr_log1p(result, result, mode);
    if (positive)
        mpfr_add(result, result, x, mode);
}
} // namespace

BOOST_AUTO_TEST_SUITE(math_sigmoid)

BOOST_AUTO_TEST_CASE(logistic_accuracy) {
    auto const exact = [](double x) { return 1 / (1 + std::exp(-x)); };
    sweep("logistic", logistic_, exact, exact_logistic, {0x1p-10, 720, true});
}

BOOST_AUTO_TEST_CASE(softplus_accuracy) {
    auto const exact = [](double x) {
        return std::fmax(x, 0) + std::log1p(std::exp(-std::abs(x)));
    };
    auto const with_nan = [=](double x) { return std::isnan(x) ? x : exact(x); };
    sweep("softplus", softplus_, with_nan, exact_softplus, {0x1p-10, 720, true});
}

BOOST_AUTO_TEST_CASE_TEMPLATE(logistic_limits, T, scalars) {
    BOOST_TEST(at(logistic_, T(0)) == T(0.5));
    BOOST_TEST(at(logistic_, T(-0.0)) == T(0.5));
    for (T const large : {T(1000), std::numeric_limits<T>::max(), infinity<T>}) {
        BOOST_TEST(at(logistic_, large) == T(1));
        BOOST_TEST(same_zero(at(logistic_, -large), T(0)));
    }
    BOOST_TEST(std::isnan(at(logistic_, not_number<T>)));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(softplus_limits, T, scalars) {
    for (T const large : {T(1000), std::numeric_limits<T>::max(), infinity<T>}) {
        BOOST_TEST(at(softplus_, large) == large);
        BOOST_TEST(same_zero(at(softplus_, -large), T(0)));
    }
    BOOST_TEST(std::isnan(at(softplus_, not_number<T>)));
}

BOOST_AUTO_TEST_SUITE_END()
