#pragma once
#include <leibniz/expr/equation.hpp>
#include <leibniz/program/anonymous.hpp>
#include <leibniz/program/lower.hpp>
#include <leibniz/program/repeated.hpp>
#include <leibniz/program/slice.hpp>
#include <leibniz/program/tile_variables.hpp>

namespace leibniz::program {

/// One equation as a loop nest over addresses: for all Outer, Row and Column variables the number
/// at Target is Formula, or grows by it. Columns are vectors of Lane where that is one of them. It
/// names no tensor, so equations of one shape share it.
template <class Formula, class Target, class Lane, class Row, class Column, class Outer,
          bool Accumulates, bool InPlace, bool PaddedRows, int Vectors>
struct kernel {
    using formula = Formula;
    using target = Target;
    using lane = Lane;
    using row = Row;
    using column = Column;
    using outer = Outer;
    static constexpr bool accumulates = Accumulates;
    /// Does it read the array that it writes?
    static constexpr bool in_place = InPlace;
    /// May rows beyond the last one be read and written, up to a multiple of rows_step?
    static constexpr bool padded_rows = PaddedRows;
    /// How many vectors of samples there are at most where these are the columns; four where a
    /// block has more.
    static constexpr int vectors_of_samples = Vectors;
};

/// Samples as rows are done to a multiple of this where they lie in arrays of our own.
inline constexpr int rows_step = 4;

namespace detail {

/// Rows are padded where they are samples and all that is read for them lies in arrays of our own,
/// which have room for a whole block.
template <class Row, class Sources, int Block> inline constexpr bool has_padded_rows = false;
template <class Row, class... Sources, int Block>
    requires(!is_static_range(Row::range))
inline constexpr bool has_padded_rows<Row, meta::list<Sources...>, Block> =
    Block % rows_step == 0 && !meta::any_true({false, Sources::is_users...});

/// A sum over samples is added up block by block, so every term must be one.
template <class Expression> inline constexpr bool is_sum_over_samples = false;
template <class Body, int... Ranges>
inline constexpr bool is_sum_over_samples<summation<Body, Ranges...>> =
    (!is_static_range(Ranges) || ...);
template <class... Terms>
inline constexpr bool is_sum_over_samples<addition<Terms...>> = (is_sum_over_samples<Terms> && ...);
template <rational Value, class... Factors>
inline constexpr bool is_sum_over_samples<multiplication<constant<Value>, Factors...>> =
    is_sum_over_samples<typename term<multiplication<constant<Value>, Factors...>>::rest>;
template <class... Factors>
inline constexpr bool is_sum_over_samples<multiplication<Factors...>> =
    ((is_sum_over_samples<Factors> ? 1 : 0) + ...) == 1;

/// Blocks of one sample have that many, so that nothing is left to find out at run time.
template <class Indices, class Positions, int Block> struct loops_over;
template <class... Indices, int... At, int Block>
struct loops_over<meta::list<Indices...>, std::integer_sequence<int, At...>, Block> {
    using type = meta::list<
        loop<1 + At, !is_static_range(Indices::range) && Block == 1 ? 1 : Indices::range>...>;
};

template <class Index, class Indices, class Loops> struct loop_for {
    using type = meta::type_at<Loops, meta::position<Index, Indices>::value>;
};
template <class Indices, class Loops> struct loop_for<void, Indices, Loops> {
    using type = void;
};

/// Where the left side is, from its loops.
template <class Layout, class Loops> struct address_of_loops;
template <class Layout, class... Loops>
struct address_of_loops<Layout, meta::list<Loops...>>
    : address_from<Layout, 0, expr::fixed<0>, Loops...> {};

/// Is a formula a sum of Σ along lanes of their own?
template <class Lowered> inline constexpr bool is_along_lanes = false;
template <class Lane, class Body, int... Ranges>
inline constexpr bool is_along_lanes<lane_sum<Lane, Body, Ranges...>> = true;
template <class... Terms>
inline constexpr bool is_along_lanes<addition<Terms...>> = (is_along_lanes<Terms> && ...);
template <class Number, class Sum>
    requires(Number::facts.is(meta::kind::constant))
inline constexpr bool is_along_lanes<multiplication<Number, Sum>> = is_along_lanes<Sum>;

/// The lanes of a kernel, and its formula lowered for them: those asked for, unless all that is
/// worked out are sums over samples with lanes of their own. With others outside, these would be
/// the rows of a tile and leave it one column; without, tiles have several of both.
template <class Right, class Asked, bool Accumulates, machine On,
          class Lowered = lower<Right, Asked, On>>
struct lanes_of_kernel {
    using lane = Asked;
    using lowered = Lowered;
};
template <class Right, class Asked, machine On, class Lowered>
    requires(!__is_same(Asked, void) && is_along_lanes<Lowered>)
struct lanes_of_kernel<Right, Asked, true, On, Lowered> {
    using lane = void;
    using lowered = lower<Right, void, On>;
};

/// The kernel of an equation without names, of which Written is the array that it writes.
template <class Right, class Written, class Loops, class Asked, bool Accumulates, machine On>
struct kernel_for {
    static_assert(
        !Accumulates || is_sum_over_samples<Right>,
        "what is not per sample must be a plain sum over the samples, because it is added "
        "up block by block");

    using chosen = lanes_of_kernel<Right, Asked, Accumulates, On>;
    using lane = typename chosen::lane;
    using lowered = typename chosen::lowered;
    /// In the order of the slots.
    using sources = sources_of<lowered>;

    using variables = typename variables_of_tile<lowered, lane, Loops, vectors_of_block(On)>::type;
    using row = typename variables::row;
    using column = typename variables::column;
    using outer = meta::without<row, meta::without<column, Loops>>;
    using target = typename address_of_loops<typename shape_of<Written, On>::type, Loops>::type;
    using type =
        kernel<compute_once<typename mapped<lowered, slotting<sources>>::type>, target, lane, row,
               column, outer, Accumulates, meta::contains<Written, sources>::value,
               has_padded_rows<row, sources, On.block>, vectors_of_columns<column>(On)>;
};

/// The tensors that an equation reads, as they occur, and then the one that it writes. Each has the
/// number of its first place.
template <class Written, class Elements> struct tensors_in;
template <class Written, class... Elements> struct tensors_in<Written, meta::list<Elements...>> {
    using type = meta::list<typename Elements::tensor..., Written>;
};

/// A base, so that steps with as many arrays share the constant.
template <int Slot> struct writes_slot {
    static constexpr int target_slot = Slot;
};

} // namespace detail

/// One step of a program: its kernel, and the arrays that fill the kernel's slots, or slices of
/// them; the last one is written. Neither the plan nor the equation is in its name: every function
/// and constant that is made for a list of steps holds the names of all of them, and GCC 12 writes
/// each of these down.
template <class Kernel, class Loops, class Sources, class Written, class Slices = slice_offsets<>>
struct step : detail::writes_slot<static_cast<int>(Sources::size)> {
    using kernel_type = Kernel;
    using loops = Loops;
    using sources = Sources;
    using written = Written;
    using arrays = meta::concatenate<Sources, meta::list<Written>>;
    /// Of the sources.
    using slices = Slices;
    using formula = typename Kernel::formula;
};

/// An equation lowered under a plan to a step, under no names, so that equations of one shape are
/// lowered once.
template <class Equation, class Plan> struct lowered_equation {
    using indices = typename Equation::indices;
    using tensor = typename Equation::tensor;
    using loops = typename detail::loops_over<
        indices, std::make_integer_sequence<int, static_cast<int>(indices::size)>,
        Plan::on.block>::type;
    using lane = typename detail::loop_for<typename Plan::template lane_index<Equation>, indices,
                                           loops>::type;

    using elements = typename expr::elements_of<typename Equation::right>::type;
    using tensors = typename detail::tensors_in<tensor, elements>::type;
    using slicing = detail::slicing_for<Plan, tensors, indices, loops, elements>;
    using names = typename slicing::names;
    using inner = typename Plan::template inner<tensor>;
    using found = detail::kernel_for<
        detail::anonymise<typename Equation::right, names>,
        stored<typename names::template tensor<tensor>, inner::value>, loops, lane,
        !expr::is_per_sample(indices{}) && Equation::right::facts.over_samples, Plan::on>;
    using type = step<typename found::type, loops,
                      typename detail::arrays_with_names<typename found::sources, tensors>::type,
                      stored<tensor, inner::value>,
                      typename slicing::template offsets<typename found::sources>>;
};

} // namespace leibniz::program
