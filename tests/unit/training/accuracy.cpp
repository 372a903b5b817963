#include <boost/test/unit_test.hpp>
#include <leibniz/leibniz.hpp>
#include <vector>

namespace {

namespace lz = leibniz;

constexpr auto net = lz::network<"accuracy">(lz::input<3>, lz::dense<3>());
using model_type = lz::model<float, net>;

/// A model that answers with its input.
model_type identity() {
    model_type model;
    for (int k = 0; k < 3; ++k)
        model[net.weights<1>()](k, k) = 1;
    return model;
}

} // namespace

BOOST_AUTO_TEST_SUITE(accuracy)

BOOST_AUTO_TEST_CASE(counts_right_answers) {
    // Sample n answers n mod 3; the truth is the same but for every fifth sample. More samples than
    // are looked at together.
    std::size_t const samples = 4001;
    std::vector<float> inputs(3 * samples), targets(3 * samples);
    std::size_t right = 0;
    for (std::size_t n = 0; n < samples; ++n) {
        bool const wrong = n % 5 == 4;
        inputs[3 * n + n % 3] = 2;
        targets[3 * n + (n + (wrong ? 1 : 0)) % 3] = 1;
        right += wrong ? 0 : 1;
    }
    BOOST_TEST(lz::accuracy(identity(), lz::data(inputs, targets)) ==
               static_cast<double>(right) / static_cast<double>(samples));
}

BOOST_AUTO_TEST_CASE(the_first_of_equal_outputs_counts) {
    std::vector<float> const inputs{1, 1, 0, 0, 2, 2}, targets{1, 0, 0, 0, 0, 1};
    BOOST_TEST(lz::accuracy(identity(), lz::data(inputs, targets)) == 0.5);
}

BOOST_AUTO_TEST_CASE(data_that_do_not_fit) {
    std::vector<float> const three{1, 0, 0}, four{1, 0, 0, 0}, none;
    BOOST_TEST(lz::accuracy(identity(), lz::data(three, three)) == 1);
    BOOST_TEST(lz::accuracy(identity(), lz::data(four, three)) == 0);
    BOOST_TEST(lz::accuracy(identity(), lz::data(three, four)) == 0);
    BOOST_TEST(lz::accuracy(identity(), lz::data(none, none)) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
