#include <leibniz/leibniz.hpp>

#include "../program/plain_network.hpp"
#include "same_bits.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>

namespace {

namespace lz = leibniz;

// Its outputs stay finite whatever the weights are.
constexpr auto bounded =
    lz::network<"bounded">(lz::input<3>, lz::dense<5>(lz::logistic), lz::dense<2>(lz::logistic));
constexpr auto unbounded =
    lz::network<"unbounded">(lz::input<3>, lz::dense<5>(lz::tanh), lz::dense<2>());

namespace line {
constexpr auto two = lz::domain<"two", 2>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(two);
constexpr auto x = lz::tensor<"x">(lz::samples, two);
constexpr auto w = lz::tensor<"w">(two);
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto net =
    lz::graph<"line">(lz::inputs(x), lz::parameters(w), lz::define(y(n), sum(i, w(i) * x(n, i))));
} // namespace line

struct data_set {
    std::vector<float> inputs, targets;
    explicit data_set(std::size_t rows)
        : inputs(plain::random_numbers_of<float>(3 * rows, 51)),
          targets(plain::random_numbers_of<float>(2 * rows, 52)) {}
};

template <class Model> bool finite(Model const& model, auto const& net) {
    bool all = true;
    auto const look = [&](float weight) { all = all && std::isfinite(weight); };
    model[net.template weights<1>()].for_each(look);
    model[net.template biases<1>()].for_each(look);
    model[net.template weights<2>()].for_each(look);
    model[net.template biases<2>()].for_each(look);
    return all;
}

/// What a report promises of a run that diverges, step by step: the first loss or weight that is
/// not finite, and the weights from before the step that led there.
template <auto const& Net, class Optimiser> struct by_hand {
    using model_type = lz::model<float, Net>;
    using trainer_type = lz::trainer<model_type, Optimiser>;
    model_type model{lz::glorot{.seed = 4}};
    int epoch = 0, batch = 0;

    by_hand(data_set const& set, Optimiser optimiser, lz::training_options const& options) {
        auto const trainer = std::make_unique<trainer_type>(optimiser);
        auto const view = lz::data(set.inputs, set.targets);
        auto const rows = trainer_type::count(view);
        auto before = model;
        for (epoch = 1; epoch <= options.epochs; ++epoch) {
            batch = 0;
            for (std::ptrdiff_t first = 0; first < rows; first += options.batch) {
                ++batch;
                auto const size = std::min<std::ptrdiff_t>(options.batch, rows - first);
                if (!std::isfinite(trainer->gradient(model, view, first, size)) ||
                    !finite(model, Net)) {
                    model = before;
                    return;
                }
                before = model;
                trainer->update(model, size, 1);
            }
        }
    }
};

/// The same from `train`. Where it happens is the optimiser's and the data's affair; this is called
/// for many of both.
template <auto const& Net, class Optimiser>
std::array<int, 2> check(data_set const& set, Optimiser optimiser, int batch) {
    lz::training_options const options{.epochs = 400, .batch = batch, .shuffle = false};
    by_hand<Net, Optimiser> const expected(set, optimiser, options);
    BOOST_TEST_REQUIRE(expected.epoch <= options.epochs);
    lz::model<float, Net> model{lz::glorot{.seed = 4}};
    auto const report = lz::train(model, set, optimiser, options);
    BOOST_TEST((report.reason == lz::stop_reason::diverged));
    BOOST_TEST(report.epoch == expected.epoch);
    BOOST_TEST(report.batch == expected.batch);
    BOOST_TEST(same_bits(model, expected.model));
    BOOST_TEST(finite(model, Net));
    return {report.epoch, report.batch};
}

} // namespace

BOOST_AUTO_TEST_SUITE(divergence)

BOOST_AUTO_TEST_CASE(in_any_step_of_an_epoch) {
    data_set const set(24);
    bool first = false, middle = false, last = false, later = false;
    for (int const batch : {2, 3, 4, 7, 24})
        for (float const rate : {1e3f, 1e4f, 1e5f, 1e6f, 1e8f, 1e12f, 1e20f, 1e30f}) {
            BOOST_TEST_CONTEXT("batch " << batch << ", rate " << rate) {
                auto const with_loss =
                    check<unbounded>(set, lz::momentum{.rate = rate, .decay = 1.5f}, batch);
                int const batches = (23 + batch) / batch;
                later = later || with_loss[0] > 1;
                if (batches > 3) {
                    first = first || with_loss[1] == 1;
                    middle = middle || (with_loss[1] > 1 && with_loss[1] < batches);
                    last = last || with_loss[1] == batches;
                }
            }
        }
    // Or else this would not have tried what it is about.
    BOOST_TEST(first);
    BOOST_TEST(middle);
    BOOST_TEST(last);
    BOOST_TEST(later);
}

BOOST_AUTO_TEST_CASE(of_weights_while_the_loss_is_finite) {
    data_set const set(24);
    bool first = false, middle = false, later = false;
    for (int const batch : {2, 3, 4, 7, 24})
        for (float const decay : {1.5f, 2.f, 2.5f, 3.f, 4.f, 5.f, 7.f, 10.f, 20.f, 50.f, 100.f}) {
            BOOST_TEST_CONTEXT("batch " << batch << ", decay " << decay) {
                auto const where =
                    check<bounded>(set, lz::momentum{.rate = 1, .decay = decay}, batch);
                int const batches = (23 + batch) / batch;
                first = first || (where[1] == 1 && batches > 3);
                middle = middle || (where[1] > 1 && where[1] < batches);
                later = later || where[0] > 1;
            }
        }
    BOOST_TEST(first);
    BOOST_TEST(middle);
    BOOST_TEST(later);
}

BOOST_AUTO_TEST_CASE(of_weights_that_are_so_from_the_start) {
    data_set const set(24);
    lz::model<float, bounded> model{lz::glorot{.seed = 4}};
    model[bounded.biases<1>()](2) = std::numeric_limits<float>::infinity();
    auto const start = model;
    auto const report = lz::train(model, set, lz::adam{}, {.epochs = 3, .batch = 4});
    BOOST_TEST((report.reason == lz::stop_reason::diverged));
    BOOST_TEST(report.epoch == 1);
    BOOST_TEST(report.batch == 1);
    BOOST_TEST(same_bits(model, start));
}

BOOST_AUTO_TEST_CASE(a_target_that_is_none_in_any_batch) {
    for (std::size_t const row : {std::size_t{0}, std::size_t{9}, std::size_t{23}})
        for (int const batch : {2, 5, 24}) {
            data_set set(24);
            set.targets[2 * row] = std::numeric_limits<float>::quiet_NaN();
            auto const where = check<bounded>(set, lz::adam{.rate = 0.1f}, batch);
            BOOST_TEST(where[0] == 1);
            BOOST_TEST(where[1] == static_cast<int>(row) / batch + 1);
        }
}

BOOST_AUTO_TEST_CASE(a_validation_loss_that_is_no_number_at_first_is_not_the_least) {
    lz::model<float, line::net> model;
    model[line::w](0) = model[line::w](1) = 1e18f;
    float const x[]{1, 0, 0, 1}, t[]{1, 1}, unseen_x[]{1e21f, -1e21f}, unseen_t[]{0};
    auto const report = lz::train(model, lz::data(x, t), lz::gradient_descent{.rate = 1},
                                  {.epochs = 3, .batch = 1, .shuffle = false},
                                  lz::validation{lz::data(unseen_x, unseen_t)});
    BOOST_TEST(bool(report));
    BOOST_TEST(report.best_epoch == 1);
    BOOST_TEST(report.validation_loss == 0);
    BOOST_TEST(model[line::w](0) == 0); // 10¹⁸ − (10¹⁸ − 1), rounded
    BOOST_TEST(model[line::w](1) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
