#include "reference.hpp"

#include <boost/test/unit_test.hpp>

using namespace reference;

namespace {
constexpr auto erf_ = [](auto x) { return simd::erf(x); };
} // namespace

BOOST_AUTO_TEST_SUITE(math_error_function)

BOOST_AUTO_TEST_CASE(erf_accuracy) {
    sweep("erf", erf_, [](double x) { return std::erf(x); }, mpfr_erf, {0x1p-10, 6.5});
}

BOOST_AUTO_TEST_CASE_TEMPLATE(limits, T, scalars) {
    for (T const zero : {T(0), T(-0.0)})
        BOOST_TEST(same_zero(at(erf_, zero), zero));
    for (T const large : {T(7), T(1000), std::numeric_limits<T>::max(), infinity<T>}) {
        BOOST_TEST(at(erf_, large) == T(1));
        BOOST_TEST(at(erf_, -large) == T(-1));
    }
    BOOST_TEST(std::isnan(at(erf_, not_number<T>)));
}

// The two approximations meet at 1.
BOOST_AUTO_TEST_CASE_TEMPLATE(increases_through_one, T, scalars) {
    T const one = at(erf_, T(1));
    BOOST_TEST(at(erf_, std::nextafter(T(1), T(0))) <= one);
    BOOST_TEST(at(erf_, T(1) - T(1) / 1024) < one);
    BOOST_TEST(one < at(erf_, T(1) + T(1) / 1024));
}

BOOST_AUTO_TEST_SUITE_END()
