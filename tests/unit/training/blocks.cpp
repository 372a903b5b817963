#include <leibniz/leibniz.hpp>
#include <leibniz/training/parallel.hpp>

#include "../program/plain_network.hpp"
#include "same_bits.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>

namespace {

namespace lz = leibniz;

/// Rows that fill vectors badly: usual blocks have the samples along the lanes, small ones not.
constexpr auto net = lz::network<"blocks">(lz::input<4>, lz::dense<20>(lz::tanh),
                                           lz::dense<20>(lz::tanh), lz::dense<3>(lz::logistic));
using model_type = lz::model<float, net>;

struct data_set {
    std::vector<float> inputs = plain::random_numbers_of<float>(std::size_t{4} * rows, 5),
                       targets = plain::random_numbers_of<float>(std::size_t{3} * rows, 6);
    static constexpr int rows = 20;
    auto view() const { return lz::data(inputs, targets); }
};
constexpr lz::training_options options{.epochs = 3, .batch = 6, .shuffle = false};

model_type fresh() { return model_type{lz::glorot{.seed = 9}}; }

template <class... Extras> model_type trained(Extras const&... extras) {
    auto model = fresh();
    BOOST_TEST(bool(lz::train(model, data_set{}, lz::adam{}, options, extras...)));
    return model;
}
/// The same steps, taken one by one.
template <class Trainer> model_type trained_by() {
    data_set const set;
    auto model = fresh();
    auto const trainer = std::make_unique<Trainer>(lz::adam{});
    for (int epoch = 0; epoch < options.epochs; ++epoch)
        for (int first = 0; first < set.rows; first += options.batch) {
            int const size = std::min(options.batch, set.rows - first);
            trainer->gradient(model, set.view(), first, size);
            trainer->update(model, size, 1.0);
        }
    return model;
}
/// The largest difference of two weights; what lies beyond the ends of rows is nobody's.
float farthest(model_type const& a, model_type const& b) {
    float result = 0;
    auto const look_at = [&](auto tensor) {
        std::vector<float> numbers;
        a[tensor].for_each([&](float number) { numbers.push_back(number); });
        auto next = numbers.begin();
        b[tensor].for_each(
            [&](float number) { result = std::max(result, std::abs(*next++ - number)); });
    };
    look_at(net.weights<1>());
    look_at(net.biases<1>());
    look_at(net.weights<2>());
    look_at(net.biases<2>());
    look_at(net.weights<3>());
    look_at(net.biases<3>());
    return result;
}

template <int Samples> void are_of() {
    auto const model = trained(lz::blocks_of<Samples>{});
    BOOST_TEST(same_bits(model, trained_by<lz::trainer<model_type, lz::adam, Samples>>()));
    BOOST_TEST(farthest(model, trained()) < 1e-5f);
    BOOST_TEST(farthest(model, fresh()) > 1e-3f);
}

} // namespace

BOOST_AUTO_TEST_SUITE(blocks)

BOOST_AUTO_TEST_CASE(of_one_sample) { are_of<1>(); }
BOOST_AUTO_TEST_CASE(smaller_than_a_batch) { are_of<4>(); }
BOOST_AUTO_TEST_CASE(as_large_as_a_batch) { are_of<6>(); }
BOOST_AUTO_TEST_CASE(larger_than_all_batches) { are_of<96>(); }

BOOST_AUTO_TEST_CASE(usual_ones) {
    BOOST_TEST(same_bits(trained(), trained_by<lz::trainer<model_type, lz::adam>>()));
}

BOOST_AUTO_TEST_CASE(of_each_thread) {
    using together = lz::parallel_trainer<model_type, lz::adam, 2, 2>;
    auto const model = trained_by<together>();
    BOOST_TEST(same_bits(model, trained(lz::blocks_of<2>{}, lz::threads<2>{})));
    BOOST_TEST(same_bits(model, trained(lz::threads<2>{}, lz::blocks_of<2>{})));
}

BOOST_AUTO_TEST_SUITE_END()
