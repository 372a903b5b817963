#include <leibniz/scalar/math/square_root.hpp>

#include <cmath>

#include <boost/test/unit_test.hpp>

#include "accuracy.hpp"

namespace scalar = leibniz::scalar;
using namespace accuracy;

BOOST_AUTO_TEST_SUITE(scalar_square_root)

BOOST_AUTO_TEST_CASE(correctly_rounded_over_the_whole_range) {
    arguments next;
    auto const f = [](auto x) { return scalar::sqrt(x); };
    auto const any = [&] { return std::abs(next.any_finite<double>()); };
    sweep<double>("sqrt, every exponent", f, mpfr_sqrt, any, 0.5);
    auto const any_float = [&] { return std::abs(next.any_finite<float>()); };
    sweep<float>("sqrt, every exponent", f, mpfr_sqrt, any_float, 0.501);
}

BOOST_AUTO_TEST_CASE(equals_the_processors) {
    arguments next;
    int differing = 0;
    for (int i = 0; i < 200'000; ++i) {
        double const x = std::abs(next.any_finite<double>());
        differing += same(scalar::sqrt(x), std::sqrt(x)) ? 0 : 1;
    }
    for (int i = 1; i < 1000; ++i) { // squares, and their neighbours, which round to halfway cases
        for (double x : {1.0 * i * i, std::nextafter(1.0 * i * i, 0), 1.0 + i * 0x1p-52}) {
            differing += same(scalar::sqrt(x), std::sqrt(x)) ? 0 : 1;
        }
    }
    BOOST_TEST(differing == 0);
}

BOOST_AUTO_TEST_CASE(limits) {
    BOOST_TEST(same(scalar::sqrt(0.0), 0.0));
    BOOST_TEST(same(scalar::sqrt(-0.0), -0.0));
    BOOST_TEST(same(scalar::sqrt(-1.0), quiet_nan));
    BOOST_TEST(same(scalar::sqrt(infinity), infinity));
    BOOST_TEST(same(scalar::sqrt(quiet_nan), quiet_nan));
    BOOST_TEST(same(scalar::sqrt(smallest), std::sqrt(smallest)));
    BOOST_TEST(same(scalar::sqrt(largest), std::sqrt(largest)));
}

BOOST_AUTO_TEST_SUITE_END()
