#include "../program/tails.hpp"

// Programs for one sample at a time read the weights where the model has them.

BOOST_AUTO_TEST_SUITE(program_single_samples)

BOOST_AUTO_TEST_CASE(narrow_rows) {
    tails::check_widths<tails::narrow_rows>();
    tails::check_widths<tails::narrow_rows, 1>();
    tails::check_single_samples<tails::narrow_rows>();
}

BOOST_AUTO_TEST_CASE(rows_that_fill_several_vectors_and_no_more_than_a_part_of_another) {
    tails::check_widths<tails::wide_rows, 1>();
}

BOOST_AUTO_TEST_CASE(rows_copied_because_there_is_nothing_behind_them) {
    using lanes = leibniz::simd::lanes<double>;
    using network = subject::network<double, tails::last_rows, leibniz::simd::native, 1>;
    using plan = network::trainer_type::plan;
    using weights = std::remove_const_t<decltype(tails::last_rows.weights<2>())>::type;
    using array = leibniz::program::stored<weights, 0>;
    using lent = leibniz::training_detail::lent<network::model_type, plan>;
    static_assert(leibniz::meta::contains<array, plan::arrays>::value);
    static_assert(lanes::width < 4 || !lent::holds<array>::value);
    tails::check_widths<tails::last_rows, 1>();
}

BOOST_AUTO_TEST_CASE(layers_of_one_neuron) { tails::check_widths<tails::one_neuron, 1>(); }

BOOST_AUTO_TEST_SUITE_END()
