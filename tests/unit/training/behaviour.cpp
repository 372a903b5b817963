#include <leibniz/leibniz.hpp>

#include "../program/plain_network.hpp"
#include "same_bits.hpp"

#include <boost/test/unit_test.hpp>

namespace {

namespace lz = leibniz;

constexpr auto net = lz::network<"behaviour">(lz::input<3>, lz::dense<5>(lz::tanh), lz::dense<2>());
using model_type = lz::model<double, net>;
using descent = lz::trainer<model_type, lz::gradient_descent>;

/// Something to be learnt, and noise to be learnt too closely.
struct data_set {
    std::vector<double> inputs, targets;
    explicit data_set(std::size_t rows, unsigned seed = 71)
        : inputs(plain::random_numbers(3 * rows, seed)),
          targets(plain::random_numbers(2 * rows, seed + 1, 0.25)) {
        for (std::size_t row = 0; row < rows; ++row)
            targets[2 * row] += std::tanh(inputs[3 * row] + inputs[3 * row + 1]);
    }
};

model_type fresh(std::uint64_t seed = 9) { return model_type{lz::glorot{.seed = seed}}; }

std::vector<double> weights_of(model_type const& model) {
    std::vector<double> result;
    auto const append = [&](double weight) { result.push_back(weight); };
    model[net.weights<1>()].for_each(append);
    model[net.biases<1>()].for_each(append);
    model[net.weights<2>()].for_each(append);
    model[net.biases<2>()].for_each(append);
    return result;
}
bool all_finite(std::vector<double> const& values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}
double mean_loss(model_type const& model, data_set const& set) {
    std::vector<double> outputs(set.targets.size());
    model(std::span<double const>(set.inputs), std::span<double>(outputs));
    double sum = 0;
    for (std::size_t i = 0; i < outputs.size(); ++i)
        sum += (outputs[i] - set.targets[i]) * (outputs[i] - set.targets[i]) / 2;
    return sum / (static_cast<double>(outputs.size()) / 2);
}
template <class... Extras>
lz::training_report train(model_type& model, data_set const& set, float rate,
                          lz::training_options const& options, Extras const&... extras) {
    return lz::train(model, set, lz::gradient_descent{.rate = rate}, options, extras...);
}

} // namespace

BOOST_AUTO_TEST_SUITE(behaviour)

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_bits) {
    data_set const set(50);
    auto const trained = [&](std::uint64_t seed) {
        auto model = fresh();
        BOOST_TEST(bool(train(model, set, 0.1f, {.epochs = 7, .batch = 8, .seed = seed})));
        return model;
    };
    auto const once = trained(4);
    BOOST_TEST(same_bits(once, trained(4)));
    BOOST_TEST(!same_bits(once, trained(5)));
    BOOST_TEST(!same_bits(once, fresh()));
}

BOOST_AUTO_TEST_CASE(a_smaller_last_batch_takes_its_own_mean) {
    data_set const set(11);
    auto model = fresh();
    BOOST_TEST(bool(train(model, set, 0.25f, {.epochs = 1, .batch = 4, .shuffle = false})));

    // The same three steps by hand, from the gradients of the three batches.
    auto expected = fresh();
    static descent by_hand;
    for (std::ptrdiff_t const first : {0, 4, 8}) {
        std::ptrdiff_t const size = first == 8 ? 3 : 4;
        by_hand.gradient(expected, lz::data(set.inputs, set.targets), first, size);
        auto const step = [&](auto tensor) {
            std::vector<double> slopes;
            by_hand.gradient_of_parameter(tensor).for_each(
                [&](double slope) { slopes.push_back(slope); });
            std::size_t at = 0;
            expected[tensor].for_each(
                [&](double& weight) { weight -= 0.25 * slopes[at++] / double(size); });
        };
        step(net.weights<1>());
        step(net.biases<1>());
        step(net.weights<2>());
        step(net.biases<2>());
    }
    auto const got = weights_of(model), wanted = weights_of(expected);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        BOOST_TEST(std::abs(got[i] - wanted[i]) <= 1e-14);
}

BOOST_AUTO_TEST_CASE(the_reported_loss_is_the_mean_over_the_epoch) {
    data_set const set(11);
    auto model = fresh();
    double const before = mean_loss(model, set);
    auto const report = train(model, set, 0.0f, {.epochs = 2, .batch = 4});
    BOOST_TEST(std::abs(report.loss - before) <= 1e-14);
    BOOST_TEST(report.epoch == 2);
    BOOST_TEST((report.reason == lz::stop_reason::finished));
}

BOOST_AUTO_TEST_CASE(schedules) {
    BOOST_TEST(lz::constant_rate{}.factor(17, 20) == 1);
    lz::step_decay const steps{.every = 3, .ratio = 0.5};
    for (auto const& [epoch, factor] : {std::pair(0, 1.0), {2, 1.0}, {3, 0.5}, {5, 0.5}, {6, 0.25}})
        BOOST_TEST(steps.factor(epoch, 10) == factor);
    lz::exponential_decay const exponential{.ratio = 0.9};
    for (int epoch = 0; epoch < 10; ++epoch)
        BOOST_TEST(std::abs(exponential.factor(epoch, 10) - std::pow(0.9, epoch)) <= 1e-15);
    lz::cosine_decay const cosine{.least = 0.1};
    BOOST_TEST(cosine.factor(0, 10) == 1);
    BOOST_TEST(std::abs(cosine.factor(5, 10) - 0.55) <= 1e-15);
    for (int epoch = 1; epoch < 10; ++epoch)
        BOOST_TEST(cosine.factor(epoch, 10) < cosine.factor(epoch - 1, 10));
    BOOST_TEST(std::abs(cosine.factor(10, 10) - 0.1) <= 1e-15);
}

BOOST_AUTO_TEST_CASE(a_schedule_multiplies_the_rate_of_each_epoch) {
    data_set const set(8);
    auto scheduled = fresh(), by_hand = fresh();
    lz::training_options const options{.epochs = 1, .batch = 8, .shuffle = false};
    BOOST_TEST(bool(train(scheduled, set, 0.5f, {.epochs = 4, .batch = 8, .shuffle = false},
                          lz::step_decay{.every = 1, .ratio = 0.5})));
    for (float const rate : {0.5f, 0.25f, 0.125f, 0.0625f})
        BOOST_TEST(bool(train(by_hand, set, rate, options)));
    BOOST_TEST(same_bits(scheduled, by_hand));
}

BOOST_AUTO_TEST_CASE(the_observer_is_called_once_an_epoch_and_can_stop) {
    data_set const set(20);
    auto model = fresh();
    std::vector<int> epochs;
    auto const report = train(model, set, 0.1f, {.epochs = 10, .batch = 6},
                              lz::observer{[&](lz::epoch_report const& now) {
                                  epochs.push_back(now.epoch);
                                  BOOST_TEST(now.epochs == 10);
                                  BOOST_TEST(now.loss > 0);
                                  return now.epoch < 4;
                              }});
    BOOST_TEST(epochs == (std::vector{1, 2, 3, 4}), boost::test_tools::per_element());
    BOOST_TEST((report.reason == lz::stop_reason::stopped));
    BOOST_TEST(report.epoch == 4);
    BOOST_TEST(bool(report));

    auto as_long = fresh();
    BOOST_TEST(bool(train(as_long, set, 0.1f, {.epochs = 4, .batch = 6})));
    BOOST_TEST(same_bits(model, as_long));
}

BOOST_AUTO_TEST_CASE(the_weights_that_are_best_on_the_validation_set_are_kept) {
    data_set const set(12), unseen(40, 81);
    auto model = fresh();
    std::vector<double> losses;
    auto const report =
        train(model, set, 0.2f, {.epochs = 5000, .batch = 4, .patience = 6}, lz::validation{unseen},
              lz::observer{[&](lz::epoch_report const& now) {
                  losses.push_back(now.validation_loss);
                  return true;
              }});
    BOOST_TEST((report.reason == lz::stop_reason::no_progress));
    BOOST_REQUIRE(report.best_epoch > 0);
    BOOST_TEST(report.epoch == report.best_epoch + 6);
    auto const least = std::min_element(losses.begin(), losses.end());
    BOOST_TEST(std::distance(losses.begin(), least) + 1 == report.best_epoch);
    BOOST_TEST(report.validation_loss == *least);
    BOOST_TEST(losses.back() > *least);
    BOOST_TEST(std::abs(mean_loss(model, unseen) - report.validation_loss) <= 1e-14);
}

BOOST_AUTO_TEST_CASE(divergence_is_named_and_leaves_the_last_finite_weights) {
    data_set const set(20);
    auto model = fresh();
    auto const report = train(model, set, 1e30f, {.epochs = 50, .batch = 4, .shuffle = false});
    BOOST_TEST((report.reason == lz::stop_reason::diverged));
    BOOST_TEST(!report);
    BOOST_REQUIRE(report.epoch > 0);
    BOOST_REQUIRE(report.batch > 0);
    BOOST_TEST(report.batch <= 5);
    BOOST_TEST(all_finite(weights_of(model)));

    // The steps before the reported batch, without the last one of them, which did it.
    auto by_hand = fresh();
    static descent trainer(lz::gradient_descent{.rate = 1e30f});
    auto const view = lz::data(set.inputs, set.targets);
    int const steps = (report.epoch - 1) * 5 + report.batch - 1;
    for (int step = 0; step + 1 < steps; ++step) {
        trainer.gradient(by_hand, view, step % 5 * 4, 4);
        trainer.update(by_hand, 4, 1);
    }
    BOOST_TEST(same_bits(model, by_hand));
    std::ptrdiff_t const last = (steps - 1) % 5 * 4, next = steps % 5 * 4;
    BOOST_TEST(std::isfinite(trainer.gradient(by_hand, view, last, 4)));
    trainer.update(by_hand, 4, 1);
    BOOST_TEST(!std::isfinite(trainer.gradient(by_hand, view, next, 4)));
}

BOOST_AUTO_TEST_CASE(the_very_last_step_can_diverge_too) {
    data_set far(4);
    auto model = fresh();
    auto const start = weights_of(model);
    for (double& target : far.targets)
        target = 1e150;
    auto const report = train(model, far, 1e30f, {.epochs = 1, .batch = 4});
    BOOST_TEST((report.reason == lz::stop_reason::diverged));
    BOOST_TEST(report.epoch == 1);
    BOOST_TEST(report.batch == 1);
    BOOST_TEST(weights_of(model) == start, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_number_that_is_none_diverges_in_the_first_epoch) {
    data_set set(20);
    set.inputs[3 * 13] = std::numeric_limits<double>::quiet_NaN();
    auto model = fresh();
    auto const report = train(model, set, 0.1f, {.epochs = 3, .batch = 5, .shuffle = false});
    BOOST_TEST((report.reason == lz::stop_reason::diverged));
    BOOST_TEST(report.epoch == 1);
    BOOST_TEST(report.batch == 3);
    BOOST_TEST(all_finite(weights_of(model)));
}

BOOST_AUTO_TEST_CASE(data_of_the_wrong_size_is_refused) {
    auto const refused = [](data_set const& set, lz::training_options const& options = {}) {
        auto model = fresh();
        auto const report = train(model, set, 0.1f, options);
        BOOST_TEST(same_bits(model, fresh()));
        return report.reason == lz::stop_reason::unusable_data && !report;
    };
    BOOST_TEST(refused(data_set(0)));
    data_set set(10);
    set.inputs.pop_back();
    BOOST_TEST(refused(set));
    set = data_set(10);
    set.targets.pop_back();
    BOOST_TEST(refused(set));
    set.targets.pop_back();
    BOOST_TEST(refused(set));
    BOOST_TEST(refused(data_set(10), {.batch = 0}));

    auto model = fresh();
    BOOST_TEST(bool(train(model, data_set(10), 0.1f, {.epochs = 2})));
    auto const report = train(model, data_set(10), 0.1f, {.epochs = 2}, lz::validation{set});
    BOOST_TEST((report.reason == lz::stop_reason::unusable_data));
}

BOOST_AUTO_TEST_SUITE_END()
