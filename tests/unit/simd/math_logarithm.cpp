#include "reference.hpp"

#include <boost/test/unit_test.hpp>

using namespace reference;

namespace {
constexpr auto log_ = [](auto x) { return simd::log(x); };
constexpr auto log1p_ = [](auto x) { return simd::log1p(x); };
} // namespace

BOOST_AUTO_TEST_SUITE(math_logarithm)

BOOST_AUTO_TEST_CASE(log_accuracy) {
    sweep("log", log_, [](double x) { return std::log(x); }, mpfr_log, {0x1p-3, 4});
}

BOOST_AUTO_TEST_CASE(log1p_accuracy) {
    sweep("log1p", log1p_, [](double x) { return std::log1p(x); }, mpfr_log1p, {0x1p-20, 4});
}

// Small logarithms come from arguments next to 1, where a subtraction could lose digits.
BOOST_AUTO_TEST_CASE(log_next_to_one) {
    for (double const x : {1 - 0x1p-24, 1 + 0x1p-23, 1 - 0x1p-20, 1 + 0x1p-20})
        BOOST_TEST(ulp_error(at(log_, float(x)), std::log(x)) <= accuracy::bound_of<float>("log"));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(log_limits, T, scalars) {
    BOOST_TEST(same_zero(at(log_, T(1)), T(0)));
    BOOST_TEST(at(log_, T(0)) == -infinity<T>);
    BOOST_TEST(at(log_, T(-0.0)) == -infinity<T>);
    BOOST_TEST(at(log_, infinity<T>) == infinity<T>);
    BOOST_TEST(std::isnan(at(log_, T(-1))));
    BOOST_TEST(std::isnan(at(log_, -std::numeric_limits<T>::denorm_min())));
    BOOST_TEST(std::isnan(at(log_, -infinity<T>)));
    BOOST_TEST(std::isnan(at(log_, not_number<T>)));
    T const least = std::numeric_limits<T>::denorm_min();
    BOOST_TEST(at(log_, least) == std::log(least));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(log1p_limits, T, scalars) {
    BOOST_TEST(same_zero(at(log1p_, T(0)), T(0)));
    BOOST_TEST(same_zero(at(log1p_, T(-0.0)), T(-0.0)));
    BOOST_TEST(at(log1p_, T(-1)) == -infinity<T>);
    BOOST_TEST(at(log1p_, infinity<T>) == infinity<T>);
    BOOST_TEST(std::isnan(at(log1p_, T(-2))));
    BOOST_TEST(std::isnan(at(log1p_, -infinity<T>)));
    BOOST_TEST(std::isnan(at(log1p_, not_number<T>)));
    T const tiny = std::numeric_limits<T>::denorm_min();
    BOOST_TEST(at(log1p_, tiny) == tiny);
    BOOST_TEST(at(log1p_, -tiny) == -tiny);
}

BOOST_AUTO_TEST_SUITE_END()
