#include "plain_network.hpp"

#include <boost/test/unit_test.hpp>

// The loops that the library is held to, held to differences of their own loss.

BOOST_AUTO_TEST_SUITE(plain_network)

BOOST_AUTO_TEST_CASE(errors_propagated_back_by_hand_agree_with_differences) {
    plain::network const net{{3, 5, 4, 2}, {plain::tanh_, plain::logistic_, plain::identity_}};
    auto const weights = plain::random_numbers(net.weights(), 1);
    auto const x = plain::random_numbers(7 * 3, 2);
    auto const t = plain::random_numbers(7 * 2, 3);
    auto const got = net.gradient(weights, x, t), wanted = net.differences(weights, x, t);
    BOOST_REQUIRE(got.size() == wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i)
        BOOST_TEST(std::abs(got[i] - wanted[i]) <= 1e-10,
                   "weight " << i << ": " << got[i] << " not " << wanted[i]);
}

BOOST_AUTO_TEST_SUITE_END()
