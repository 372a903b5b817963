#include <leibniz/scalar/math/power.hpp>

#include <cmath>

#include <boost/test/unit_test.hpp>

#include "accuracy.hpp"

namespace scalar = leibniz::scalar;
using namespace accuracy;

BOOST_AUTO_TEST_SUITE(scalar_power)

namespace {

template <class T, class Generator>
void sweep_powers(char const* name, Generator generator, double bound) {
    double worst = 0.0;
    for (int i = 0; i < points; ++i) {
        auto const [a, b] = generator();
        T const x = static_cast<T>(a);
        T const y = static_cast<T>(b);
        exact value{static_cast<double>(x)};
        exact exponent{static_cast<double>(y)};
        mpfr_pow(value.get(), value.get(), exponent.get(), MPFR_RNDN);
        worst = std::max(worst, error_in_ulps(scalar::pow(x, y), value));
    }
    BOOST_TEST_MESSAGE(name << " " << worst << " ulp");
    BOOST_TEST(worst <= bound);
}

struct pair {
    double x;
    double y;
};

} // namespace

BOOST_AUTO_TEST_CASE(over_the_whole_range) {
    arguments next;
    auto const reaching = [&](double low, double high) { // every result from the denormals up
        double const x = std::abs(next.any_finite<double>());
        return pair{x, next.between(low, high) / std::log(x)};
    };
    sweep_powers<double>("pow, every base", [&] { return reaching(-745, 709); }, 1.0);
    auto const ordinary = [&] { return pair{next.between(0, 3), next.between(-30, 30)}; };
    sweep_powers<double>("pow, ordinary", ordinary, 1.0);
    auto const near_one = [&] {
        double const x = 1 + next.of_exponent(-52, -10);
        return pair{x, next.between(-700, 700) / std::log(x)};
    };
    sweep_powers<double>("pow, base near 1", near_one, 1.0);
    auto const whole = [&] { return pair{-next.between(0, 9), std::floor(next.between(-99, 99))}; };
    sweep_powers<double>("pow, negative base", whole, 1.0);
    auto const small = [&] { return pair{next.between(0, 9), next.between(-30, 30)}; };
    sweep_powers<float>("pow, float", small, 0.501);
}

BOOST_AUTO_TEST_CASE(exact_powers) {
    BOOST_TEST(same(scalar::pow(3.0, 4.0), 81.0));
    BOOST_TEST(same(scalar::pow(-2.0, -3.0), -0.125));
    BOOST_TEST(same(scalar::pow(2.0, -1074.0), smallest));
    BOOST_TEST(same(scalar::pow(2.0, 1023.0), 0x1p1023));
}

BOOST_AUTO_TEST_CASE(special_values_as_in_c) {
    double const bases[] = {0.0, -0.0, 0.5, -0.5,  1.0,      -1.0,      1.5,
                            2.0, -2.0, 3.0, 1e300, infinity, -infinity, quiet_nan};
    double const exponents[] = {0.0,    -0.0,       1.0,      -1.0,      2.0,      -2.0,
                                3.0,    -3.0,       0.5,      -0.5,      1e300,    -1e300,
                                0x1p53, 0x1p52 + 1, infinity, -infinity, quiet_nan};
    for (double x : bases) {
        for (double y : exponents) {
            double const expected = std::pow(x, y);
            bool const special = expected == 0 || !std::isfinite(expected) || x == 1 || x == -1;
            if (special) {
                BOOST_TEST(same(scalar::pow(x, y), expected), "pow(" << x << ", " << y << ")");
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
