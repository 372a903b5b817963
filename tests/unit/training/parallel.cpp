#include <leibniz/leibniz.hpp>
#include <leibniz/training/parallel.hpp>

#include "../program/plain_network.hpp"
#include "same_bits.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <memory>
#include <set>
#include <thread>

namespace {

namespace lz = leibniz;
using namespace lz::literals;

/// More weights than one thread updates at a time.
constexpr auto net =
    lz::network<"parallel">(lz::input<40>, lz::dense<60>(lz::tanh), lz::dense<5>());
using model_type = lz::model<float, net>;
using alone = lz::trainer<model_type, lz::adam>;
template <int Threads> using together = lz::parallel_trainer<model_type, lz::adam, Threads>;
constexpr int tile = 16; ///< samples in the smallest share

struct data_set {
    std::vector<float> inputs, targets;
    explicit data_set(std::size_t rows)
        : inputs(plain::random_numbers_of<float>(40 * rows, 5)),
          targets(plain::random_numbers_of<float>(5 * rows, 6)) {}
    auto view() const { return lz::data(inputs, targets); }
};

model_type fresh() { return model_type{lz::glorot{.seed = 9}}; }

/// All numbers of the gradient over some samples.
template <class Trainer>
std::vector<float> gradient_of(Trainer& with, data_set const& set, int first, int samples) {
    with.gradient(fresh(), set.view(), first, samples);
    std::vector<float> all;
    auto const append = [&](float number) { all.push_back(number); };
    with.gradient_of_parameter(net.weights<1>()).for_each(append);
    with.gradient_of_parameter(net.biases<1>()).for_each(append);
    with.gradient_of_parameter(net.weights<2>()).for_each(append);
    with.gradient_of_parameter(net.biases<2>()).for_each(append);
    return all;
}
template <class Trainer>
std::vector<float> gradient_by(data_set const& set, int first, int samples) {
    return gradient_of(*std::make_unique<Trainer>(), set, first, samples);
}
std::vector<float> operator+(std::vector<float> a, std::vector<float> const& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] += b[i];
    return a;
}

template <class... Extras>
model_type trained(data_set const& set, lz::training_options const& options,
                   Extras const&... extras) {
    auto model = fresh();
    BOOST_TEST(bool(lz::train(model, set, lz::adam{.rate = 0.01f}, options, extras...)));
    return model;
}

/// Threads learn the same twice, about the same as one, and other roundings than one.
template <int Threads> void learns_the_same_twice(int rows, lz::training_options const& options) {
    data_set const set(static_cast<std::size_t>(rows));
    auto const once = trained(set, options, lz::threads<Threads>{});
    BOOST_TEST(same_bits(once, trained(set, options, lz::threads<Threads>{})));
    BOOST_TEST(!same_bits(once, fresh()));
    auto const one = trained(set, options);
    BOOST_TEST(same_bits(once, one) == (options.batch <= tile));
    float farthest = 0;
    for (std::size_t at = 0; at < one.raw().size(); ++at)
        farthest = std::max(farthest, std::abs(once.raw()[at] - one.raw()[at]));
    BOOST_TEST(farthest <= 1e-3f);
}

constexpr auto quartic = lz::sum_over_outputs([](auto a, auto t) { return pow(a - t, 4_c); });

} // namespace

BOOST_AUTO_TEST_SUITE(parallel)

BOOST_AUTO_TEST_CASE(work_is_done_in_threads_of_its_own) {
    std::array<std::thread::id, 3> where;
    lz::training_detail::in_threads<3>(
        [&](int which) { where[static_cast<std::size_t>(which)] = std::this_thread::get_id(); });
    BOOST_TEST((std::set<std::thread::id>(where.begin(), where.end()).size()) == 3u);
    BOOST_TEST((where[0] == std::this_thread::get_id()));
}

BOOST_AUTO_TEST_CASE(gradients_are_added_pairwise) {
    data_set const set(200);
    auto const of = [&](int first, int samples) { return gradient_by<alone>(set, first, samples); };
    auto const same = [&](std::vector<float> const& a, std::vector<float> const& b) {
        BOOST_TEST(a == b, boost::test_tools::per_element());
    };
    same(gradient_by<together<2>>(set, 7, 40), of(7, 32) + of(39, 8));
    same(gradient_by<together<3>>(set, 0, 48), (of(0, 16) + of(16, 16)) + of(32, 16));
    same(gradient_by<together<4>>(set, 0, 200),
         (of(0, 64) + of(64, 64)) + (of(128, 64) + of(192, 8)));
    // A share of the first three only.
    same(gradient_by<together<4>>(set, 0, 33), (of(0, 16) + of(16, 16)) + of(32, 1));
    same(gradient_by<together<4>>(set, 3, 1), of(3, 1));
}

BOOST_AUTO_TEST_CASE(gradients_are_those_of_one_thread_but_for_rounding) {
    int const samples = 150;
    data_set const set(samples);
    auto const one = gradient_by<alone>(set, 0, samples);
    auto const three = gradient_by<together<3>>(set, 0, samples);
    std::vector<float> sizes(one.size());
    for (int n = 0; n < samples; ++n) {
        auto const term = gradient_by<alone>(set, n, 1);
        for (std::size_t i = 0; i < term.size(); ++i)
            sizes[i] += std::abs(term[i]);
    }
    // Two sums of the same terms, in two orders.
    float const bound = 2 * samples * std::numeric_limits<float>::epsilon();
    for (std::size_t i = 0; i < one.size(); ++i)
        BOOST_TEST(std::abs(one[i] - three[i]) <= bound * sizes[i]);
}

BOOST_AUTO_TEST_CASE(the_loss_is_that_of_all_shares) {
    data_set const set(100);
    auto const one = std::make_unique<alone>();
    auto const three = std::make_unique<together<3>>();
    float const expected = one->gradient(fresh(), set.view(), 0, 100);
    BOOST_TEST(three->gradient(fresh(), set.view(), 0, 100) == expected,
               boost::test_tools::tolerance(1e-5f));
    // Without samples there is no gradient, whatever was there before.
    BOOST_TEST(three->gradient(fresh(), set.view(), 0, 0) == 0);
    BOOST_TEST(gradient_of(*three, set, 0, 0) == std::vector<float>(2765),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_same_threads_give_the_same_bits) {
    learns_the_same_twice<2>(128, {.epochs = 3, .batch = 32});
    learns_the_same_twice<3>(128, {.epochs = 3, .batch = 64, .seed = 4});
    learns_the_same_twice<3>(101, {.epochs = 3, .batch = 40}); // a last batch of 21
    learns_the_same_twice<2>(50, {.epochs = 2, .batch = 1000});
}

// One thread has all samples, and each still updates its part: exactly what one thread does.
BOOST_AUTO_TEST_CASE(batches_smaller_than_a_share_for_each) {
    learns_the_same_twice<2>(40, {.epochs = 3, .batch = 16});
    learns_the_same_twice<3>(41, {.epochs = 3, .batch = 10});
    learns_the_same_twice<3>(11, {.epochs = 2, .batch = 1});
}

BOOST_AUTO_TEST_CASE(a_look_at_the_gradient_changes_nothing) {
    data_set const set(64);
    auto seen = fresh(), unseen = fresh();
    auto const with = std::make_unique<together<3>>(), without = std::make_unique<together<3>>();
    for (int step = 0; step < 3; ++step) {
        with->gradient(seen, set.view(), 0, 64);
        (void)with->gradient_of_parameter(net.biases<2>());
        with->update(seen, 64, 1);
        without->gradient(unseen, set.view(), 0, 64);
        without->update(unseen, 64, 1);
    }
    BOOST_TEST(same_bits(seen, unseen));
}

BOOST_AUTO_TEST_CASE(validation_and_divergence_as_with_one_thread) {
    data_set const other(30);
    data_set set(60);
    auto model = fresh();
    auto const report = lz::train(model, set, lz::adam{.rate = 0.01f}, {.epochs = 20},
                                  lz::validation{other}, lz::threads<2>{});
    BOOST_TEST(bool(report));
    BOOST_TEST(report.best_epoch > 0);

    set.inputs[40 * 50] = std::numeric_limits<float>::quiet_NaN(); // in the second share
    auto const before = model;
    auto const failed =
        lz::train(model, set, lz::adam{}, {.epochs = 5, .batch = 60}, lz::threads<2>{});
    BOOST_TEST((failed.reason == lz::stop_reason::diverged));
    BOOST_TEST(same_bits(model, before));
}

BOOST_AUTO_TEST_CASE(a_loss_of_ones_own) {
    data_set const set(64);
    lz::training_options const one_step{.epochs = 1, .batch = 64};
    auto one = fresh(), two = fresh(), other = fresh();
    auto const by_one =
        lz::train(one, set, lz::gradient_descent{}, one_step, lz::loss_function<quartic>{});
    auto const by_two = lz::train(two, set, lz::gradient_descent{}, one_step, lz::threads<2>{},
                                  lz::loss_function<quartic>{});
    (void)lz::train(other, set, lz::gradient_descent{}, one_step);
    double expected = 0;
    for (int row = 0; row < 64; ++row) {
        std::array<float, 40> sample;
        std::copy_n(set.inputs.begin() + 40 * row, 40, sample.begin());
        auto const output = fresh()(sample);
        for (std::size_t k = 0; k < 5; ++k)
            expected += std::pow(double{output[k]} -
                                     double{set.targets[static_cast<std::size_t>(5 * row) + k]},
                                 4) /
                        64;
    }
    BOOST_TEST(by_one.loss == expected, boost::test_tools::tolerance(1e-5));
    BOOST_TEST(by_two.loss == expected, boost::test_tools::tolerance(1e-5));
    float apart = 0, moved = 0;
    for (std::size_t at = 0; at < one.raw().size(); ++at) {
        apart = std::max(apart, std::abs(one.raw()[at] - two.raw()[at]));
        moved = std::max(moved, std::abs(one.raw()[at] - other.raw()[at]));
    }
    BOOST_TEST(apart < 1e-5f);
    BOOST_TEST(moved > 1e-3f);
}

BOOST_AUTO_TEST_CASE(a_parameter_without_indices_has_a_number_for_its_gradient) {
    static constexpr auto n = lz::index<"n">(lz::samples);
    static constexpr auto x = lz::tensor<"x">(lz::samples);
    static constexpr auto a = lz::symbol<"a">;
    static constexpr auto ray = lz::graph<"ray">(
        lz::inputs(x), lz::parameters(a), lz::define(lz::tensor<"y">(lz::samples)(n), a * x(n)));
    using model_of_ray = lz::model<double, ray>;
    model_of_ray model;
    model[a] = 3;
    std::vector<double> const inputs{2, 1}, targets{1, 5}; // errors 5 and −2
    auto const set = lz::data(inputs, targets);
    lz::trainer<model_of_ray, lz::gradient_descent> alone;
    lz::parallel_trainer<model_of_ray, lz::gradient_descent, 2> shared;
    BOOST_TEST(alone.gradient(model, set, 0, 2) == 14.5);
    BOOST_TEST(alone.gradient_of_parameter(a) == 8);
    BOOST_TEST(shared.gradient(model, set, 0, 2) == 14.5);
    BOOST_TEST(shared.gradient_of_parameter(a) == 8);
}

BOOST_AUTO_TEST_SUITE_END()
