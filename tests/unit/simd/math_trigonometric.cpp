#include "reference.hpp"

#include <boost/test/unit_test.hpp>

using namespace reference;

namespace {
constexpr auto sin_ = [](auto x) { return simd::sin(x); };
constexpr auto cos_ = [](auto x) { return simd::cos(x); };
constexpr auto tan_ = [](auto x) { return simd::tan(x); };

/// The numbers nearest to the multiples of pi/2: there the reduction cancels most digits.
template <class T> std::vector<T> near_multiples() {
    std::vector<T> result;
    double const limit = simd::detail::reduction_limit<vectors<T>> * 1.01;
    long double const half_pi = 1.57079632679489661923132169163975144L;
    for (double n = 1; n * 1.6 < limit; n = std::max(n + 1, std::floor(n * 1.00007))) {
        auto const x = static_cast<T>(static_cast<long double>(n) * half_pi);
        result.insert(result.end(), {x, std::nextafter(x, T(0)), -x, std::nextafter(x, 2 * x)});
    }
    result.resize((result.size() + 63) / 64 * 64, T(1));
    return result;
}

template <class F, class Exact> void hard_float(char const* name, F ours, Exact exact) {
    auto const x = near_multiples<float>();
    std::vector<float> y(x.size());
    evaluate(ours, y, x);
    worst<float> found;
    for (std::size_t i = 0; i < x.size(); ++i)
        found.see(ulp_error(y[i], exact(double(x[i]))), x[i], y[i]);
    hold(name, found);
}

template <class F, class Exact> void hard_double(char const* name, F ours, Exact exact) {
    auto const x = near_multiples<double>();
    std::vector<double> y(x.size());
    evaluate(ours, y, x);
    worst<double> found;
    mpfr_t value;
    mpfr_init2(value, 160);
    for (std::size_t i = 0; i < x.size(); ++i) {
        mpfr_set_d(value, x[i], MPFR_RNDN);
        exact(value, value, MPFR_RNDN);
        found.see(ulp_error(y[i], value), x[i], y[i]);
    }
    mpfr_clear(value);
    hold(name, found);
}
} // namespace

BOOST_AUTO_TEST_SUITE(math_trigonometric)

BOOST_AUTO_TEST_CASE(sin_accuracy) {
    auto const exact = [](double x) { return std::sin(x); };
    sweep("sin", sin_, exact, mpfr_sin, {0x1p-6, 0x1p18});
    hard_float("sin", sin_, exact);
    hard_double("sin", sin_, mpfr_sin);
}

BOOST_AUTO_TEST_CASE(cos_accuracy) {
    auto const exact = [](double x) { return std::cos(x); };
    sweep("cos", cos_, exact, mpfr_cos, {0x1p-6, 0x1p18});
    hard_float("cos", cos_, exact);
    hard_double("cos", cos_, mpfr_cos);
}

BOOST_AUTO_TEST_CASE(tan_accuracy) {
    auto const exact = [](double x) { return std::tan(x); };
    sweep("tan", tan_, exact, mpfr_tan, {0x1p-6, 0x1p18});
    hard_float("tan", tan_, exact);
    hard_double("tan", tan_, mpfr_tan);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(limits, T, scalars) {
    for (T const zero : {T(0), T(-0.0)}) {
        BOOST_TEST(same_zero(at(sin_, zero), zero));
        BOOST_TEST(same_zero(at(tan_, zero), zero));
        BOOST_TEST(at(cos_, zero) == T(1));
    }
    for (T const x : {infinity<T>, -infinity<T>, not_number<T>}) {
        BOOST_TEST(std::isnan(at(sin_, x)));
        BOOST_TEST(std::isnan(at(cos_, x)));
        BOOST_TEST(std::isnan(at(tan_, x)));
    }
}

// One lane beyond the limit must not change its neighbours.
BOOST_AUTO_TEST_CASE_TEMPLATE(large_and_small_together, T, scalars) {
    std::vector<T> x(64, T(0.75)), y(64);
    x[5] = T(1e15);
    x[62] = T(-1e15);
    evaluate(sin_, y, x);
    BOOST_TEST(y[5] == std::sin(T(1e15)));
    BOOST_TEST(y[62] == std::sin(T(-1e15)));
    for (std::size_t const i : {0U, 4U, 6U, 61U, 63U})
        BOOST_TEST(y[i] == at(sin_, T(0.75)));
}

BOOST_AUTO_TEST_SUITE_END()
