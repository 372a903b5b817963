#include <leibniz/scalar/math/trigonometric.hpp>

#include <cmath>

#include <boost/test/unit_test.hpp>

#include "accuracy.hpp"

namespace scalar = leibniz::scalar;
using namespace accuracy;

BOOST_AUTO_TEST_SUITE(scalar_trigonometric)

namespace {

constexpr auto sine = [](auto x) { return scalar::sin(x); };
constexpr auto cosine = [](auto x) { return scalar::cos(x); };
constexpr auto tangent = [](auto x) { return scalar::tan(x); };

} // namespace

BOOST_AUTO_TEST_CASE(over_the_whole_range) {
    arguments next;
    auto const any = [&] { return next.any_finite<double>(); };
    sweep<double>("sin, every exponent", sine, mpfr_sin, any, 1.0);
    sweep<double>("cos, every exponent", cosine, mpfr_cos, any, 1.0);
    sweep<double>("tan, every exponent", tangent, mpfr_tan, any, 1.0);
    auto const any_float = [&] { return next.any_finite<float>(); };
    sweep<float>("sin, every exponent", sine, mpfr_sin, any_float, 0.501);
    sweep<float>("cos, every exponent", cosine, mpfr_cos, any_float, 0.501);
    sweep<float>("tan, every exponent", tangent, mpfr_tan, any_float, 0.501);
}

BOOST_AUTO_TEST_CASE(ordinary_angles) {
    arguments next;
    auto const turns = [&] { return next.between(-100, 100); };
    sweep_both("sin [-100, 100]", sine, mpfr_sin, turns);
    sweep_both("cos [-100, 100]", cosine, mpfr_cos, turns);
    sweep_both("tan [-100, 100]", tangent, mpfr_tan, turns);
    auto const small = [&] { return next.of_exponent(-40, 1); };
    sweep_both("sin small", sine, mpfr_sin, small);
    sweep_both("cos small", cosine, mpfr_cos, small);
    sweep_both("tan small", tangent, mpfr_tan, small);
}

// The doubles next to k·π/2, where the reduction cancels most.
BOOST_AUTO_TEST_CASE(next_to_multiples_of_a_right_angle) {
    int k = 0;
    auto const multiple = [&] { return ++k * 1.5707963267948966; };
    sweep<double>("sin at k pi/2", sine, mpfr_sin, multiple, 1.0);
    k = 0;
    sweep<double>("cos at k pi/2", cosine, mpfr_cos, multiple, 1.0);
    k = 0;
    sweep<double>("tan at k pi/2", tangent, mpfr_tan, multiple, 1.0);
}

// The double nearest to a multiple of π/2, relatively: J.-M. Muller, Elementary Functions.
BOOST_AUTO_TEST_CASE(worst_case_of_the_reduction) {
    double const x = std::ldexp(6381956970095103.0, 797);
    exact value{x};
    mpfr_cos(value.get(), value.get(), MPFR_RNDN);
    BOOST_TEST(error_in_ulps(scalar::cos(x), value) <= 1.0);
    BOOST_TEST(std::abs(scalar::cos(x)) < 1e-18);
}

BOOST_AUTO_TEST_CASE(limits) {
    for (double x : {infinity, -infinity, quiet_nan}) {
        BOOST_TEST(same(scalar::sin(x), quiet_nan));
        BOOST_TEST(same(scalar::cos(x), quiet_nan));
        BOOST_TEST(same(scalar::tan(x), quiet_nan));
    }
    BOOST_TEST(same(scalar::sin(-0.0), -0.0));
    BOOST_TEST(same(scalar::tan(-0.0), -0.0));
    BOOST_TEST(same(scalar::cos(-0.0), 1.0));
    BOOST_TEST(same(scalar::sin(-smallest), -smallest));
}

BOOST_AUTO_TEST_SUITE_END()
