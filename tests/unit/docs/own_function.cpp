#include <array>
#include <boost/test/unit_test.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>
#include <vector>

/// The code blocks on functions with a rule in docs/howto/own_activation.md.

// [function]
namespace lz = leibniz;
using namespace lz::literals;

/// x/(1 + |x|)
inline constexpr struct softsign_ : lz::expr::elementary<softsign_> {
    static constexpr lz::fixed_string name = "softsign";
} softsign;

/// Its value.
constexpr double call(softsign_, double x) { return x / (1 + (x < 0 ? -x : x)); }

/// Its derivative by x. Value is softsign(x) itself, for functions such as exp that need it.
template <> struct leibniz::calculus::rule<softsign_> {
    template <class Value, class X>
    using with = decltype(1_c / ((1_c + abs(X{})) * (1_c + abs(X{}))));
};
// [/function]

// [vectors]
template <class Batch, std::size_t Size>
auto call(softsign_, lz::simd::group<Batch, Size> const& x) noexcept {
    return x / (lz::simd::group<Batch, Size>::broadcast(1) + abs(x));
}
// [/vectors]

/// x³, with a value for numbers alone.
inline constexpr struct cubed_ : lz::expr::elementary<cubed_> {
    static constexpr lz::fixed_string name = "cubed";
} cubed;
constexpr double call(cubed_, double x) { return x * x * x; }
template <> struct leibniz::calculus::rule<cubed_> {
    template <class Value, class X> using with = decltype(3_c * X{} * X{});
};

namespace {

// [proof]
constexpr auto net = lz::network<"smooth">(lz::input<2>, lz::dense<4>(softsign), lz::dense<1>());
static_assert(lz::gradient_agrees(net, 1e-8_c));
// [/proof]

BOOST_AUTO_TEST_SUITE(docs_own_function)

BOOST_AUTO_TEST_CASE(values) {
    constexpr auto x = lz::symbol<"x">;
    static_assert(softsign(x)(x = -3.0) == -0.75);
    static_assert(std::is_same_v<decltype(softsign(x)(x = 1.0f)), float>);
    std::vector<float> const points{-1e30f, -3.0f, -0.5f, -1e-6f, 0.0f, 1e-6f, 1.5f, 20.0f, 3e38f};
    std::vector<float> in_vectors(points.size());
    // [compare]
    lz::evaluate_each(softsign(x), in_vectors, x = points);
    for (std::size_t k = 0; k < points.size(); ++k)
        BOOST_TEST(in_vectors[k] == softsign(x)(x = points[k]),
                   boost::test_tools::tolerance(1e-6f));
    // [/compare]
}

constexpr auto cubes = lz::network<"cubes">(lz::input<2>, lz::dense<4>(cubed), lz::dense<1>());

/// The same gradient in vectors as one number at a time.
template <class Number, auto const& Net> void compare() {
    constexpr std::ptrdiff_t rows = 37;
    std::vector<Number> inputs, targets;
    lz::random_numbers random{3};
    for (int row = 0; row < rows; ++row) {
        inputs.push_back(static_cast<Number>(random.uniform(-2, 2)));
        inputs.push_back(static_cast<Number>(random.uniform(-2, 2)));
        targets.push_back(static_cast<Number>(random.uniform(-1, 1)));
    }
    using in_vectors = lz::model<Number, Net>;
    using in_numbers = lz::model<Number, Net, lz::one_by_one>;
    in_vectors const one{lz::glorot{.seed = 1}};
    in_numbers const other{lz::glorot{.seed = 1}};
    static lz::trainer<in_vectors, lz::gradient_descent> with_one;
    static lz::trainer<in_numbers, lz::gradient_descent> with_other;
    auto const samples = lz::data(inputs, targets);
    Number const tolerance = sizeof(Number) == 4 ? Number(1e-5) : Number(1e-13);
    BOOST_TEST(with_one.gradient(one, samples, 0, rows) ==
                   with_other.gradient(other, samples, 0, rows),
               boost::test_tools::tolerance(tolerance));
    for (int j = 0; j < 4; ++j)
        for (int i = 0; i < 2; ++i)
            BOOST_TEST(with_one.gradient_of_parameter(Net.template weights<1>())(j, i) ==
                           with_other.gradient_of_parameter(Net.template weights<1>())(j, i),
                       boost::test_tools::tolerance(10 * tolerance));
}
BOOST_AUTO_TEST_CASE(in_vectors) {
    compare<float, net>();
    compare<double, net>();
    compare<float, cubes>();
    compare<double, cubes>();
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
