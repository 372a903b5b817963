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

// Two approximations meet at 1, and with AVX-512 pieces at multiples of 1/32.
BOOST_AUTO_TEST_CASE_TEMPLATE(increases_through_the_ends_of_its_pieces, T, scalars) {
    for (T end = T(1) / 32; end < T(2.5); end += T(1) / 32) {
        T const value = at(erf_, end);
        BOOST_TEST(at(erf_, end - T(1) / 1024) < value);
        BOOST_TEST(at(erf_, std::nextafter(end, T(0))) <= value);
        BOOST_TEST(value < at(erf_, end + T(1) / 1024));
    }
}

BOOST_AUTO_TEST_CASE(erf_is_nowhere_above_one) {
    std::vector<float> const x =
        patterns(std::bit_cast<std::uint32_t>(3.0F), std::bit_cast<std::uint32_t>(5.0F), 7);
    std::vector<float> y(x.size());
    evaluate(erf_, y, x);
    BOOST_TEST(*std::max_element(y.begin(), y.end()) == 1.0F);
}

BOOST_AUTO_TEST_SUITE_END()
