#include "reference.hpp"

#include <boost/test/unit_test.hpp>

using namespace reference;

namespace {
constexpr auto asin_ = [](auto x) { return simd::asin(x); };
constexpr auto acos_ = [](auto x) { return simd::acos(x); };
constexpr auto atan_ = [](auto x) { return simd::atan(x); };
} // namespace

BOOST_AUTO_TEST_SUITE(math_inverse_trigonometric)

BOOST_AUTO_TEST_CASE(asin_accuracy) {
    sweep("asin", asin_, [](double x) { return std::asin(x); }, mpfr_asin, {0x1p-12, 1});
}

BOOST_AUTO_TEST_CASE(acos_accuracy) {
    sweep("acos", acos_, [](double x) { return std::acos(x); }, mpfr_acos, {0x1p-12, 1});
}

BOOST_AUTO_TEST_CASE(atan_accuracy) {
    sweep("atan", atan_, [](double x) { return std::atan(x); }, mpfr_atan, {0x1p-6, 16});
}

BOOST_AUTO_TEST_CASE_TEMPLATE(limits, T, scalars) {
    for (T const zero : {T(0), T(-0.0)}) {
        BOOST_TEST(same_zero(at(asin_, zero), zero));
        BOOST_TEST(same_zero(at(atan_, zero), zero));
    }
    BOOST_TEST(same_zero(at(acos_, T(1)), T(0)));
    BOOST_TEST(at(acos_, T(-1)) == std::acos(T(-1)));
    BOOST_TEST(at(acos_, T(0)) == std::acos(T(0)));
    BOOST_TEST(at(asin_, T(1)) == std::asin(T(1)));
    BOOST_TEST(at(asin_, T(-1)) == std::asin(T(-1)));
    BOOST_TEST(at(atan_, infinity<T>) == std::atan(infinity<T>));
    BOOST_TEST(at(atan_, -infinity<T>) == std::atan(-infinity<T>));
    BOOST_TEST(std::isnan(at(atan_, not_number<T>)));
    for (T const x :
         {std::nextafter(T(1), T(2)), T(-1.5), infinity<T>, -infinity<T>, not_number<T>}) {
        BOOST_TEST(std::isnan(at(asin_, x)));
        BOOST_TEST(std::isnan(at(acos_, x)));
    }
}

BOOST_AUTO_TEST_SUITE_END()
