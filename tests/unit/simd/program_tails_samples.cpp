#include "../program/tails.hpp"

namespace {

namespace lz = leibniz;

constexpr auto net = lz::network<"samples">(lz::input<3>, lz::dense<5>(lz::tanh), lz::dense<2>());
/// Without layers: the sums over samples run along the lanes.
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto time = lz::tensor<"time", "curve">(lz::samples);
constexpr auto height = lz::tensor<"height", "curve">();
constexpr auto slope = lz::tensor<"slope", "curve">();
constexpr auto y = lz::tensor<"y", "curve">(lz::samples);
constexpr auto curve = lz::graph<"curve">(lz::inputs(time), lz::parameters(height, slope),
                                          lz::define(y(n), height() * lz::exp(slope() * time(n))));

// One number for each sample in every step, which run together without a sum.
constexpr auto bent = lz::tensor<"bent", "numbers">(lz::samples);
constexpr auto square = lz::tensor<"square", "numbers">(lz::samples);
constexpr auto result = lz::tensor<"result", "numbers">(lz::samples);
constexpr auto numbers =
    lz::graph<"numbers">(lz::inputs(time), lz::parameters(height, slope),
                         lz::define(bent(n), lz::tanh(slope() * time(n))),
                         lz::define(square(n), lz::exp(bent(n) * bent(n)) + height()),
                         lz::define(result(n), square(n) * square(n) * bent(n) - time(n)));

/// So small that all its steps run together, with the sums in registers: in one pass where there
/// are 32 of them.
constexpr auto tiny = lz::network<"tiny">(lz::input<2>, lz::dense<4>(lz::logistic), lz::dense<1>());
/// Two functions one after the other.
constexpr auto narrow =
    lz::network<"narrow">(lz::input<3>, lz::dense<2>(lz::tanh), lz::dense<3>(lz::logistic));

template <class Network> constexpr bool together() {
    return lz::program::runs_together<typename Network::model_type::lanes,
                                      typename Network::trainer_type::plan::steps>::value;
}

template <class Lanes, class... Steps>
constexpr std::size_t count_passes(lz::meta::list<Steps...>) {
    return lz::program::detail::passes_for<Lanes, Steps...>::size;
}
/// How often a step of the network goes through the samples.
template <class Network>
inline constexpr std::size_t passes = count_passes<typename Network::model_type::lanes>(
    typename Network::trainer_type::plan::steps{});

constexpr std::ptrdiff_t most = 300;
constexpr std::ptrdiff_t counts[] = {1,  2,  3,  4,  5,  6,  7,  8,   9,   10,  11,  12,  13, 14,
                                     15, 16, 17, 63, 64, 65, 96, 130, 191, 255, 256, 257, 300};

template <class Network> Network make() {
    constexpr std::size_t rows = most;
    Network network(plain::random_numbers(Network::size(), 11));
    network.use(plain::random_numbers(rows * Network::model_type::input_width, 12),
                plain::random_numbers(rows * Network::model_type::output_width, 13));
    return network;
}

/// The gradient of many samples is the sum over the samples, one by one; in a different order of
/// additions, so to the rounding of 300 of them.
template <class Network> void check_sums(double bound) {
    auto network = make<Network>();
    subject::evaluation sum;
    std::vector<subject::evaluation> sums;
    for (std::ptrdiff_t sample = 0; sample < most; ++sample) {
        auto const one = network(sample, 1);
        sum.loss += one.loss;
        sum.gradient.resize(one.gradient.size());
        for (std::size_t i = 0; i < one.gradient.size(); ++i)
            sum.gradient[i] += one.gradient[i];
        sums.push_back(sum);
    }
    for (std::ptrdiff_t const count : counts) {
        BOOST_TEST_CONTEXT(count << " samples")
        tails::hold(network(0, count), sums[static_cast<std::size_t>(count - 1)], bound);
    }
}

/// Each weight's sum against central differences of the loss in plain loops.
template <class Network> void check_each_sum(plain::network const& plainly, double bound) {
    auto network = make<Network>();
    for (std::ptrdiff_t const count : {1, 15, 16, 64, 65, 300}) {
        auto const numbers_of = [&](auto const& all, int width) {
            return std::vector<double>(all.begin(), all.begin() + count * width);
        };
        auto const x = numbers_of(network.inputs[0], Network::model_type::input_width);
        auto const t = numbers_of(network.targets, Network::model_type::output_width);
        auto const wanted = plainly.differences(network.weights(), x, t);
        double const scale = tails::largest(wanted);
        auto const got = network(0, count);
        BOOST_REQUIRE(got.gradient.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            BOOST_TEST(tails::near(got.gradient[i], wanted[i], scale, bound),
                       count << " samples, weight " << i << ": " << got.gradient[i] << " not "
                             << wanted[i]);
    }
}

/// What a large batch leaves in the workspace, here NaN everywhere, does not reach a smaller one.
template <class Network> void check_leftovers() {
    auto network = make<Network>(), poisoned = make<Network>();
    auto const x = network.inputs[0];
    for (std::ptrdiff_t const count : {1, 3, 63, 65, 257}) {
        auto const wanted = network(0, count);
        std::fill(poisoned.inputs[0].begin(), poisoned.inputs[0].end(),
                  std::numeric_limits<typename Network::model_type::number>::quiet_NaN());
        BOOST_REQUIRE(std::isnan(poisoned(0, most).loss));
        poisoned.inputs[0] = x;
        auto const got = poisoned(0, count);
        BOOST_TEST(got.loss == wanted.loss);
        BOOST_TEST(got.gradient == wanted.gradient, boost::test_tools::per_element());
    }
}

/// A batch is inferred sample by sample, to the last bit but for the compiler's choice of where to
/// fuse a multiplication with an addition.
template <class Network> void check_inference(double bound) {
    using model_type = typename Network::model_type;
    using number = typename model_type::number;
    auto const network = make<Network>();
    for (std::ptrdiff_t const count : counts) {
        auto const rows = static_cast<std::size_t>(count);
        std::vector<number> batch(rows * model_type::output_width, number{-1});
        (*network.model)(std::span<number const>(network.inputs[0]), std::span<number>(batch));
        for (std::size_t row = 0; row < rows; ++row) {
            std::array<number, model_type::input_width> sample{};
            std::copy_n(network.inputs[0].begin() +
                            static_cast<std::ptrdiff_t>(row * sample.size()),
                        sample.size(), sample.begin());
            auto const single = (*network.model)(sample);
            for (std::size_t k = 0; k < single.size(); ++k)
                BOOST_TEST(tails::near(batch[row * single.size() + k], single[k], 1, bound));
        }
    }
}

using doubles = subject::network<double, net>;
using tinies = subject::network<float, tiny>;
using floats = subject::network<float, net>;
using curves = subject::network<double, curve>;
/// Blocks as large as trainers of small networks have them: several rounds of all partial sums.
template <class Number, auto const& Net>
using in_large_blocks = subject::network<Number, Net, lz::simd::native, 256>;
/// Blocks that fill no line: the last tile of each block reaches beyond it.
template <class Number, auto const& Net>
using in_odd_blocks = subject::network<Number, Net, lz::simd::native, 10>;
using single_curves = subject::network<double, curve, lz::one_by_one>;

using narrows = subject::network<float, narrow>;
using double_narrows = subject::network<double, narrow>;

static_assert(together<tinies>() && together<narrows>());
// Layers of three neurons are wider than a vector of two numbers, but fill two of them badly.
static_assert(together<double_narrows>());
// To each function, and to the end; and for as many sums as there is room for.
constexpr bool many_registers = tinies::model_type::lanes::registers == 32;
static_assert(passes<tinies> == (many_registers ? 2 : 3));
static_assert(passes<narrows> == (many_registers ? 3 : 4));
// 3-5-2 has 33 sums with the loss, of which one step has 15; five neurons do not fill two vectors
// of four.
constexpr bool has_room = many_registers && floats::model_type::lanes::width > 4;
static_assert(together<floats>() == has_room && (!has_room || passes<floats> == 3));

} // namespace

BOOST_AUTO_TEST_SUITE(program_tails_samples)

BOOST_AUTO_TEST_CASE(a_batch_is_the_sum_of_its_samples) {
    check_sums<doubles>(1e-13);
    check_sums<floats>(1e-5);
    check_sums<curves>(1e-13);
    check_sums<tinies>(1e-5);
    check_sums<in_large_blocks<double, net>>(1e-13);
    check_sums<in_large_blocks<float, tiny>>(1e-5);
    check_sums<in_large_blocks<double, curve>>(1e-13);
    check_sums<in_odd_blocks<double, net>>(1e-13);
    check_sums<in_odd_blocks<float, tiny>>(1e-5);
    check_sums<in_odd_blocks<double, curve>>(1e-13);
}
BOOST_AUTO_TEST_CASE(each_weight_is_given_its_own_sum) {
    plain::network const plain_tiny{{2, 4, 1}, {plain::logistic_, plain::identity_}};
    plain::network const plain_narrow{{3, 2, 3}, {plain::tanh_, plain::logistic_}};
    check_each_sum<tinies>(plain_tiny, 1e-5);
    check_each_sum<in_large_blocks<float, tiny>>(plain_tiny, 1e-5);
    check_each_sum<in_odd_blocks<float, tiny>>(plain_tiny, 1e-5);
    check_each_sum<narrows>(plain_narrow, 1e-5);
    check_each_sum<double_narrows>(plain_narrow, 1e-9);
    check_each_sum<in_odd_blocks<float, narrow>>(plain_narrow, 1e-5);
}
BOOST_AUTO_TEST_CASE(nothing_is_left_of_an_earlier_batch) {
    check_leftovers<doubles>();
    check_leftovers<floats>();
    check_leftovers<curves>();
    check_leftovers<tinies>();
    check_leftovers<in_large_blocks<float, tiny>>();
    check_leftovers<in_odd_blocks<float, tiny>>();
}
BOOST_AUTO_TEST_CASE(a_batch_is_inferred_as_its_samples) {
    check_inference<doubles>(1e-14);
    check_inference<floats>(1e-6);
    check_inference<tinies>(1e-6);
    using numbers_of = subject::network<float, numbers>;
    static_assert(
        lz::program::runs_together<typename numbers_of::model_type::lanes,
                                   typename lz::training_detail::inference<
                                       typename numbers_of::model_type, 64>::steps>::value ==
        (numbers_of::model_type::lanes::width > 1));
    check_inference<numbers_of>(1e-6);
}
BOOST_AUTO_TEST_CASE(sums_over_samples_agree_with_single_numbers) {
    auto fast = make<curves>();
    auto slow = make<single_curves>();
    for (std::ptrdiff_t const count : counts)
        tails::hold(fast(0, count), slow(0, count), 1e-12);
}

BOOST_AUTO_TEST_SUITE_END()
