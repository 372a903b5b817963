#include "probes.hpp"

#include "../program/plain_network.hpp"
#include "same_bits.hpp"

#include <boost/test/unit_test.hpp>
#include <leibniz/training/parallel.hpp>
#include <memory>

namespace {

namespace lz = leibniz;

// Rows that end inside a vector; those of the second network are fetched ahead of their turn.
constexpr auto narrow =
    lz::network<"narrow">(lz::input<3>, lz::dense<5>(lz::tanh), lz::dense<2>(lz::logistic));
constexpr auto wide =
    lz::network<"wide">(lz::input<301>, lz::dense<9>(lz::relu), lz::dense<4>(lz::logistic));

std::vector<std::uint8_t> random_bytes(std::size_t count, unsigned seed) {
    std::vector<std::uint8_t> bytes;
    lz::random_numbers random{seed};
    while (bytes.size() < count)
        bytes.push_back(static_cast<std::uint8_t>(random.next() >> 56));
    return bytes;
}
/// What the bytes stand for, rounded once.
template <class Number> std::vector<Number> numbers_of(std::vector<std::uint8_t> const& bytes) {
    std::vector<Number> numbers;
    for (std::uint8_t const byte : bytes)
        numbers.push_back(static_cast<Number>(static_cast<long double>(byte) / 255));
    return numbers;
}

/// Trained on bytes a model is what it is trained on their numbers, to the bit.
template <class Number, auto const& Net, class Arch, class... Extras>
void check(std::size_t samples, lz::training_options const& options, Extras const&... extras) {
    using model_type = lz::model<Number, Net, Arch>;
    auto const seen = random_bytes(samples * std::size_t{model_type::input_width}, 3),
               unseen = random_bytes(50 * std::size_t{model_type::input_width}, 4);
    auto const targets =
        plain::random_numbers_of<Number>(samples * std::size_t{model_type::output_width}, 5);
    auto const others =
        plain::random_numbers_of<Number>(50 * std::size_t{model_type::output_width}, 6);
    auto const learn = [&](model_type& model, auto const& inputs, auto const& checks) {
        return lz::train(model, lz::data(inputs, targets), lz::adam{.rate = 0.01f}, options,
                         lz::validation{lz::data(checks, others)}, extras...);
    };
    model_type const start{lz::he{.seed = 2}};
    auto from_bytes = start, from_numbers = start;
    auto const bytes = learn(from_bytes, seen, unseen);
    auto const numbers = learn(from_numbers, numbers_of<Number>(seen), numbers_of<Number>(unseen));
    BOOST_TEST(bool(bytes));
    BOOST_TEST(same_bits(from_bytes, from_numbers));
    BOOST_TEST(!same_bits(from_bytes, start));
    BOOST_TEST(bytes.loss == numbers.loss);
    BOOST_TEST(bytes.validation_loss == numbers.validation_loss);
}

} // namespace

BOOST_AUTO_TEST_SUITE(bytes)

BOOST_AUTO_TEST_CASE(train_as_their_numbers_do) {
    for (bool const shuffle : {true, false}) {
        lz::training_options const options{.epochs = 3, .batch = 70, .seed = 7, .shuffle = shuffle};
        check<float, narrow, lz::simd::native>(333, options);
        check<float, wide, lz::simd::native>(333, options);
        check<double, wide, lz::simd::native>(100, options);
        check<double, narrow, lz::one_by_one>(100, options);
    }
}

BOOST_AUTO_TEST_CASE(in_threads) {
    check<float, wide, lz::simd::native>(333, {.epochs = 3, .batch = 100}, lz::threads<2>{});
}

BOOST_AUTO_TEST_CASE(all_256_of_them) {
    constexpr int width = 256;
    std::array<std::uint8_t, width> given{};
    for (int byte = 0; byte < width; ++byte)
        given[static_cast<std::size_t>(byte)] = static_cast<std::uint8_t>(byte);
    std::uint64_t const order[1]{};
    std::array<float, width> floats{};
    std::array<double, width> doubles{};
    lz::training_detail::copy_rows(
        order, 1, lz::training_detail::rows_of_width<width>(given.data(), floats.data()),
        lz::training_detail::rows_of_width<width>(given.data(), doubles.data()));
    std::vector<std::uint8_t> const all(given.begin(), given.end());
    BOOST_TEST(floats == numbers_of<float>(all), boost::test_tools::per_element());
    BOOST_TEST(doubles == numbers_of<double>(all), boost::test_tools::per_element());
    BOOST_TEST(floats[0] == 0);
    BOOST_TEST(floats[51] == 0.2f);
    BOOST_TEST(floats[255] == 1);
}

BOOST_AUTO_TEST_CASE(of_two_inputs) {
    using model_type = lz::model<float, probes::branch::net>;
    using trainer_type = lz::trainer<model_type, lz::gradient_descent>;
    std::size_t const samples = 37;
    auto const x = random_bytes(samples * 4, 8), y = random_bytes(samples * 5, 9);
    auto const t =
        plain::random_numbers_of<float>(samples * std::size_t{model_type::output_width}, 10);
    auto const fine_x = numbers_of<float>(x), fine_y = numbers_of<float>(y);
    lz::samples_view<float, 2, std::uint8_t> const given{{x, y}, t};
    BOOST_TEST(trainer_type::count(given) == 37);
    lz::samples_view<float, 2, std::uint8_t> const swapped{{y, x}, t};
    BOOST_TEST(trainer_type::count(swapped) == -1);
    model_type const model{lz::glorot{.seed = 11}};
    auto const trainer = std::make_unique<trainer_type>();
    float const of_bytes = trainer->gradient(model, given, 2, 30);
    BOOST_TEST(of_bytes == trainer->gradient(model, {{fine_x, fine_y}, t}, 2, 30));
    BOOST_TEST(of_bytes != trainer->gradient(model, {{fine_x, fine_y}, t}, 3, 30));
}

BOOST_AUTO_TEST_CASE(as_rows) {
    std::vector<std::array<std::uint8_t, 3>> const rows{{0, 51, 255}, {1, 2, 3}};
    std::vector<std::array<float, 2>> const targets{{1, 0}, {0, 1}};
    std::vector<std::uint8_t> const flat{0, 51, 255, 1, 2, 3};
    std::vector<float> const flat_targets{1, 0, 0, 1};
    lz::model<float, narrow> nested{lz::he{.seed = 2}}, straight{lz::he{.seed = 2}};
    BOOST_TEST(bool(lz::train(nested, lz::data(rows, targets), lz::adam{}, {.epochs = 4})));
    BOOST_TEST(bool(lz::train(straight, lz::data(flat, flat_targets), lz::adam{}, {.epochs = 4})));
    BOOST_TEST(same_bits(nested, straight));
}

BOOST_AUTO_TEST_CASE(accuracy_of_bytes) {
    std::size_t const samples = 3001; // more than are looked at together
    auto const given = random_bytes(samples * 301, 12);
    auto const targets = plain::random_numbers_of<float>(samples * 4, 13);
    lz::model<float, wide> const model{lz::he{.seed = 2}};
    double const right = lz::accuracy(model, lz::data(given, targets));
    BOOST_TEST(right == lz::accuracy(model, lz::data(numbers_of<float>(given), targets)));
    BOOST_TEST(right > 0.1);
    BOOST_TEST(lz::accuracy(model, lz::data(random_bytes(300, 1), targets)) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
