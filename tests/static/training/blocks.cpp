#include <leibniz/leibniz.hpp>

// How many samples a trainer works on at a time: more in small networks, unless the user chooses.

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

using chosen = lz::trainer<lz::model<float, tiny>, lz::gradient_descent, 8>;
static_assert(chosen::plan::on.block == 8 && sizeof(chosen) < 4096);

} // namespace
