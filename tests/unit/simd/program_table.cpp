#include "../program/tails.hpp"

// Programs of so many steps that they run by a table.

namespace {

namespace lz = leibniz;

/// No two layers are alike, and two are wider than a vector.
constexpr auto uneven = lz::network<"uneven">(
    lz::input<3>, lz::dense<5>(lz::tanh), lz::dense<2>(), lz::dense<7>(lz::sin), lz::dense<4>(),
    lz::dense<18>(lz::tanh), lz::dense<6>(), lz::dense<3>(lz::logistic), lz::dense<8>(),
    lz::dense<5>(lz::atan), lz::dense<17>(), lz::dense<4>(lz::tanh), lz::dense<2>(),
    lz::dense<3>());

template <class Arch> void agrees_with_differences() {
    using tested = subject::network<double, uneven, Arch, 16>;
    static_assert(
        lz::program::detail::runs_by_table<typename tested::trainer_type::plan::steps>::value);
    plain::network const by_hand{{3, 5, 2, 7, 4, 18, 6, 3, 8, 5, 17, 4, 2, 3},
                                 {plain::tanh_, plain::identity_, plain::sin_, plain::identity_,
                                  plain::tanh_, plain::identity_, plain::logistic_,
                                  plain::identity_, plain::atan_, plain::identity_, plain::tanh_,
                                  plain::identity_, plain::identity_}};
    constexpr std::size_t samples = 37; // two blocks and a part of one
    auto const weights = plain::random_numbers(by_hand.weights(), 1);
    auto const x = plain::random_numbers(samples * 3, 2);
    auto const t = plain::random_numbers(samples * 3, 3);
    BOOST_REQUIRE(tested::size() == by_hand.weights());
    tested network(weights);
    network.use(x, t);

    plain::real ignored = 0;
    subject::evaluation wanted;
    wanted.loss =
        static_cast<double>(by_hand.loss({weights.begin(), weights.end()}, x, t, ignored));
    wanted.gradient = by_hand.differences(weights, x, t);
    tails::hold(network.all(), wanted, 1e-9);
}

} // namespace

BOOST_AUTO_TEST_SUITE(program_table)

BOOST_AUTO_TEST_CASE(a_long_program_agrees_with_differences_in_vectors) {
    agrees_with_differences<lz::simd::native>();
}
BOOST_AUTO_TEST_CASE(and_with_single_numbers) { agrees_with_differences<lz::one_by_one>(); }

BOOST_AUTO_TEST_SUITE_END()
