#include "reference.hpp"

#include <boost/test/unit_test.hpp>

using namespace reference;

namespace {
constexpr auto sinh_ = [](auto x) { return simd::sinh(x); };
constexpr auto cosh_ = [](auto x) { return simd::cosh(x); };
constexpr auto tanh_ = [](auto x) { return simd::tanh(x); };
} // namespace

BOOST_AUTO_TEST_SUITE(math_hyperbolic)

BOOST_AUTO_TEST_CASE(sinh_accuracy) {
    sweep("sinh", sinh_, [](double x) { return std::sinh(x); }, mpfr_sinh, {0x1p-10, 712});
}

BOOST_AUTO_TEST_CASE(cosh_accuracy) {
    sweep("cosh", cosh_, [](double x) { return std::cosh(x); }, mpfr_cosh, {0x1p-10, 712});
}

BOOST_AUTO_TEST_CASE(tanh_accuracy) {
    using floats = simd::group<xsimd::batch<float>, 1>;
    constexpr bool piecewise = simd::detail::table_bits<floats>::value == 5;
    sweep(piecewise ? "piecewise tanh" : "tanh", tanh_, [](double x) { return std::tanh(x); },
          mpfr_tanh, {0x1p-10, 24});
}

BOOST_AUTO_TEST_CASE_TEMPLATE(limits, T, scalars) {
    for (T const zero : {T(0), T(-0.0)}) {
        BOOST_TEST(same_zero(at(sinh_, zero), zero));
        BOOST_TEST(same_zero(at(tanh_, zero), zero));
        BOOST_TEST(at(cosh_, zero) == T(1));
    }
    for (T const large : {T(1000), std::numeric_limits<T>::max(), infinity<T>}) {
        BOOST_TEST(at(sinh_, large) == infinity<T>);
        BOOST_TEST(at(sinh_, -large) == -infinity<T>);
        BOOST_TEST(at(cosh_, large) == infinity<T>);
        BOOST_TEST(at(cosh_, -large) == infinity<T>);
        BOOST_TEST(at(tanh_, large) == T(1));
        BOOST_TEST(at(tanh_, -large) == T(-1));
    }
    BOOST_TEST(std::isnan(at(sinh_, not_number<T>)));
    BOOST_TEST(std::isnan(at(cosh_, not_number<T>)));
    BOOST_TEST(std::isnan(at(tanh_, not_number<T>)));
}

// The rational function would pass 1 where its rounding errors are larger than the distance to it,
// and a polynomial where its last piece is wrong.
BOOST_AUTO_TEST_CASE(tanh_is_nowhere_above_one) {
    auto const first = std::bit_cast<std::uint32_t>(7.5F);
    auto const x = patterns(first, std::bit_cast<std::uint32_t>(9.5F), 1);
    std::vector<float> y(x.size());
    evaluate(tanh_, y, x);
    BOOST_TEST(*std::max_element(y.begin(), y.end()) == 1.0F);
}

// e^x overflows before sinh and cosh do.
BOOST_AUTO_TEST_CASE(finite_where_the_exponential_is_not) {
    BOOST_TEST(std::isfinite(at(sinh_, 89.4F)));
    BOOST_TEST(std::isfinite(at(cosh_, 89.4F)));
    BOOST_TEST(at(sinh_, 89.5F) == infinity<float>);
    BOOST_TEST(at(cosh_, 89.5F) == infinity<float>);
    BOOST_TEST(std::isfinite(at(sinh_, 710.4)));
    BOOST_TEST(std::isfinite(at(cosh_, 710.4)));
    BOOST_TEST(at(sinh_, 710.5) == infinity<double>);
    BOOST_TEST(at(cosh_, 710.5) == infinity<double>);
}

BOOST_AUTO_TEST_SUITE_END()
