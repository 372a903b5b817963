#include <leibniz/leibniz.hpp>

#include "../program/plans.hpp"

// How many samples are worked on at a time: more in small networks, unless the user chooses.

namespace {

namespace lz = leibniz;

template <auto const& Net>
inline constexpr int rows_of_a_block = [] {
    using trainer = lz::trainer<lz::model<float, Net>, lz::gradient_descent>;
    return trainer::plan::on.block;
}();

constexpr auto tiny = lz::network<"tiny">(lz::input<2>, lz::dense<4>(), lz::dense<1>());
constexpr auto small =
    lz::network<"small">(lz::input<4>, lz::dense<16>(lz::tanh), lz::dense<16>(), lz::dense<3>());
constexpr auto between = lz::network<"between">(lz::input<16>, lz::dense<64>(), lz::dense<16>());
constexpr auto wide =
    lz::network<"wide">(lz::input<784>, lz::dense<128>(lz::relu), lz::dense<10>());
static_assert(rows_of_a_block<tiny> == 256 && rows_of_a_block<small> == 256);
static_assert(rows_of_a_block<between> == 128 && rows_of_a_block<wide> == 64);
constexpr auto fed = lz::network<"fed">(lz::input<300>, lz::dense<2>());
static_assert(rows_of_a_block<fed> == 64, "inputs count, too");

// Where a sample has many numbers, and not too many parameters are read again, a block of them fits
// a megabyte.
constexpr auto long_rows = lz::network<"long_rows">(lz::input<4100>, lz::dense<5>());
constexpr auto deep_and_wide =
    lz::network<"deep_and_wide">(lz::input<1024>, lz::dense<1024>(), lz::dense<1024>());
static_assert(rows_of_a_block<long_rows> == 32 && rows_of_a_block<deep_and_wide> == 64);

// Filters have fewer parameters than values: a block of theirs fits 128 kB, or has four samples;
// sixteen where they run along the lanes.
template <int Places, int Filters> constexpr auto filtered() {
    constexpr auto taps = lz::domain<"taps", 9>;
    constexpr auto places = lz::domain<"places", Places>;
    constexpr auto length = lz::domain<"length", Places + 8>;
    constexpr auto filters = lz::domain<"filters", Filters>;
    constexpr auto n = lz::index<"n">(lz::samples);
    constexpr auto u = lz::index<"u">(taps);
    constexpr auto p = lz::index<"p">(places);
    constexpr auto f = lz::index<"f">(filters);
    constexpr auto x = lz::tensor<"x">(lz::samples, length);
    constexpr auto W = lz::tensor<"W">(filters, taps);
    constexpr auto y = lz::tensor<"y">(lz::samples, places, filters);
    return lz::graph<"filtered">(lz::inputs(x), lz::parameters(W),
                                 lz::define(y(n, p, f), lz::sum(u, W(f, u) * x(n, p + u))));
}
template <template <class, class> class Block, auto const& Net>
inline constexpr int by_16_lanes =
    Block<std::remove_cvref_t<decltype(Net)>, plans::lanes_of<16>>::value;
template <auto const& Net>
inline constexpr int filtered_at_once = by_16_lanes<lz::training_detail::training_block, Net>;
constexpr auto few_places = filtered<50, 16>();
constexpr auto more_places = filtered<100, 16>();
constexpr auto many_places = filtered<2000, 16>();
static_assert(filtered_at_once<few_places> == 16 && filtered_at_once<more_places> == 8);
static_assert(filtered_at_once<many_places> == 4);
constexpr auto pairs = filtered<100, 2>();
constexpr auto many_pairs = filtered<2000, 2>();
static_assert(filtered_at_once<pairs> == 64 && filtered_at_once<many_pairs> == 16);
constexpr auto whole_vectors = filtered<200, 32>();
static_assert(by_16_lanes<lz::training_detail::inference_block, more_places> == 16);
static_assert(by_16_lanes<lz::training_detail::inference_block, whole_vectors> == 4);

using chosen = lz::trainer<lz::model<float, tiny>, lz::gradient_descent, 8>;
static_assert(chosen::plan::on.block == 8 && sizeof(chosen) < 4096);

// --- inference: its numbers are inputs and values, and a workspace above a megabyte would not do
template <auto const& Net>
inline constexpr int inferred_at_once =
    lz::training_detail::inference_block<typename lz::model<float, Net>::graph,
                                         typename lz::model<float, Net>::lanes>::value;
static_assert(inferred_at_once<tiny> == 256 && inferred_at_once<between> == 256);
static_assert(inferred_at_once<fed> == 64);
// Copies of the inputs' rows lie there, too, where they are read along the lanes.
constexpr auto copied = lz::network<"copied">(lz::input<1 << 16>, lz::dense<2>());
constexpr auto read_in_place = lz::network<"in_place">(lz::input<1 << 16>, lz::dense<16>());
static_assert(inferred_at_once<copied> == 2 && inferred_at_once<read_in_place> == 64);
constexpr auto broad = lz::network<"broad">(lz::input<16>, lz::dense<140>(), lz::dense<16>());
static_assert(inferred_at_once<broad> == 128);
constexpr auto wider =
    lz::network<"wider">(lz::input<256>, lz::dense<512>(lz::relu), lz::dense<512>());
static_assert(inferred_at_once<wider> == 64);
constexpr auto huge = lz::network<"huge">(lz::input<2>, lz::dense<20000>(), lz::dense<1>());
static_assert(inferred_at_once<huge> == 8);
constexpr auto whole = lz::network<"whole">(lz::input<2>, lz::dense<300000>(), lz::dense<1>());
static_assert(inferred_at_once<whole> == 1);

} // namespace
