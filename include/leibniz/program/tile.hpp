#pragma once
#include <leibniz/meta/inline.hpp>
#include <leibniz/program/kernel.hpp>

/// Dependency-shaped tiles: a formula is evaluated for Rows values of one variable times Columns
/// vectors of another at once, and each sub-expression has the shape of what it depends on (1×1,
/// Rows×1, 1×Columns, Rows×Columns). So every load happens once per tile and accumulators stay in
/// registers; dense layers, their adjoints, weight gradients and convolutions are all the same
/// code.
namespace leibniz::program {

/// From one value of a loop or a tile to the next: a whole vector where the variable is the lanes'.
template <class Variable, class Lane> constexpr int step_along(int width) {
    return !__is_same(Variable, void) && __is_same(Variable, Lane) ? width : 1;
}

/// Which variables span the tile, and how far; rows start FirstRow beyond the variable's value.
/// Lane is the variable that runs along the lanes of each vector: the columns' own, or that of a Σ.
template <class Row, int Rows, int FirstRow, class Column, int Columns, class Lane> struct tile {
    using row = Row;
    using column = Column;
    using lane = Lane;
    static constexpr int rows = Rows, first_row = FirstRow, columns = Columns;
    /// One row of it.
    template <int R> using single_row = tile<Row, 1, FirstRow + R, Column, Columns, Lane>;
    /// The same with another variable along the lanes.
    template <class Other> using with_lane = tile<Row, Rows, FirstRow, Column, Columns, Other>;
    /// From one column to the next, in values of the column's variable.
    static constexpr int column_step(int width) { return step_along<Column, Lane>(width); }
};

/// The vectors of a tile, row by row.
template <class Vector, int Rows, int Columns> struct vectors {
    static constexpr int rows = Rows, columns = Columns;
    Vector at[static_cast<std::size_t>(Rows * Columns)];

    /// Where the vector for a place of the whole tile is; of a smaller shape the one that is spread
    /// there.
    static consteval int place(int row_at, int column_at) {
        return (Rows > 1 ? row_at : 0) * Columns + (Columns > 1 ? column_at : 0);
    }
};

/// f(integral_constant<int, 0>), …, f(integral_constant<int, Count − 1>)
template <int Count, class F> LEIBNIZ_INLINE constexpr void repeat(F f) noexcept {
    [&]<int... I>(std::integer_sequence<int, I...>) LEIBNIZ_INLINE_LAMBDA {
        (f(std::integral_constant<int, I>{}), ...);
    }(std::make_integer_sequence<int, Count>{});
}
template <int Rows, int Columns, class F> LEIBNIZ_INLINE constexpr void repeat_over(F f) noexcept {
    [&]<int... I>(std::integer_sequence<int, I...>) LEIBNIZ_INLINE_LAMBDA {
        (f(std::integral_constant<int, I / Columns>{}, std::integral_constant<int, I % Columns>{}),
         ...);
    }(std::make_integer_sequence<int, Rows * Columns>{});
}

/// The run-time values of loop variables, each known by its type: no array, nothing to alias.
template <class Variable> struct variable_value {
    int value;
};
template <class... Variables> struct environment : variable_value<Variables>... {
    template <class Added>
    LEIBNIZ_INLINE constexpr environment<Variables..., Added> with(int added) const noexcept {
        return {variable_value<Variables>{variable_value<Variables>::value}...,
                variable_value<Added>{added}};
    }
    /// The same with a greater value of one variable, which may be void.
    template <class Variable>
    LEIBNIZ_INLINE constexpr environment moved([[maybe_unused]] int by) const noexcept {
        environment result = *this;
        if constexpr (!__is_same(Variable, void))
            static_cast<variable_value<Variable>&>(result).value += by;
        return result;
    }
    template <class Variable> LEIBNIZ_INLINE constexpr int get() const noexcept {
        return static_cast<variable_value<Variable> const&>(*this).value;
    }
};
/// An environment that also has the vectors of a value that was computed before. Inside a Σ, which
/// reads none, it is as without.
template <class Environment, class Value, class Vectors> struct having_computed : Environment {
    Vectors const& vectors;

    template <class Asked> LEIBNIZ_INLINE constexpr auto const& get_computed() const noexcept {
        if constexpr (__is_same(Asked, Value))
            return vectors;
        else
            return Environment::template get_computed<Asked>();
    }
};

namespace detail {

template <class Terms> struct affine_value;
template <class... Terms> struct affine_value<meta::list<Terms...>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr std::ptrdiff_t at(Environment const& variables) noexcept {
        return (std::ptrdiff_t{0} + ... +
                (static_cast<std::ptrdiff_t>(Terms::coefficient) *
                 variables.template get<typename Terms::variable>()));
    }
};

} // namespace detail

/// An address or a guarded subscript, for the current values of the variables.
template <class Affine, class Environment>
LEIBNIZ_INLINE constexpr std::ptrdiff_t value_of(Environment const& variables) noexcept {
    return expr::parts<Affine>::constant +
           detail::affine_value<typename expr::parts<Affine>::terms>::at(variables);
}

template <class Expression, class Tile>
inline constexpr int rows_of = depends_on<Expression, typename Tile::row> ? Tile::rows : 1;
template <class Expression, class Tile>
inline constexpr int columns_of = depends_on<Expression, typename Tile::column> ? Tile::columns : 1;

template <class Affine, class Variable>
inline constexpr int stride_along = expr::coefficient<Affine, Variable>;
template <class Affine> inline constexpr int stride_along<Affine, void> = 0;

} // namespace leibniz::program
