#include "reference.hpp"

#include <boost/test/unit_test.hpp>

using namespace reference;

namespace {
constexpr auto pow_ = [](auto x, auto y) { return simd::pow(x, y); };

/// Pairs: bit patterns at random; bases near 1 with exponents that bring the power into range; all
/// positive bases with exponents up to the ends of the range; integral exponents.
template <class T> void pairs(std::vector<T>& x, std::vector<T>& y, std::size_t count) {
    using bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    std::mt19937_64 random(20240608);
    std::uniform_real_distribution<double> unit(0, 1), balanced(-1, 1);
    double const range = sizeof(T) == 4 ? 104 : 746;
    auto const add = [&](double base, double exponent) {
        x.push_back(static_cast<T>(base));
        y.push_back(static_cast<T>(exponent));
    };
    while (x.size() < count) {
        x.push_back(std::bit_cast<T>(static_cast<bits>(random())));
        y.push_back(std::bit_cast<T>(static_cast<bits>(random())));
        auto const near =
            static_cast<T>(std::exp(balanced(random) * std::exp2(-30 * unit(random))));
        add(double(near), range * balanced(random) / std::log(double(near)));
        auto const any = static_cast<T>(std::exp(range * balanced(random)));
        add(double(any), range * balanced(random) / std::log(double(any)));
        add(10 * balanced(random), std::round(20 * balanced(random)));
    }
    x.resize(count);
    y.resize(count);
}
} // namespace

BOOST_AUTO_TEST_SUITE(math_power)

BOOST_AUTO_TEST_CASE(float_accuracy) {
    std::vector<float> x, y, z(std::size_t(1) << 21);
    pairs(x, y, z.size());
    evaluate(pow_, z, x, y);
    worst<float> found;
    for (std::size_t i = 0; i < z.size(); ++i)
        found.see(ulp_error(z[i], std::pow(double(x[i]), double(y[i]))), x[i], z[i]);
    hold("pow", found);
}

BOOST_AUTO_TEST_CASE(double_accuracy) {
    std::vector<double> x, y, z(std::size_t(1) << 16);
    pairs(x, y, z.size());
    evaluate(pow_, z, x, y);
    worst<double> found;
    mpfr_t base, exponent;
    mpfr_init2(base, 160);
    mpfr_init2(exponent, 160);
    for (std::size_t i = 0; i < z.size(); ++i) {
        mpfr_set_d(base, x[i], MPFR_RNDN);
        mpfr_set_d(exponent, y[i], MPFR_RNDN);
        mpfr_pow(base, base, exponent, MPFR_RNDN);
        found.see(ulp_error(z[i], base), x[i], z[i]);
    }
    mpfr_clears(base, exponent, static_cast<mpfr_ptr>(nullptr));
    hold("pow", found);
}

// Every pair of special numbers, against C's Annex F by way of the standard library.
BOOST_AUTO_TEST_CASE_TEMPLATE(special_cases, T, scalars) {
    T const most = std::numeric_limits<T>::max(), least = std::numeric_limits<T>::denorm_min();
    T const numbers[] = {T(0),
                         T(0.5),
                         T(1),
                         T(1.5),
                         T(2),
                         T(3),
                         T(16777215),
                         most,
                         least,
                         T(10),
                         not_number<T>,
                         infinity<T>,
                         std::nextafter(T(1), T(0))};
    for (T const base : numbers)
        for (T const exponent : numbers)
            for (T const x : {base, -base})
                for (T const y : {exponent, -exponent}) {
                    T const got = at(pow_, x, y), wanted = std::pow(x, y);
                    bool const special = std::isnan(wanted) || std::isinf(wanted) || wanted == 0;
                    bool const alike = std::isnan(wanted) ? std::isnan(got)
                                       : special
                                           ? got == wanted
                                           : std::abs(got - wanted) <= std::abs(wanted) * T(1e-6);
                    BOOST_TEST((alike &&
                                (std::isnan(wanted) || std::signbit(got) == std::signbit(wanted))),
                               x << " to the power " << y << " is " << got << ", not " << wanted);
                }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(nan_propagates, T, scalars) {
    BOOST_TEST(std::isnan(at(pow_, not_number<T>, T(2))));
    BOOST_TEST(std::isnan(at(pow_, T(2), not_number<T>)));
    BOOST_TEST(std::isnan(at(pow_, not_number<T>, not_number<T>)));
}

BOOST_AUTO_TEST_SUITE_END()
