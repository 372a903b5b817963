#include "../program/tails.hpp"

BOOST_AUTO_TEST_SUITE(program_tails_widths)

BOOST_AUTO_TEST_CASE(vectors_agree_with_plain_loops) {
    tails::check_widths_for<leibniz::simd::lanes<double>::width>();
}

BOOST_AUTO_TEST_CASE(so_they_do_over_rows_that_are_kept_apart_in_the_cache) {
    using stored =
        leibniz::training_detail::parameter_storage<std::remove_const_t<decltype(tails::long_rows)>,
                                                    leibniz::simd::lanes<double>>;
    using weights = std::remove_const_t<decltype(tails::long_rows.weights<2>())>::type;
    constexpr auto layout =
        leibniz::program::layout_of<stored::array<weights>, stored::plan::on>::value;
    static_assert(layout.stride[0] + layout.stride[1] > 1 + 640);
    static_assert(layout.size * sizeof(double) > leibniz::program::detail::large);
    tails::check_widths<tails::long_rows>();
}

BOOST_AUTO_TEST_CASE(so_they_do_over_rows_of_more_vectors_than_a_tile_has_columns) {
    tails::check_widths<tails::wide_rows>();
    tails::check_single_samples<tails::wide_rows>();
}

BOOST_AUTO_TEST_CASE(so_they_do_over_layers_of_few_neurons) {
    tails::check_widths<tails::few_neurons>();
    tails::check_widths<tails::one_neuron>();
    tails::check_single_samples<tails::few_neurons>();
    tails::check_single_samples<tails::one_neuron>();
}

BOOST_AUTO_TEST_SUITE_END()
