#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>

// How many rows and columns are evaluated at once: registers, extents and what is done with the
// sums decide.

namespace {

namespace lz = leibniz;
namespace detail = lz::program::detail;
using lz::program::tile_size;
using namespace lz::literals;

constexpr auto in = lz::domain<"in", 40>;
constexpr auto out = lz::domain<"out", 64>;
constexpr auto three = lz::domain<"three", 3>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(in);
constexpr auto j = lz::index<"j">(out);
constexpr auto k = lz::index<"k">(three);
constexpr auto x = lz::tensor<"x">(lz::samples, in);
constexpr auto W = lz::tensor<"W">(out, in);
constexpr auto b = lz::tensor<"b">(out);
constexpr auto c = lz::tensor<"c">(three);

constexpr auto product = lz::sum(i, W(j, i) * x(n, i));
constexpr auto twice = lz::sum(i, k, W(j, i) * x(n, i) * c(k) * lz::tanh(c(k) * x(n, i)));
template <class Formula> constexpr int terms_of(Formula) { return detail::fused_terms<Formula>; }

// Nothing is done with a sum, nor with the weighted sum of a linear layer.
static_assert(terms_of(product) == 0 && terms_of(product + b(j)) == 0);
static_assert(terms_of(lz::tanh(product + b(j))) == 40);
static_assert(terms_of(lz::tanh(twice)) == 120);
static_assert(terms_of(product * (1_c - b(j) * b(j))) == 40);
static_assert(terms_of(lz::relu(product + b(j))) == 40);
static_assert(terms_of(lz::tanh(b(j))) == 0);

// A sum may have more terms than an int counts.
static_assert(detail::terms_over({128}) == 128 && detail::terms_over({64, 3}) == 192);
static_assert(detail::terms_over({lz::at_run_time}) == 1024);
static_assert(detail::terms_over({1 << 20, 1 << 20}) == 1024);
static_assert(detail::terms_over({3, 1 << 30}) == 1024 && detail::terms_over({1 << 30, 1}) == 1024);

// 32 registers, four vectors of columns, many rows.
static_assert(detail::tile_for(32, 4, 0, 0) == tile_size{6, 4});
static_assert(detail::tile_for(32, 4, 0, 64) == tile_size{4, 4});
static_assert(detail::tile_for(32, 4, 0, 128) == tile_size{4, 4});
static_assert(detail::tile_for(32, 4, 0, 129) == tile_size{6, 4});
static_assert(detail::tile_for(32, 1, 0, 0) == tile_size{16, 1});
static_assert(detail::tile_for(32, 4, 3, 0) == tile_size{3, 4});
// More than four are taken by three, unless that leaves one of seven.
static_assert(detail::tile_for(32, 5, 0, 0) == tile_size{8, 3});
static_assert(detail::tile_for(32, 7, 0, 0) == tile_size{6, 4});
static_assert(detail::tile_for(32, 8, 0, 512) == tile_size{8, 3});
static_assert(detail::tile_for(32, 8, 0, 64) == tile_size{4, 4});
static_assert(detail::tile_for(32, 32, 5, 0) == tile_size{5, 3});
// A single row.
static_assert(detail::tile_for(32, 8, 1, 0) == tile_size{1, 8});
static_assert(detail::tile_for(32, 32, 1, 0) == tile_size{1, 24});
static_assert(detail::tile_for(32, 4, 1, 64) == tile_size{1, 2});
static_assert(detail::tile_for(32, 8, 1, 64) == tile_size{1, 2});
static_assert(detail::tile_for(32, 8, 1, 65) == tile_size{1, 8});
// Rows that take registers.
static_assert(detail::tile_for(32, 16, 0, 0, true) == tile_size{5, 4});
static_assert(detail::tile_for(32, 3, 0, 0, true) == tile_size{7, 3});
static_assert(detail::tile_for(32, 2, 0, 0, true) == tile_size{9, 2});
static_assert(detail::tile_for(32, 1, 0, 0, true) == tile_size{15, 1});
static_assert(detail::tile_for(32, 16, 4, 0, true) == tile_size{4, 4});
static_assert(detail::tile_for(32, 16, 0, 64, true) == tile_size{4, 4});
static_assert(detail::tile_for(32, 32, 1, 0, true) == tile_size{1, 24});
// One row of 64 vectors of 16: all that accumulate; eight where nothing does, four of a function.
struct some_lanes {
    static constexpr int width = 16, registers = 32;
};
template <class Formula> struct row_kernel {
    using formula = Formula;
    using row = void;
    using column = lz::expr::opened<1, 64 * some_lanes::width>;
    using lane = column;
    static constexpr int vectors_of_samples = 4;
};
template <class Formula> constexpr tile_size tile_of_row(Formula) {
    return detail::best_tile<some_lanes, row_kernel<Formula>>();
}
static_assert(tile_of_row(product) == tile_size{1, 24});
static_assert(tile_of_row(b(j) * b(j)) == tile_size{1, 8});
static_assert(tile_of_row(lz::tanh(b(j))) == tile_size{1, 4});
// 64 of them, where rows take registers and where they do not.
template <class Formula> struct rows_kernel : row_kernel<Formula> {
    using row = lz::expr::opened<2, 64>;
};
struct lanes_without_memory : some_lanes {
    static constexpr bool rows_take_registers = true;
};
template <class Lanes, class Formula> constexpr tile_size tile_of_rows(Formula) {
    return detail::best_tile<Lanes, rows_kernel<Formula>>();
}
static_assert(tile_of_rows<some_lanes>(product) == tile_size{8, 3});
static_assert(tile_of_rows<lanes_without_memory>(product) == tile_size{5, 4});
static_assert(detail::tile_without_sums(4, 1, 0) == tile_size{4, 1});
static_assert(detail::tile_without_sums(4, 3, 7) == tile_size{1, 3});
static_assert(detail::tile_without_sums(8, 2, 3) == tile_size{3, 2});
static_assert(detail::tile_without_sums(2, 9, 9) == tile_size{1, 2});
// 16 registers.
static_assert(detail::tile_for(16, 8, 0, 0) == tile_size{6, 2});
static_assert(detail::tile_for(16, 8, 0, 64) == tile_size{6, 2});
static_assert(detail::tile_for(16, 8, 1, 64) == tile_size{1, 8});
static_assert(detail::tile_for(16, 16, 1, 0) == tile_size{1, 12});

// As many sums as a vector has lanes.
static_assert(detail::tile_of_sums(16, 16, 16) == tile_size{4, 4});
static_assert(detail::tile_of_sums(16, 16, 2) == tile_size{2, 8});
static_assert(detail::tile_of_sums(16, 1, 16) == tile_size{16, 1});
static_assert(detail::tile_of_sums(8, 16, 16) == tile_size{4, 2});
static_assert(detail::tile_of_sums(16, 10, 128) == tile_size{4, 4});
// Filters of five columns: all of them in three rows rather than four and one.
static_assert(detail::tile_of_sums(16, 5, 8) == tile_size{3, 5});
static_assert(detail::tile_of_sums(16, 5, 5) == tile_size{5, 3});
static_assert(detail::tile_of_sums(8, 3, 16) == tile_size{2, 3});
static_assert(detail::tile_of_sums(16, 1 << 20, 1 << 20) == tile_size{4, 4});

// Steps that run together: a quarter of the registers for the step with the most rows.
static_assert(detail::vectors_together(32, {1}) == 4);
static_assert(detail::vectors_together(32, {1, 4}) == 2);
static_assert(detail::vectors_together(32, {3, 1}) == 2);
static_assert(detail::vectors_together(32, {16}) == 1);
static_assert(detail::vectors_together(16, {1, 2}) == 2);
static_assert(detail::vectors_together(16, {4}) == 1);

// Sums across the lanes: of 200 terms, 16 samples of floats fill most of half a cache of 32 kB. One
// row reads them once.
static_assert(detail::vectors_across(4, 16 * 4 * 200, 7) == 1);
static_assert(detail::vectors_across(4, 16 * 4 * 100, 7) == 2);
static_assert(detail::vectors_across(4, 16 * 4 * 64, 8) == 4);
static_assert(detail::vectors_across(4, 16 * 4 * 1024, 7) == 1);
static_assert(detail::vectors_across(4, 16 * 4 * 1024, 1) == 4);
static_assert(detail::vectors_across(2, 0, 0) == 2);

} // namespace
