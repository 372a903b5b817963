#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <leibniz/leibniz.hpp>
#include <leibniz/print.hpp>
#include <leibniz/testing.hpp>
#include <string>

/// The code blocks of docs/howto/own_activation.md.
namespace {

// [mish]
namespace lz = leibniz;
using namespace lz::literals;

/// x·tanh(softplus(x)) (Misra 2020).
inline constexpr struct mish_ {
    template <class X> constexpr auto operator()(X x) const {
        return x * lz::tanh(lz::softplus(x));
    }
} mish;

constexpr auto net =
    lz::network<"mine">(lz::input<4>, lz::dense<8>(mish), lz::dense<3>(lz::logistic));
// [/mish]

// [lambda]
constexpr auto squared = [](auto x) { return x * x; };
constexpr auto other_net =
    lz::network<"other">(lz::input<4>, lz::dense<8>(squared), lz::dense<1>());
// [/lambda]

// [check]
constexpr auto x = lz::symbol<"x">;
constexpr auto slope = lz::diff(mish(x), x);
constexpr double at_zero = slope(x = 0.0);
static_assert(at_zero > 0.6 - 1e-15 && at_zero < 0.6 + 1e-15); // tanh(log 2) = 3/5
// [/check]

// [kink]
constexpr auto steps = lz::diff(lz::relu(x), x);
static_assert(steps(x = 0.0) == 0.0); // relu is select(x <= 0, 0, x)
// [/kink]

BOOST_AUTO_TEST_SUITE(docs_own_activation)

BOOST_AUTO_TEST_CASE(prints_as_quoted) {
    std::string first;
    lz::for_each_equation(net, [&](std::string_view line) {
        if (line.starts_with("a1"))
            first = line;
    });
    std::string delta;
    lz::for_each_derivative(lz::gradient(lz::sum_of_squared_errors(net)),
                            [&](std::string_view line) {
                                if (line.starts_with("δ1"))
                                    delta = line;
                            });
    BOOST_TEST(first == "a1[n,j] := z1[n,j]·tanh(softplus(z1[n,j]))");
    BOOST_TEST(delta == "δ1[n,j] := z1[n,j]·(1 − tanh(softplus(z1[n,j]))²)·logistic(z1[n,j])·Σ_k "
                        "W2[k,j]·δ2[n,k] + tanh(softplus(z1[n,j]))·Σ_l W2[l,j]·δ2[n,l]");
    BOOST_TEST(std::string(lz::to_text(slope).view()) ==
               "x·(1 − tanh(softplus(x))²)·logistic(x) + tanh(softplus(x))");
    BOOST_TEST(std::string(lz::to_text(steps).view()) == "(x ≤ 0 ? 0 : 1)");
}

BOOST_AUTO_TEST_CASE(runs) {
    lz::model<double, other_net> model;
    model[other_net.weights<1>()](0, 0) = 3;
    model[other_net.weights<2>()](0, 0) = 2;
    BOOST_TEST(model(std::array{0.5, 0.0, 0.0, 0.0})[0] == 4.5); // 2·(3·0.5)²
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
