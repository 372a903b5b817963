#include <leibniz/leibniz.hpp>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <vector>

namespace {

namespace lz = leibniz;

constexpr auto net = lz::network<"drawn">(lz::input<7>, lz::dense<33>(lz::tanh), lz::dense<5>());

std::vector<std::uint64_t> order(std::uint64_t size, std::uint64_t seed) {
    std::vector<std::uint64_t> result;
    lz::shuffled_order const order{size, seed};
    for (std::uint64_t position = 0; position < size; ++position)
        result.push_back(order(position));
    return result;
}
/// Many positions at once are the same order in constant expressions, too.
static_assert([] {
    lz::shuffled_order const shuffled{100, 3};
    std::uint64_t found[40]{};
    shuffled.fill(5, found, 40);
    for (std::uint64_t i = 0; i < 40; ++i)
        if (found[i] != shuffled(5 + i))
            return false;
    return true;
}());
bool is_permutation(std::vector<std::uint64_t> values) {
    std::sort(values.begin(), values.end());
    for (std::uint64_t i = 0; i < values.size(); ++i)
        if (values[i] != i)
            return false;
    return true;
}

template <class Number, class Arch, class Initialiser>
std::vector<double> drawn(Initialiser initialiser) {
    lz::model<Number, net, Arch> const model{initialiser};
    std::vector<double> result;
    auto const append = [&](Number weight) { result.push_back(static_cast<double>(weight)); };
    model[net.weights<1>()].for_each(append);
    model[net.weights<2>()].for_each(append);
    model[net.biases<1>()].for_each(append);
    model[net.biases<2>()].for_each(append);
    return result;
}

/// Every weight within ±bound, some close to both ends, the mean near 0; every bias 0.
void check_bounds(std::vector<double> const& weights, double first, double second) {
    BOOST_REQUIRE(weights.size() == 33 * 7 + 5 * 33 + 33 + 5);
    auto const check = [&](std::size_t from, std::size_t count, double bound) {
        auto const begin = weights.begin() + static_cast<std::ptrdiff_t>(from);
        auto const end = begin + static_cast<std::ptrdiff_t>(count);
        auto const [least, greatest] = std::minmax_element(begin, end);
        BOOST_TEST(*least >= -bound);
        BOOST_TEST(*greatest < bound);
        BOOST_TEST(*least < -0.9 * bound);
        BOOST_TEST(*greatest > 0.9 * bound);
        double sum = 0;
        for (auto weight = begin; weight != end; ++weight)
            sum += *weight;
        // Four standard deviations of the mean of `count` uniform numbers.
        BOOST_TEST(std::abs(sum / double(count)) <= 4 * bound / std::sqrt(3.0 * double(count)));
    };
    check(0, 33 * 7, first);
    check(33 * 7, 5 * 33, second);
    for (std::size_t bias = 33 * 7 + 5 * 33; bias < weights.size(); ++bias)
        BOOST_TEST(weights[bias] == 0);
}

} // namespace

BOOST_AUTO_TEST_SUITE(random_)

// The first outputs for the state 1234567, from the published splitmix64.c (Vigna 2015).
BOOST_AUTO_TEST_CASE(split_mix) {
    lz::random_numbers random{1234567};
    for (std::uint64_t const expected :
         {6457827717110365317ull, 3203168211198807973ull, 9817491932198370423ull})
        BOOST_TEST(random.next() == expected);
}

BOOST_AUTO_TEST_CASE(an_order_visits_every_position_once) {
    for (std::uint64_t size = 1; size <= 300; ++size)
        BOOST_TEST(is_permutation(order(size, 17 * size)), "of " << size);
    BOOST_TEST(is_permutation(order(60000, 5)));
}

// A full grid, one with a few numbers too many, and sizes that take more than 32 bits.
BOOST_AUTO_TEST_CASE(many_positions_at_once_are_the_same_order) {
    for (std::uint64_t const size :
         {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{5}, std::uint64_t{64},
          std::uint64_t{65}, std::uint64_t{257}, std::uint64_t{1000}, std::uint64_t{1025},
          std::uint64_t{60000}, (std::uint64_t{1} << 32) - 1, std::uint64_t{1} << 32,
          (std::uint64_t{3} << 32) + 7}) {
        lz::shuffled_order const one_by_one{size, 3 * size};
        for (std::uint64_t const count : {0u, 1u, 65u, 127u, 128u, 129u, 300u}) {
            std::uint64_t const first = size / 3;
            if (first + count > size)
                continue;
            std::vector<std::uint64_t> found(count + 1, 12345678);
            one_by_one.fill(first, found.data(), static_cast<int>(count));
            for (std::size_t i = 0; i < count; ++i)
                BOOST_TEST(found[i] == one_by_one(first + i),
                           "number " << i << " of " << count << ", size " << size);
            BOOST_TEST(found[count] == 12345678u);
        }
    }
}

BOOST_AUTO_TEST_CASE(numbers_of_a_large_order_are_within_it_and_differ) {
    for (std::uint64_t const size :
         {std::uint64_t{1} << 32, (std::uint64_t{3} << 40) + 7, std::uint64_t{1} << 60}) {
        lz::shuffled_order const large{size, 5};
        std::vector<std::uint64_t> found;
        for (std::uint64_t i = 0; i < 20000; ++i)
            found.push_back(large(i * (size / 20000)));
        std::sort(found.begin(), found.end());
        BOOST_TEST(found.back() < size);
        BOOST_TEST((std::adjacent_find(found.begin(), found.end()) == found.end()));
    }
}

// Samples that lie class by class have to come mixed: in batches as many of each class as in those
// of a random order, and two that are neighbours at a distance that could be any. Both are χ²,
// which is within 5 of its standard deviations, and much larger with a round less.
BOOST_AUTO_TEST_CASE(an_order_mixes) {
    for (std::uint64_t const size : {1000u, 4096u, 60000u}) {
        double classes = 0, classes_wanted = 0;
        constexpr std::size_t bins = 100, lags = 4, batch = 128;
        std::size_t const columns = size == 1000 ? 32 : size == 4096 ? 64 : 256;
        std::array<std::size_t, lags> const lag{1, 2, columns, 2 * columns};
        std::array<std::array<double, bins>, lags> distances{};
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            auto const found = order(size, seed);
            for (std::size_t first = 0; first + batch <= size; first += batch) {
                std::array<double, 10> count{};
                for (std::size_t i = first; i < first + batch; ++i)
                    ++count[found[i] * 10 / size];
                for (double const some : count)
                    classes += (some - batch / 10.0) * (some - batch / 10.0) / (batch / 10.0);
                classes_wanted += 9 * (1 - double(batch) / double(size));
            }
            for (std::size_t at = 0; at < lags; ++at)
                for (std::size_t i = 0; i + lag[at] < size; ++i)
                    ++distances[at][(found[i + lag[at]] + size - found[i]) % size * bins / size];
        }
        BOOST_TEST(std::abs(classes - classes_wanted) <= 5 * std::sqrt(2 * classes_wanted),
                   "classes, size " << size);
        for (std::size_t at = 0; at < lags; ++at) {
            double const mean = 40 * double(size - lag[at]) / bins;
            double sum = 0;
            for (double const some : distances[at])
                sum += (some - mean) * (some - mean) / mean;
            BOOST_TEST(std::abs(sum - bins) <= 5 * std::sqrt(2.0 * bins),
                       "neighbours " << lag[at] << " apart, size " << size << ": " << sum);
        }
    }
}

BOOST_AUTO_TEST_CASE(orders_differ_between_seeds) {
    for (std::uint64_t const size : {10u, 150u, 60000u}) {
        auto const a = order(size, 1), b = order(size, 2);
        std::size_t same = 0, in_place = 0;
        for (std::size_t i = 0; i < size; ++i) {
            same += a[i] == b[i];
            in_place += a[i] == i;
        }
        // Of random permutations one position on average stays, or agrees.
        BOOST_TEST(same <= 6);
        BOOST_TEST(in_place <= 6);
        BOOST_TEST(a == order(size, 1), boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(glorot_and_he_bounds) {
    check_bounds(drawn<double, lz::one_by_one>(lz::glorot{.seed = 3}), std::sqrt(6.0 / (7 + 33)),
                 std::sqrt(6.0 / (33 + 5)));
    check_bounds(drawn<double, lz::one_by_one>(lz::he{.seed = 4}), std::sqrt(6.0 / 7),
                 std::sqrt(6.0 / 33));
}

BOOST_AUTO_TEST_CASE(the_weights_of_a_seed_depend_on_nothing_else) {
    auto const wanted = drawn<double, lz::one_by_one>(lz::glorot{.seed = 3});
    BOOST_TEST((drawn<double, lz::simd::native>(lz::glorot{.seed = 3})) == wanted,
               boost::test_tools::per_element());
    auto const coarse = drawn<float, lz::simd::native>(lz::glorot{.seed = 3});
    for (std::size_t i = 0; i < wanted.size(); ++i)
        BOOST_TEST(coarse[i] == double(static_cast<float>(wanted[i])));
    BOOST_TEST((drawn<double, lz::one_by_one>(lz::glorot{.seed = 4})) != wanted);
}

BOOST_AUTO_TEST_SUITE_END()
