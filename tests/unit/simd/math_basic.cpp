#include "reference.hpp"

#include <boost/test/unit_test.hpp>

using namespace reference;

namespace {
constexpr auto abs_ = [](auto x) { return simd::abs(x); };
constexpr auto sign_ = [](auto x) { return simd::sign(x); };
constexpr auto sqrt_ = [](auto x) { return simd::sqrt(x); };
constexpr auto min_ = [](auto x, auto y) { return simd::min(x, y); };
constexpr auto max_ = [](auto x, auto y) { return simd::max(x, y); };
constexpr auto negate_ = [](auto x) { return -x; };
constexpr auto fma_ = [](auto x, auto y, auto z) { return simd::fma(x, y, z); };
constexpr auto fnma_ = [](auto x, auto y, auto z) { return simd::fnma(x, y, z); };
template <class T> inline constexpr bool fused = simd::has_fma<typename xsimd::batch<T>::arch_type>;
} // namespace

BOOST_AUTO_TEST_SUITE(math_basic)

BOOST_AUTO_TEST_CASE(sqrt_is_correctly_rounded) {
    sweep("sqrt", sqrt_, [](double x) { return std::sqrt(x); }, mpfr_sqrt, {0x1p-6, 64});
    BOOST_TEST(same_zero(at(sqrt_, -0.0), -0.0));
    BOOST_TEST(same_zero(at(sqrt_, -0.0F), -0.0F));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(sign_and_abs, T, scalars) {
    T const least = std::numeric_limits<T>::denorm_min();
    for (T const x : {least, T(0.5), T(1), T(1000), infinity<T>}) {
        BOOST_TEST(at(sign_, x) == T(1));
        BOOST_TEST(at(sign_, -x) == T(-1));
        BOOST_TEST(at(abs_, x) == x);
        BOOST_TEST(at(abs_, -x) == x);
        BOOST_TEST(at(negate_, x) == -x);
    }
    for (T const zero : {T(0), T(-0.0)}) {
        BOOST_TEST(same_zero(at(sign_, zero), zero));
        BOOST_TEST(same_zero(at(abs_, zero), T(0)));
        BOOST_TEST(same_zero(at(negate_, zero), -zero));
    }
    BOOST_TEST(std::isnan(at(sign_, not_number<T>)));
    BOOST_TEST(std::isnan(at(abs_, not_number<T>)));
    BOOST_TEST(std::isnan(at(negate_, not_number<T>)));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(min_and_max, T, scalars) {
    for (T const a : {T(-3), T(0), T(2), infinity<T>, -infinity<T>})
        for (T const b : {T(-4), T(1), T(2), infinity<T>, -infinity<T>}) {
            BOOST_TEST(at(min_, a, b) == std::min(a, b));
            BOOST_TEST(at(max_, a, b) == std::max(a, b));
        }
    for (T const x : {T(1), infinity<T>, not_number<T>}) {
        BOOST_TEST(std::isnan(at(min_, x, not_number<T>)));
        BOOST_TEST(std::isnan(at(min_, not_number<T>, x)));
        BOOST_TEST(std::isnan(at(max_, x, not_number<T>)));
        BOOST_TEST(std::isnan(at(max_, not_number<T>, x)));
    }
}

// (1 + e)(1 - e) - 1 = -e^2: rounding the product first leaves 0.
BOOST_AUTO_TEST_CASE_TEMPLATE(fma_rounds_once_where_it_can, T, scalars) {
    T const e = std::numeric_limits<T>::epsilon();
    BOOST_TEST(at(fma_, T(2), T(3), T(4)) == T(10));
    BOOST_TEST(at(fnma_, T(2), T(3), T(4)) == T(-2));
    if constexpr (fused<T>) {
        BOOST_TEST(at(fma_, T(1) + e, T(1) - e, T(-1)) == -e * e);
        BOOST_TEST(at(fnma_, T(1) + e, T(1) - e, T(1)) == e * e);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(arithmetic_lane_by_lane, T, scalars) {
    std::vector<T> a(64), b(64), got(64);
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = static_cast<T>(i) - T(20);
        b[i] = T(1) + static_cast<T>(i % 7);
    }
    auto const check = [&](auto f) {
        evaluate(f, got, a, b);
        for (std::size_t i = 0; i < a.size(); ++i)
            BOOST_TEST(got[i] == f(a[i], b[i]));
    };
    check([](auto x, auto y) { return x + y; });
    check([](auto x, auto y) { return x - y; });
    check([](auto x, auto y) { return x * y; });
    check([](auto x, auto y) { return x / y; });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(masks_lane_by_lane, T, scalars) {
    std::vector<T> a(64), b(64), got(64);
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = static_cast<T>(i % 5);
        b[i] = i % 11 == 0 ? not_number<T> : static_cast<T>(i % 3);
    }
    auto const check = [&](auto holds) {
        evaluate([=](auto x, auto y) { return select(holds(x, y), x, -y); }, got, a, b);
        for (std::size_t i = 0; i < a.size(); ++i) {
            T const wanted = holds(a[i], b[i]) ? a[i] : -b[i];
            BOOST_TEST((got[i] == wanted || (std::isnan(got[i]) && std::isnan(wanted))));
        }
    };
    check([](auto x, auto y) { return x == y; });
    check([](auto x, auto y) { return x != y; });
    check([](auto x, auto y) { return x < y; });
    check([](auto x, auto y) { return x <= y; });
    check([](auto x, auto y) { return x > y; });
    check([](auto x, auto y) { return x >= y; });
    check([](auto x, auto y) { return !(x < y); });
    check([](auto x, auto y) { return (x < y) | (x > y); });
    check([](auto x, auto y) { return (x <= y) & (x >= y); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(all_lanes, T, scalars) {
    using group = vectors<T>;
    group const one = group::broadcast(T(1)), two = group::broadcast(T(2));
    group mixed = one;
    mixed.lane[1] = two.lane[1];
    BOOST_TEST(all(one < two));
    BOOST_TEST(!all(mixed > one));
    BOOST_TEST(!all(one > two));
}

BOOST_AUTO_TEST_SUITE_END()
