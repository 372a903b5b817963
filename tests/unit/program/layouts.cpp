#include "plain_network.hpp"
#include "subject.hpp"

#include <boost/test/unit_test.hpp>

// One tensor read along more than one of its domains: an input, a computed tensor and a weight, the
// latter two transposed; and a weight that nothing depends on.

namespace {

namespace lz = leibniz;
using plain::real;

constexpr auto rows = lz::domain<"rows", 3>;
constexpr auto columns = lz::domain<"columns", 5>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto r = lz::index<"r">(rows);
constexpr auto c = lz::index<"c">(columns);
constexpr auto x = lz::tensor<"x", "layouts">(lz::samples, rows, columns);
constexpr auto A = lz::tensor<"A", "layouts">(rows, columns);
constexpr auto unused = lz::tensor<"unused", "layouts">(columns);
constexpr auto h = lz::tensor<"h", "layouts">(lz::samples, rows, columns);
constexpr auto s = lz::tensor<"s", "layouts">(lz::samples, rows);
constexpr auto y = lz::tensor<"y", "layouts">(lz::samples, columns, rows);

// h := tanh(A x) per place, s := row sums of h·x, y := hᵀ + x's transpose times A's, times s.
constexpr auto net =
    lz::graph<"layouts">(lz::inputs(x), lz::parameters(A, unused),
                         lz::define(h(n, r, c), lz::tanh(A(r, c) * x(n, r, c))),
                         lz::define(s(n, r), lz::sum(c, h(n, r, c) * x(n, r, c) * A(r, c))),
                         lz::define(y(n, c, r), h(n, r, c) + x(n, r, c) * A(r, c) * s(n, r)));

constexpr std::size_t samples = 5;

real loss(std::vector<real> const& weights, std::vector<double> const& given,
          std::vector<double> const& targets) {
    real result = 0;
    for (std::size_t sample = 0; sample < samples; ++sample)
        for (std::size_t row = 0; row < 3; ++row) {
            double const* const in = &given[sample * 15 + row * 5];
            real const* const a = &weights[row * 5];
            real sum = 0;
            for (std::size_t column = 0; column < 5; ++column)
                sum += std::tanh(a[column] * in[column]) * in[column] * a[column];
            for (std::size_t column = 0; column < 5; ++column) {
                real const out = std::tanh(a[column] * in[column]) + in[column] * a[column] * sum;
                real const residual = out - targets[sample * 15 + column * 3 + row];
                result += residual * residual / 2;
            }
        }
    return result;
}

template <class Arch> void check() {
    auto const weights = plain::random_numbers(20, 91);
    auto const given = plain::random_numbers(samples * 15, 92);
    auto const targets = plain::random_numbers(samples * 15, 93);
    subject::network<double, net, Arch, 16> network(weights);
    network.use(given, targets);
    auto const got = network.all();
    auto const wanted = plain::differences(
        weights, [&](std::vector<real> const& w) { return loss(w, given, targets); });
    BOOST_TEST(std::abs(got.loss -
                        double(loss({weights.begin(), weights.end()}, given, targets))) <= 1e-12);
    BOOST_REQUIRE(got.gradient.size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i)
        BOOST_TEST(std::abs(got.gradient[i] - wanted[i]) <=
                       1e-7 * std::max(1.0, std::abs(wanted[i])),
                   i << ": " << got.gradient[i] << " not " << wanted[i]);
}

} // namespace

BOOST_AUTO_TEST_SUITE(layouts)

BOOST_AUTO_TEST_CASE(vectors) { check<lz::simd::native>(); }
BOOST_AUTO_TEST_CASE(one_by_one) { check<lz::one_by_one>(); }

BOOST_AUTO_TEST_SUITE_END()
