#pragma once
#include <cstdint>
#include <leibniz/program/basis.hpp>
#include <leibniz/program/kernel.hpp>
#include <leibniz/program/tile.hpp>

/// How many rows and columns of a kernel are evaluated at once.
namespace leibniz::program {

/// No more than are swept.
struct tile_size {
    int rows, columns;
    friend constexpr bool operator==(tile_size const&, tile_size const&) = default;
};

namespace detail {

/// The extent of a loop, or the fallback where it is known only at run time.
template <class Variable> constexpr int static_extent(int fallback) {
    if constexpr (__is_same(Variable, void))
        return 1;
    else
        return expr::is_static_range(Variable::range) ? Variable::range : fallback;
}
template <class Kernel> inline constexpr bool has_lanes = !__is_same(typename Kernel::lane, void);

/// How many terms the longest Σ of a formula has; 1024 where it is known only at run time.
template <class Formula> struct terms_of_sums : std::integral_constant<int, 0> {};
template <class Body, int... Ranges>
struct terms_of_sums<expr::summation<Body, Ranges...>>
    : std::integral_constant<int, terms_over({Ranges...})> {};
template <class... Terms>
struct terms_of_sums<expr::addition<Terms...>>
    : std::integral_constant<int, expr::largest({terms_of_sums<Terms>::value...})> {};
template <class... Factors>
struct terms_of_sums<expr::multiplication<Factors...>>
    : std::integral_constant<int, expr::largest({terms_of_sums<Factors>::value...})> {};
template <class Base, rational Exponent>
struct terms_of_sums<expr::power<Base, Exponent>> : terms_of_sums<Base> {};
template <class Function, class... Arguments>
struct terms_of_sums<expr::application<Function, Arguments...>>
    : std::integral_constant<int, expr::largest({terms_of_sums<Arguments>::value...})> {};
template <expr::relation Relation, class... Operands>
struct terms_of_sums<expr::selection<Relation, Operands...>>
    : std::integral_constant<int, expr::largest({terms_of_sums<Operands>::value...})> {};
template <class Lane, class Body, int... Ranges>
struct terms_of_sums<lane_sum<Lane, Body, Ranges...>>
    : std::integral_constant<int, terms_over({Ranges...})> {};
template <class Value, class Formula>
struct terms_of_sums<computing<Value, Formula>>
    : std::integral_constant<int, expr::largest({terms_of_sums<Value>::value,
                                                 terms_of_sums<Formula>::value})> {};

/// Has a kernel sums whose lanes run across those of its left side?
template <class Kernel>
inline constexpr bool has_crossed_sums = has_lanes<Kernel> && Kernel::formula::facts.lanes > 0;

/// How many terms the sums have that are fused with what is done with them; 0 where nothing is.
template <class Formula>
inline constexpr int fused_terms = [] {
    if constexpr (Formula::facts.is(meta::kind::summation) || Formula::facts.is(meta::kind::sum))
        return 0;
    else
        return terms_of_sums<Formula>::value;
}();

/// With lanes along the columns, or samples along the lanes and one vector of them for each row and
/// column: three quarters of the registers accumulate. Columns are at most
/// four vectors wide with 32 registers and two with 16. Where there are more than four vectors,
/// three make tiles of eight rows, which take less from the second cache for each multiply-add and
/// leave no rows of a block (wide layers: 2 % faster); but seven are four and three, because one
/// alone is slow. A single row takes as many columns as accumulate: what it reads of a matrix then
/// lies side by side, and nothing is read twice.
/// Where more is done with sums of some terms, a function or the product with a derivative, 32
/// registers leave half of them to that, as long as what a column of tiles goes over again stays in
/// the nearest cache; and a single row is two vectors wide, so that one tile's function runs beside
/// the next one's sums, as long as the whole matrix does. (With 16 registers a tile of half of them
/// would load too much for each multiply-add: 3 to 8 % slower.)
/// Where what a row multiplies by takes a register for each row, since no instruction has it from
/// memory for all lanes, rows, columns and their sums have registers together, and one is left.
constexpr tile_size tile_for(int registers, int columns_in_all, int row_extent, int terms,
                             bool rows_take_registers = false) {
    int const usual = registers / 8;
    bool const shared =
        registers >= 32 && terms > 0 && terms * (row_extent == 1 ? columns_in_all : usual) <= 512;
    bool const by_three = registers >= 32 && !shared && !rows_take_registers &&
                          columns_in_all > 4 && columns_in_all != 7;
    int const all = registers / 4 * 3;
    int const widest = row_extent != 1 ? (by_three ? 3 : usual) : shared ? usual / 2 : all;
    int const columns = columns_in_all < widest ? columns_in_all : widest;
    int const accumulators = columns == 1 || shared ? registers / 2 : all;
    int const fitting = (registers - 1 - columns) / (columns + 1);
    int const most = accumulators / columns;
    int const rows = rows_take_registers && row_extent != 1 && fitting < most ? fitting : most;
    return {row_extent > 0 && row_extent < rows ? row_extent : rows, columns};
}
/// What it takes to sum up so many rows and columns by tiles, in vectors loaded for each term; to
/// begin a tile counts as one.
constexpr std::int64_t work_of_sums(tile_size size, std::int64_t columns, std::int64_t rows) {
    std::int64_t const across = (columns + size.columns - 1) / size.columns;
    std::int64_t const down = (rows + size.rows - 1) / size.rows;
    return across * rows + down * columns + across * down;
}
/// With lanes along a Σ: as many sums as one vector has lanes, which one tree adds up. They are a
/// square, or nearly, unless another shape takes a twentieth less: of 5 columns, four and one are
/// not as good as all of them in three rows.
constexpr tile_size tile_of_sums(int width, int column_extent, int row_extent) {
    int const square = width >= 16 ? 4 : 2;
    bool const few_rows = row_extent > 0 && row_extent < width / square;
    int const most = few_rows ? width / row_extent : square;
    int const columns = column_extent < most ? column_extent : most;
    tile_size best{few_rows ? row_extent : width / columns, columns};
    int const rows = row_extent > 0 ? row_extent : 64;
    for (int across = 1; across <= column_extent && across <= width; ++across) {
        tile_size const other{width / across < rows ? width / across : rows, across};
        if (20 * work_of_sums(other, column_extent, rows) <
            19 * work_of_sums(best, column_extent, rows))
            best = other;
    }
    return best;
}

/// With lanes of a Σ across those of the left side: as many vectors at once as read no more than
/// half of the nearest cache, where the next row reads the same again.
constexpr int vectors_across(int most, int bytes_of_vector, int row_extent) {
    int const fitting = bytes_of_vector > 0 ? (1 << 14) / bytes_of_vector : most;
    return row_extent == 1 || fitting >= most ? most : fitting > 1 ? fitting : 1;
}

/// Where nothing accumulates, more vectors at once than overlap are only more code, and functions
/// have much of it.
constexpr tile_size tile_without_sums(int most, int columns_in_all, int row_extent) {
    int const columns = columns_in_all < most ? columns_in_all : most;
    int const rows = most / columns;
    return {row_extent > 0 && row_extent < rows ? row_extent : rows, columns};
}

template <class Lanes, class Kernel> constexpr tile_size best_tile() {
    if constexpr (Lanes::width == 1)
        return {1, 1};
    constexpr int row_extent = static_extent<typename Kernel::row>(0);
    if constexpr (has_crossed_sums<Kernel>) {
        // Each vector has rows of its own; what is done with some of them overlaps.
        return {1, vectors_across(Lanes::registers / 8,
                                  Lanes::width * static_cast<int>(sizeof(typename Lanes::number)) *
                                      terms_of_sums<typename Kernel::formula>::value,
                                  row_extent)};
    } else if constexpr (has_lanes<Kernel>) {
        int terms = 0;
        // Of a single row only a function of the sum alone runs beside the next sums.
        constexpr bool has_both =
            row_extent != 1 || Kernel::formula::facts.is(meta::kind::application);
        if constexpr (Lanes::registers >= 32 && has_both)
            terms = fused_terms<typename Kernel::formula>;
        constexpr int one =
            step_along<typename Kernel::column, typename Kernel::lane>(Lanes::width);
        constexpr int across =
            static_extent<typename Kernel::column>(Kernel::vectors_of_samples * Lanes::width);
        constexpr int columns = round_up(across, one) / one;
        if constexpr (terms_of_sums<typename Kernel::formula>::value == 0)
            return tile_without_sums(Lanes::registers / (Kernel::formula::facts.functions ? 8 : 4),
                                     columns, row_extent);
        constexpr bool rows_take_registers = requires { requires Lanes::rows_take_registers; };
        return tile_for(Lanes::registers, columns, row_extent, terms, rows_take_registers);
    } else
        return tile_of_sums(Lanes::width, static_extent<typename Kernel::column>(1), row_extent);
}

} // namespace detail
} // namespace leibniz::program
