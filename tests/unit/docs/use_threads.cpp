#include <boost/test/unit_test.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/training/parallel.hpp>
#include <vector>

/// The code block of docs/howto/use_threads.md.
namespace {

namespace lz = leibniz;

constexpr auto net =
    lz::network<"shared">(lz::input<2>, lz::dense<8>(lz::tanh), lz::dense<1>(lz::logistic));

BOOST_AUTO_TEST_SUITE(docs_use_threads)

BOOST_AUTO_TEST_CASE(says_how_many) {
    std::vector<float> inputs, targets;
    lz::random_numbers random{7};
    for (int n = 0; n < 1000; ++n) {
        double const x = random.uniform(-1, 1), y = random.uniform(-1, 1);
        inputs.insert(inputs.end(), {static_cast<float>(x), static_cast<float>(y)});
        targets.push_back(x > y ? 1.0f : 0.0f);
    }
    lz::model<float, net> model{lz::glorot{.seed = 1}};
    // [train]
    auto const report = lz::train(model, lz::data(inputs, targets), lz::adam{.rate = 0.01f},
                                  {.epochs = 20, .batch = 128}, lz::threads<2>{});
    // [/train]
    BOOST_TEST(bool(report));
    BOOST_TEST(report.loss < 0.03);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
