#include "probes.hpp"
#include "plain_probes.hpp"

#include <boost/test/unit_test.hpp>

namespace {

namespace lz = leibniz;
using plain::real;

constexpr std::size_t samples = 96;

std::vector<float> to_float(std::vector<double> const& values) {
    return {values.begin(), values.end()};
}

/// What another network of the same kind, in plain loops, answers to the samples.
template <class Output> std::vector<float> taught(Output output) {
    std::vector<float> result;
    for (std::size_t n = 0; n < samples; ++n)
        for (real const a : output(n))
            result.push_back(static_cast<float>(a));
    return result;
}

/// Trains until the mean loss of the last epoch is at most a fiftieth of the first one's.
template <auto const& Net, class Data> void check_training(Data const& data) {
    lz::model<float, Net> model{lz::glorot{.seed = 3}};
    double first = 0;
    auto const report =
        lz::train(model, data, lz::adam{.rate = 0.02f}, {.epochs = 150, .batch = 16},
                  lz::observer{[&](lz::epoch_report const& now) {
                      first = now.epoch == 1 ? now.loss : first;
                      return true;
                  }});
    BOOST_TEST((report.reason == lz::stop_reason::finished));
    BOOST_TEST(first > 0.02);
    BOOST_TEST(report.loss <= first / 50);
}

} // namespace

BOOST_AUTO_TEST_SUITE(training_of_probes)

BOOST_AUTO_TEST_CASE(two_branches_with_a_skip_learn) {
    auto const teacher = plain::random_numbers(plain::branch_weights, 51, 1.5);
    auto const x = plain::random_numbers(samples * 4, 52),
               y = plain::random_numbers(samples * 5, 53);
    std::vector<real> const w(teacher.begin(), teacher.end()), fine_x(x.begin(), x.end()),
        fine_y(y.begin(), y.end());
    auto const xs = to_float(x), ys = to_float(y);
    auto const t = taught(
        [&](std::size_t n) { return plain::branch_output(w, &fine_x[n * 4], &fine_y[n * 5]); });
    check_training<probes::branch::net>(lz::samples_view<float, 2>{{xs, ys}, t});
}

BOOST_AUTO_TEST_CASE(a_convolution_learns) {
    auto const teacher = plain::random_numbers(plain::conv_weights, 61, 0.5);
    auto const x = plain::random_numbers(samples * 32, 62);
    std::vector<real> const w(teacher.begin(), teacher.end()), fine(x.begin(), x.end());
    auto const xs = to_float(x);
    auto const t = taught([&](std::size_t n) { return plain::conv_output(w, &fine[n * 32]); });
    check_training<probes::conv::net>(lz::data(xs, t));
}

BOOST_AUTO_TEST_SUITE_END()
