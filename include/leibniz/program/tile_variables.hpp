#pragma once
#include <leibniz/program/array.hpp>
#include <leibniz/program/lower.hpp>

/// Which variables of a kernel's left side make the rows and the columns of its tiles.
namespace leibniz::program {

/// Does an expression depend on a variable? Loop variables and bound ones have bits of their own.
template <class Expression, class Variable>
inline constexpr bool depends_on = (Expression::facts.variables & Variable::variables) != 0;
template <class Expression> inline constexpr bool depends_on<Expression, void> = false;

namespace detail {

/// Tiles are compared as if they had so many rows and columns, where there are as many.
inline constexpr int usual_places = 4;

/// As many vectors as a block's samples fill, if these are fewer than a tile has columns.
constexpr int vectors_of_block(machine on) {
    int const all = round_up(on.block, on.width) / on.width;
    return all < usual_places ? all : usual_places;
}
/// The same where these are the columns; of other kernels all blocks have the same.
template <class Column> constexpr int vectors_of_columns(machine on) {
    if constexpr (!__is_same(Column, void))
        return is_static_range(Column::range) ? usual_places : vectors_of_block(on);
    return usual_places;
}

/// How many loads there are for each multiply-add where these are the rows and the columns of a
/// tile, as many as are usual or as there are: what depends on one of them serves a whole row, or
/// column. Samples are so many vectors where they are the columns.
template <class Row, class Column, class Loads, int Samples> inline constexpr double loads_for = 0;
template <class Row, class... Loads, int Samples>
inline constexpr double loads_for<Row, void, meta::list<Loads...>, Samples> = 0;
template <class Row, class Column, class... Loads, int Samples>
inline constexpr double loads_for<Row, Column, meta::list<Loads...>, Samples> = [] {
    constexpr auto places = [](int range, int samples) {
        int const all = is_static_range(range) ? range : samples;
        return all < usual_places ? all : usual_places;
    };
    constexpr double rows = places(Row::range, usual_places),
                     columns = places(Column::range, Samples);
    return (
        0.0 + ... +
        ((depends_on<Loads, Row> ? 1 : 1 / rows) * (depends_on<Loads, Column> ? 1 : 1 / columns)));
}();

/// Of the variables beside the columns, the one with the fewest loads makes the rows of a tile, or
/// the last such; the others are plain loops. One on which there are conditions is a plain loop,
/// too: known for the whole tile, they say where a Σ begins and ends.
template <class Variables, class Column, class Loads, variable_set Conditions, int Samples>
struct choose_row {
    using row = void;
    using column = Column;
    static constexpr double loads = 0;
};
template <class First, class... Rest, class Column, class Loads, variable_set Conditions,
          int Samples>
struct choose_row<meta::list<First, Rest...>, Column, Loads, Conditions, Samples> {
    using later = choose_row<meta::list<Rest...>, Column, Loads, Conditions, Samples>;
    static constexpr double loads_of_first = loads_for<First, Column, Loads, Samples>;
    static constexpr bool is_first =
        (First::variables & Conditions) == 0 &&
        (__is_same(typename later::row, void) || loads_of_first < later::loads);
    using row = meta::conditional<is_first, First, typename later::row>;
    using column = Column;
    static constexpr double loads = is_first ? loads_of_first : later::loads;
};

/// The rows and columns with the fewest loads, of all columns that are possible.
template <class Columns, class Variables, class Loads, variable_set Conditions> struct choose_both {
    using type = choose_row<meta::list<>, void, Loads, Conditions, usual_places>;
};
template <class First, class... Rest, class Variables, class Loads, variable_set Conditions>
struct choose_both<meta::list<First, Rest...>, Variables, Loads, Conditions> {
    using later = typename choose_both<meta::list<Rest...>, Variables, Loads, Conditions>::type;
    using with_first =
        choose_row<meta::without<First, Variables>, First, Loads, Conditions, usual_places>;
    static constexpr bool is_first =
        (First::variables & Conditions) == 0 && !__is_same(typename with_first::row, void) &&
        (__is_same(typename later::row, void) || with_first::loads < later::loads);
    using type = meta::conditional<is_first, with_first, later>;
};

/// The lanes are the columns, if there are any; if not, the one that would be the row if there were
/// no columns is.
template <class Lane, class Loops, variable_set Conditions> struct usual_column {
    using type = Lane;
};
template <class Loops, variable_set Conditions> struct usual_column<void, Loops, Conditions> {
    using type = typename choose_row<Loops, void, meta::list<>, Conditions, usual_places>::row;
};
template <class Lowered, class Lane, class Loops, int Samples,
          class Column = typename usual_column<Lane, Loops, Lowered::facts.conditions>::type>
using usual_variables =
    choose_row<meta::without<Column, Loops>, Column, typename loads_of<Lowered>::type,
               Lowered::facts.conditions, Samples>;

template <class Lowered, class Lane, class Loops, int Samples> struct variables_of_tile {
    using type = usual_variables<Lowered, Lane, Loops, Samples>;
};
/// Where samples run along the lanes, two other variables make the tile if they take half as many
/// loads: where each sample has queries and keys of its own, and for filters in blocks of so few
/// samples that they are one column.
template <class Lowered, class Lane, class Loops, int Samples>
    requires(!is_static_range(Lane::range) && Loops::size > 2 && Lowered::facts.height > 0 &&
             Lowered::facts.lanes == 0)
struct variables_of_tile<Lowered, Lane, Loops, Samples> {
    using usual = usual_variables<Lowered, Lane, Loops, Samples>;
    using others = meta::without<Lane, Loops>;
    using both = typename choose_both<others, others, typename loads_of<Lowered>::type,
                                      Lowered::facts.conditions>::type;
    using type =
        meta::conditional<!__is_same(typename both::row, void) && 2 * both::loads <= usual::loads,
                          both, usual>;
};

} // namespace detail
} // namespace leibniz::program
