#pragma once
#include "tails.hpp"

/// A program of so many steps that they run by a table.
namespace long_program {

namespace lz = leibniz;

/// No two layers are alike, and two are wider than a vector.
inline constexpr auto uneven = lz::network<"uneven">(
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
    auto const loss = by_hand.loss({weights.begin(), weights.end()}, x, t, ignored);
    tails::hold(network.all(), {static_cast<double>(loss), by_hand.differences(weights, x, t)},
                1e-9);
}

} // namespace long_program
