#include <boost/test/unit_test.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/print.hpp>
#include <leibniz/testing.hpp>
#include <string>
#include <vector>

/// The code blocks of docs/howto/own_loss.md.
namespace {

// [loss]
namespace lz = leibniz;
using namespace lz::literals;

/// Cross-entropy for yes (1) and no (0); the output is the logit of yes, log(p/(1 − p)).
inline constexpr auto cross_entropy =
    lz::sum_over_outputs([](auto a, auto t) { return lz::softplus(a) - t * a; });

constexpr auto net = lz::network<"rings">(lz::input<2>, lz::dense<8>(lz::tanh), lz::dense<1>());
// [/loss]

// [check]
static_assert(lz::gradient_agrees(cross_entropy(net), 1e-8_c));
// [/check]

// [huber]
/// Squares up to 1, straight lines beyond (Huber 1964): far outliers count less.
inline constexpr auto huber = lz::sum_over_outputs([](auto a, auto t) {
    constexpr auto e = a - t;
    constexpr auto size = abs(e);
    return select(size <= 1_c, e * e / 2_c, size - 1_c / 2_c);
});
// [/huber]

BOOST_AUTO_TEST_SUITE(docs_own_loss)

BOOST_AUTO_TEST_CASE(prints_as_quoted) {
    std::string loss;
    lz::for_each_equation(cross_entropy(net), [&](std::string_view line) { loss = line; });
    std::string delta;
    lz::for_each_derivative(lz::gradient(cross_entropy(net)), [&](std::string_view line) {
        if (line.starts_with("δ2"))
            delta = line;
    });
    BOOST_TEST(loss == "E := Σ_n Σ_k softplus(z2[n,k]) − Σ_m Σ_l t[m,l]·z2[m,l]");
    BOOST_TEST(delta == "δ2[n,j] := logistic(z2[n,j]) − t[n,j]");
}

/// Points around (0, 0); yes for those nearer than 0.7.
struct samples_made {
    std::vector<float> inputs, targets;
};
samples_made make_samples(std::uint64_t seed) {
    samples_made made;
    lz::random_numbers random{seed};
    for (int row = 0; row < 400; ++row) {
        float const x = static_cast<float>(random.uniform(-1, 1));
        float const y = static_cast<float>(random.uniform(-1, 1));
        made.inputs.insert(made.inputs.end(), {x, y});
        made.targets.push_back(x * x + y * y < 0.49f ? 1.0f : 0.0f);
    }
    return made;
}

BOOST_AUTO_TEST_CASE(it_learns) {
    samples_made const samples = make_samples(1), others = make_samples(2);
    // [train]
    lz::model<float, net> model{lz::glorot{.seed = 1}};
    lz::training_report const report =
        lz::train(model, samples, lz::adam{.rate = 0.02f}, {.epochs = 200, .seed = 1},
                  lz::loss_function<cross_entropy>{});
    // [/train]
    BOOST_TEST(static_cast<bool>(report));
    BOOST_TEST(report.loss < 0.2); // log 2 where nothing is known
    int right = 0;
    for (std::size_t row = 0; row < others.targets.size(); ++row) {
        std::array<float, 2> const at{others.inputs[2 * row], others.inputs[2 * row + 1]};
        right += (model(at)[0] > 0) == (others.targets[row] > 0.5f);
    }
    BOOST_TEST(right >= 360);
}

constexpr auto mean = lz::network<"mean">(lz::input<1>, lz::dense<1>());

BOOST_AUTO_TEST_CASE(huber_counts_outliers_less) {
    std::vector<float> const inputs(5, 0.0f), targets{0, 0, 0, 0, 100};
    lz::training_options const options{.epochs = 4000, .batch = 5};
    lz::gradient_descent const steps{.rate = 0.1f};
    lz::model<float, mean> by_squares, by_huber;
    BOOST_TEST(lz::train(by_squares, lz::data(inputs, targets), steps, options).epoch == 4000);
    lz::training_report const report =
        lz::train(by_huber, lz::data(inputs, targets), steps, options, lz::loss_function<huber>{});
    // Σ (b − t) = 0 at the mean; 4b − 1 = 0 where one target is further away than 1.
    BOOST_TEST(by_squares["b1"](0) == 20.0f, boost::test_tools::tolerance(1e-4f));
    BOOST_TEST(by_huber["b1"](0) == 0.25f, boost::test_tools::tolerance(1e-4f));
    BOOST_TEST(report.loss == (4 * 0.25 * 0.25 / 2 + 99.75 - 0.5) / 5,
               boost::test_tools::tolerance(1e-5));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
