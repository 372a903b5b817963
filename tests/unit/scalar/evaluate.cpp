#include <boost/test/unit_test.hpp>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <span>
#include <vector>

#include <leibniz/calculus/diff.hpp>
#include <leibniz/expr/adl.hpp>
#include <leibniz/scalar/evaluate.hpp>

namespace lz = leibniz;
using namespace lz::literals;

namespace {

constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;

/// Every elementary function once, and the operations between them.
constexpr auto everything = exp(x) * sin(y) - log1p(x * x) / sqrt(1_c + y * y) +
                            tanh(x - y) * atan(x) + erf(y) + logistic(x) * softplus(y) +
                            expm1(x / 3_c) - cosh(y) / (2_c + cos(x)) + sinh(x) * asin(y / 4_c) +
                            acos(x / 5_c) + tan(y / 3_c) + log(3_c + x) + sign(x - y) +
                            pow(2_c + x, 2_c / 3_c);

double everything_by_library(double a, double b) {
    return std::exp(a) * std::sin(b) - std::log1p(a * a) / std::sqrt(1 + b * b) +
           std::tanh(a - b) * std::atan(a) + std::erf(b) +
           1 / (1 + std::exp(-a)) * std::log1p(std::exp(b)) + std::expm1(a / 3) -
           std::cosh(b) / (2 + std::cos(a)) + std::sinh(a) * std::asin(b / 4) + std::acos(a / 5) +
           std::tan(b / 3) + std::log(3 + a) + static_cast<double>((a > b) - (a < b)) +
           std::pow(2 + a, 2.0 / 3.0);
}

template <class Number> struct point {
    Number x, y;
};

template <class Number>
constexpr std::array<point<Number>, 5> points{{{Number(0.25), Number(0.5)},
                                               {Number(-1.5), Number(1.25)},
                                               {Number(1.75), Number(-0.875)},
                                               {Number(0), Number(0)},
                                               {Number(-0.0625), Number(-3)}}};

template <class Number>
constexpr std::array<Number, 5> at_compile_time = [] {
    std::array<Number, 5> result{};
    for (std::size_t p = 0; p < 5; ++p)
        result[p] = everything(x = points<Number>[p].x, y = points<Number>[p].y);
    return result;
}();

} // namespace

BOOST_AUTO_TEST_SUITE(evaluate)

BOOST_AUTO_TEST_CASE(agrees_with_the_standard_library) {
    std::mt19937 generator(20240607);
    std::uniform_real_distribution<double> coordinate(-1.9, 1.9);
    for (int draw = 0; draw < 1000; ++draw) {
        double const a = coordinate(generator), b = coordinate(generator);
        double const expected = everything_by_library(a, b);
        BOOST_TEST(std::abs(everything(x = a, y = b) - expected) <=
                   1e-14 * std::max(1.0, std::abs(expected)) * 8);
    }
}

BOOST_AUTO_TEST_CASE(run_time_gives_the_bits_of_compile_time) {
    for (std::size_t p = 0; p < 5; ++p) {
        double volatile a = points<double>[p].x, b = points<double>[p].y;
        BOOST_TEST(std::bit_cast<std::uint64_t>(everything(x = double(a), y = double(b))) ==
                   std::bit_cast<std::uint64_t>(at_compile_time<double>[p]));
        float volatile c = points<float>[p].x, d = points<float>[p].y;
        BOOST_TEST(std::bit_cast<std::uint32_t>(everything(x = float(c), y = float(d))) ==
                   std::bit_cast<std::uint32_t>(at_compile_time<float>[p]));
    }
}

BOOST_AUTO_TEST_CASE(float_stays_near_double) {
    for (auto const& [a, b] : points<float>) {
        double const fine = everything(x = double(a), y = double(b));
        BOOST_TEST(std::abs(everything(x = a, y = b) - fine) <=
                   1e-5 * std::max(1.0, std::abs(fine)));
    }
}

BOOST_AUTO_TEST_CASE(domain_errors_follow_ieee) {
    double volatile zero = 0.0, minus_one = -1.0, huge = 1e200;
    BOOST_TEST((1_c / x)(x = double(zero)) == std::numeric_limits<double>::infinity());
    BOOST_TEST(std::isnan((y / x)(x = double(zero), y = double(zero))));
    BOOST_TEST(std::isnan((log(x) + 1_c)(x = double(minus_one))));
    BOOST_TEST(std::isnan(lz::sqrt(x)(x = double(minus_one))));
    BOOST_TEST(std::isnan(asin(x)(x = double(huge))));
    BOOST_TEST((x * x)(x = double(huge)) == std::numeric_limits<double>::infinity());
}

BOOST_AUTO_TEST_CASE(a_negative_exponent_divides_once) {
    std::mt19937 generator(7);
    std::uniform_real_distribution<double> coordinate(0.1, 10.0);
    for (int draw = 0; draw < 100; ++draw) {
        double const a = coordinate(generator), b = coordinate(generator);
        BOOST_TEST((x / y)(x = a, y = b) == a / b);
        BOOST_TEST((x / (y * y))(x = a, y = b) == a / (b * b));
        BOOST_TEST((x / sqrt(y))(x = a, y = b) == a / std::sqrt(b));
    }
}

BOOST_AUTO_TEST_CASE(a_sum_over_samples_of_arrays_of_any_kind) {
    constexpr auto samples = lz::domain<"samples", lz::at_run_time>;
    constexpr auto in = lz::domain<"in", 3>;
    constexpr auto n = lz::index<"n">(samples);
    constexpr auto i = lz::index<"i">(in);
    constexpr auto p = lz::index<"p">(in);
    constexpr auto X = lz::tensor<"X">(samples, in);
    constexpr auto w = lz::tensor<"w">(in);
    constexpr auto t = lz::tensor<"t">(samples);
    constexpr auto loss = sum(n, 1_c / 2_c * pow(tanh(sum(i, w(i) * X(n, i))) - t(n), 2_c));

    std::mt19937 generator(11);
    std::normal_distribution<double> normal;
    constexpr std::size_t count = 17;
    std::vector<double> flat(count * 3), target(count);
    std::vector<std::array<double, 3>> nested(count);
    std::array<double, 3> weights{};
    for (double& value : weights)
        value = normal(generator);
    for (std::size_t s = 0; s < count; ++s) {
        target[s] = normal(generator);
        for (std::size_t c = 0; c < 3; ++c)
            flat[s * 3 + c] = nested[s][c] = normal(generator);
    }

    double expected_loss = 0;
    std::array<double, 3> expected_slope{};
    for (std::size_t s = 0; s < count; ++s) {
        double z = 0;
        for (std::size_t c = 0; c < 3; ++c)
            z += weights[c] * nested[s][c];
        double const a = std::tanh(z), residual = a - target[s];
        expected_loss += residual * residual / 2;
        for (std::size_t c = 0; c < 3; ++c)
            expected_slope[c] += residual * (1 - a * a) * nested[s][c];
    }
    auto const near = [](double got, double expected) {
        return std::abs(got - expected) <= 1e-13 * std::max(1.0, std::abs(expected));
    };
    BOOST_TEST(near(loss(X = flat, w = weights, t = target), expected_loss));
    BOOST_TEST(near(loss(X = nested, w = weights, t = std::span(target)), expected_loss));
    BOOST_TEST(near(loss(w = weights.data(), X = flat.data(), t = target.data(),
                         samples = static_cast<int>(count)),
                    expected_loss));
    for (int c = 0; c < 3; ++c)
        BOOST_TEST(near(lz::diff(loss, w(p))(X = flat, w = weights, t = target, p = c),
                        expected_slope[static_cast<std::size_t>(c)]));
}

BOOST_AUTO_TEST_SUITE_END()
