#include "reference.hpp"

#include <boost/test/unit_test.hpp>

using namespace reference;

namespace {
constexpr auto exp_ = [](auto x) { return simd::exp(x); };
constexpr auto expm1_ = [](auto x) { return simd::expm1(x); };
} // namespace

BOOST_AUTO_TEST_SUITE(math_exponential)

BOOST_AUTO_TEST_CASE(exp_accuracy) {
    sweep("exp", exp_, [](double x) { return std::exp(x); }, mpfr_exp, {0x1p-10, 750});
}

BOOST_AUTO_TEST_CASE(expm1_accuracy) {
    sweep("expm1", expm1_, [](double x) { return std::expm1(x); }, mpfr_expm1, {0x1p-10, 712});
}

BOOST_AUTO_TEST_CASE_TEMPLATE(exp_limits, T, scalars) {
    BOOST_TEST(at(exp_, T(0)) == T(1));
    BOOST_TEST(at(exp_, T(-0.0)) == T(1));
    BOOST_TEST(at(exp_, infinity<T>) == infinity<T>);
    BOOST_TEST(at(exp_, std::numeric_limits<T>::max()) == infinity<T>);
    BOOST_TEST(at(exp_, T(1000)) == infinity<T>);
    BOOST_TEST(same_zero(at(exp_, T(-1000)), T(0)));
    BOOST_TEST(same_zero(at(exp_, -infinity<T>), T(0)));
    BOOST_TEST(std::isnan(at(exp_, not_number<T>)));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(expm1_limits, T, scalars) {
    BOOST_TEST(same_zero(at(expm1_, T(0)), T(0)));
    BOOST_TEST(same_zero(at(expm1_, T(-0.0)), T(-0.0)));
    BOOST_TEST(at(expm1_, infinity<T>) == infinity<T>);
    BOOST_TEST(at(expm1_, T(1000)) == infinity<T>);
    BOOST_TEST(at(expm1_, T(-1000)) == T(-1));
    BOOST_TEST(at(expm1_, -infinity<T>) == T(-1));
    BOOST_TEST(std::isnan(at(expm1_, not_number<T>)));
}

// The power of two is put together from a bit field: the numbers around its ends.
BOOST_AUTO_TEST_CASE(exp_keeps_overflow_and_subnormal_results) {
    BOOST_TEST(std::isfinite(at(exp_, 88.72F)));
    BOOST_TEST(at(exp_, 88.73F) == infinity<float>);
    BOOST_TEST(at(exp_, -103.0F) == std::exp(-103.0F));
    BOOST_TEST(same_zero(at(exp_, -104.0F), 0.0F));
    BOOST_TEST(std::isfinite(at(exp_, 709.78)));
    BOOST_TEST(at(exp_, 709.79) == infinity<double>);
    BOOST_TEST(at(exp_, -745.0) == 5e-324);
    BOOST_TEST(same_zero(at(exp_, -746.0), 0.0));
}

BOOST_AUTO_TEST_SUITE_END()
