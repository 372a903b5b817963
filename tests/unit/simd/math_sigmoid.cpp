#include "reference.hpp"

#include <leibniz/simd/lanes.hpp>

#include <boost/test/unit_test.hpp>

using namespace reference;

namespace {
constexpr auto logistic_ = [](auto x) { return simd::logistic(x); };
/// The same by the vectors that narrow layers are done with, where those are shorter.
constexpr auto logistic_of_narrow_layers =
    []<class Batch, std::size_t Size>(simd::group<Batch, Size> const& x) {
        using number = typename Batch::value_type;
        using narrow = typename simd::lanes<number>::template narrowed<1>::vector;
        return simd::detail::map(
            [](Batch const& wide) {
                alignas(Batch) number numbers[Batch::size];
                wide.store_aligned(numbers);
                for (std::size_t at = 0; at < Batch::size; at += narrow::size)
                    simd::logistic(simd::group<narrow, 1>{{narrow::load_unaligned(numbers + at)}})
                        .lane[0]
                        .store_unaligned(numbers + at);
                return Batch::load_aligned(numbers);
            },
            x);
    };
constexpr auto softplus_ = [](auto x) { return simd::softplus(x); };

void exact_logistic(mpfr_ptr result, mpfr_srcptr x, mpfr_rnd_t mode) {
    mpfr_neg(result, x, mode);
    mpfr_exp(result, result, mode);
    mpfr_add_ui(result, result, 1, mode);
    mpfr_ui_div(result, 1, result, mode);
}

void exact_softplus(mpfr_ptr result, mpfr_srcptr x, mpfr_rnd_t mode) {
    bool const positive = mpfr_sgn(x) > 0;
    mpfr_abs(result, x, mode);
    mpfr_neg(result, result, mode);
    mpfr_exp(result, result, mode);
    mpfr_log1p(result, result, mode);
    if (positive)
        mpfr_add(result, result, x, mode);
}
} // namespace

BOOST_AUTO_TEST_SUITE(math_sigmoid)

BOOST_AUTO_TEST_CASE(logistic_accuracy) {
    auto const exact = [](double x) { return 1 / (1 + std::exp(-x)); };
    sweep("logistic", logistic_, exact, exact_logistic, {0x1p-10, 720, true});
    sweep("logistic", logistic_of_narrow_layers, exact, exact_logistic, {0x1p-10, 720, true});
}

// Where e^-x becomes infinite, every number: what is not 0 there has the digits it should have, as
// far as the least of them counts.
BOOST_AUTO_TEST_CASE(logistic_where_it_vanishes) {
    std::vector<float> const x =
        patterns(std::bit_cast<std::uint32_t>(-88.0F), std::bit_cast<std::uint32_t>(-89.5F), 1);
    auto const check = [&](auto logistic) {
        std::vector<float> y(x.size());
        evaluate(logistic, y, x);
        for (std::size_t i = 0; i < x.size(); ++i) {
            double const wanted = 1 / (1 + std::exp(-double(x[i])));
            double const off = std::abs(double(y[i]) - wanted);
            BOOST_REQUIRE_MESSAGE(off <= 0x1p-149 * 4 || (wanted < 0x1.6a09e6p-128 && y[i] == 0),
                                  y[i] << " at " << x[i] << ", not " << wanted);
        }
    };
    check(logistic_);
    check(logistic_of_narrow_layers);
}

BOOST_AUTO_TEST_CASE(softplus_accuracy) {
    auto const exact = [](double x) {
        return std::fmax(x, 0) + std::log1p(std::exp(-std::abs(x)));
    };
    auto const with_nan = [=](double x) { return std::isnan(x) ? x : exact(x); };
    sweep("softplus", softplus_, with_nan, exact_softplus, {0x1p-10, 720, true});
}

template <class T, class Logistic> void check_limits(Logistic logistic) {
    BOOST_TEST(at(logistic, T(0)) == T(0.5));
    BOOST_TEST(at(logistic, T(-0.0)) == T(0.5));
    for (T const large : {T(1000), std::numeric_limits<T>::max(), infinity<T>}) {
        BOOST_TEST(at(logistic, large) == T(1));
        BOOST_TEST(same_zero(at(logistic, -large), T(0)));
    }
    BOOST_TEST(std::isnan(at(logistic, not_number<T>)));
}
BOOST_AUTO_TEST_CASE_TEMPLATE(logistic_limits, T, scalars) {
    check_limits<T>(logistic_);
    check_limits<T>(logistic_of_narrow_layers);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(softplus_limits, T, scalars) {
    for (T const large : {T(1000), std::numeric_limits<T>::max(), infinity<T>}) {
        BOOST_TEST(at(softplus_, large) == large);
        BOOST_TEST(same_zero(at(softplus_, -large), T(0)));
    }
    BOOST_TEST(std::isnan(at(softplus_, not_number<T>)));
}

BOOST_AUTO_TEST_SUITE_END()
