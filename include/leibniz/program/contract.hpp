#pragma once
#include <leibniz/program/indicator.hpp>
#include <leibniz/program/prefetch.hpp>

/// Σ, for a tile.
namespace leibniz::program {
namespace detail {

/// A summand as two products: the factors that vary along the rows, and the others, which are
/// evaluated once for all rows. Conditions go with the first so that they guard it.
template <class Body, class Row> struct split_summand {
    using by_row = meta::conditional<depends_on<Body, Row>, Body, expr::one>;
    using shared = meta::conditional<depends_on<Body, Row>, expr::one, Body>;
};
template <class... Factors, class Row>
    requires(!(expr::is_indicator<Factors> || ...))
struct split_summand<expr::multiplication<Factors...>, Row> {
    using by_row = typename product_from<meta::concatenate<
        meta::conditional<depends_on<Factors, Row>, meta::list<Factors>, meta::list<>>...>>::type;
    using shared = typename product_from<meta::concatenate<
        meta::conditional<depends_on<Factors, Row>, meta::list<>, meta::list<Factors>>...>>::type;
};

/// Is there one row only, and not one of many left over?
template <class Row> inline constexpr bool is_single = Row::range == 1;
template <> inline constexpr bool is_single<void> = true;

/// Of two rounds at once Clang 19 begins all loads together, and then keeps a sum in memory where
/// there are 16 registers.
#ifdef __clang__
inline constexpr int registers_to_unroll = 32;
#else
inline constexpr int registers_to_unroll = 0;
#endif

/// The lanes of a vector that count: all, or the first, with zeros in the others.
struct every_lane {
    template <class Values>
    LEIBNIZ_INLINE constexpr Values of(Values const& values) const noexcept {
        return values;
    }
};
template <class Lanes> struct first_lanes {
    int count;
    template <class Values>
    LEIBNIZ_INLINE constexpr Values of(Values const& values) const noexcept {
        return transform(values, [count = count](auto const& value)
                                     LEIBNIZ_INLINE_LAMBDA { return Lanes::first(value, count); });
    }
};

/// total += summand, for one value of the variables of a Σ. In lanes that do not count there may be
/// anything: both parts of a product get zeros there, which is done once for a row or a column.
template <class Tile, class Body, class Lanes, class Environment, class Total, class Counting>
LEIBNIZ_INLINE constexpr void add_summand(context<Lanes> const& in, Environment const& variables,
                                          Total& total, Counting lanes) noexcept {
    using split = split_summand<Body, typename Tile::row>;
    if constexpr (__is_same(typename split::by_row, expr::one)) {
        auto const summand = lanes.of(evaluator<Lanes, Tile, Body>::at(in, variables));
        total = combine(total, summand, plus);
    } else {
        auto const shared =
            lanes.of(evaluator<Lanes, Tile, typename split::shared>::at(in, variables));
        if constexpr (Lanes::width > 1 && Tile::rows > 1)
            fetch_columns<Tile>(in, variables, typename loads_of<typename split::shared>::type{});
        repeat<Total::rows>([&](auto row_at) LEIBNIZ_INLINE_LAMBDA {
            using row = typename Tile::template single_row<row_at()>;
            auto const own =
                lanes.of(evaluator<Lanes, row, typename split::by_row>::at(in, variables));
            auto* const line = total.at + row_at * Total::columns;
            [&]<int... C>(std::integer_sequence<int, C...>) LEIBNIZ_INLINE_LAMBDA {
                if constexpr (__is_same(typename split::shared, expr::one))
                    ((line[C] = line[C] + own.at[own.place(0, C)]), ...);
                else
                    ((line[C] = Lanes::fma(own.at[own.place(0, C)], shared.at[shared.place(0, C)],
                                           line[C])),
                     ...);
            }(std::make_integer_sequence<int, Total::columns>{});
        });
    }
}

template <class Body> struct summands_of {
    using type = meta::list<Body>;
};
template <class... Terms> struct summands_of<expr::addition<Terms...>> {
    using type = meta::list<Terms...>;
};
/// total += body
template <class Tile, class Body, class Lanes, class Environment, class Total,
          class Counting = every_lane>
LEIBNIZ_INLINE constexpr void accumulate(context<Lanes> const& in, Environment const& variables,
                                         Total& total, Counting lanes = {}) noexcept {
    [&]<class... Summands>(meta::list<Summands...>) LEIBNIZ_INLINE_LAMBDA {
        meta::in_order{(add_summand<Tile, Summands>(in, variables, total, lanes), meta::done{})...};
    }(typename summands_of<Body>::type{});
}

/// A kernel whose tiles are small keeps several partial sums of each place, so that one addition
/// need not wait for the one before; no more than the last variable has values, where that is
/// known.
constexpr int parts_of_sum(int places, std::initializer_list<int> ranges) {
    int const extent = ranges.end()[-1];
    int const parts = places > 4 ? 1 : places > 2 ? 2 : 4;
    return !expr::is_static_range(extent) || extent >= parts ? parts : extent < 2 ? 1 : 2;
}
/// How many parts where a Σ runs along the lanes.
constexpr int parts_of_lanes(int places) { return places == 1 ? 4 : places <= 4 ? 2 : 1; }
/// The sum of Count parts from number First on, as a tree.
template <int First, int Count, class Total>
LEIBNIZ_INLINE constexpr Total add_parts(Total const* total) noexcept {
    if constexpr (Count == 1)
        return total[First];
    else
        return combine(add_parts<First, Count / 2>(total),
                       add_parts<First + Count / 2, Count / 2>(total), plus);
}

/// Loops over the variables Number, Number + 1, … of a Σ. The values of the last one go to the
/// partial sums in turn.
template <class Tile, class Body, int Number, int Range, class Lanes, class Environment,
          class Total, std::size_t Parts>
LEIBNIZ_INLINE constexpr void sum_up(context<Lanes> const& in, Environment const& variables,
                                     Total (&total)[Parts]) noexcept {
    using variable = expr::bound<Number, Range>;
    using loop = conditioned<Body, variable, Lanes, Tile, Environment>;
    auto const values = loop::values(in.samples, variables);
    int const extent = values.last;
    int step = values.first;
    constexpr int parts = static_cast<int>(Parts);
    [[maybe_unused]] auto const add_to_part = [&](auto part) LEIBNIZ_INLINE_LAMBDA {
        accumulate<Tile, typename loop::body>(in, variables.template with<variable>(step + part()),
                                              total[part()]);
    };
    [[maybe_unused]] auto const add = [&](int at) LEIBNIZ_INLINE_LAMBDA {
        accumulate<Tile, typename loop::body>(in, variables.template with<variable>(at), total[0]);
    };
    if constexpr (parts > 1)
        for (; step + parts <= extent; step += parts)
            repeat<parts>(add_to_part);
    // In a loop the last few would all be added to one part, each waiting for the one before.
    if constexpr (parts > 1 && loop::always && expr::is_static_range(Range)) {
        repeat<Range % parts>(add_to_part);
    } else if constexpr (Total::rows == 1 || Lanes::registers < registers_to_unroll) {
        // A single row takes its vectors from memory as fast as that gives them. Unrolled, each
        // load skips rows of the matrix, and processors no longer look ahead (Zen 5: 1.8 times
        // slower by 4).
        LEIBNIZ_ROLLED for (; step < extent; ++step) add(step);
    } else {
        LEIBNIZ_UNROLLED for (; step < extent; ++step) add(step);
    }
}
template <class Tile, class Body, int Number, int Range, int Next, int... Ranges, class Lanes,
          class Environment, class Total, std::size_t Parts>
LEIBNIZ_INLINE constexpr void sum_up(context<Lanes> const& in, Environment const& variables,
                                     Total (&total)[Parts]) noexcept {
    using variable = expr::bound<Number, Range>;
    using loop = conditioned<Body, variable, Lanes, Tile, Environment>;
    auto const values = loop::values(in.samples, variables);
    for (int step = values.first; step < values.last; ++step)
        sum_up<Tile, typename loop::body, Number + 1, Next, Ranges...>(
            in, variables.template with<variable>(step), total);
}

/// The same for one vector of the variable Lane, from the given value on. Where it is not a whole
/// one, lanes beyond the extent count zero.
template <class Tile, class Body, bool Whole, int Number, class Lanes, class Environment,
          class Total>
LEIBNIZ_INLINE constexpr void sum_vector(context<Lanes> const& in, Environment const& variables,
                                         Total& total, int) noexcept {
    if constexpr (Whole) {
        accumulate<Tile, Body>(in, variables, total);
    } else {
        using lane = typename Tile::lane;
        int const left = extent_of_range<lane::range>(in.samples) - variables.template get<lane>();
        accumulate<Tile, Body>(in, variables, total, first_lanes<Lanes>{left});
    }
}
template <class Tile, class Body, bool Whole, int Number, int Range, int... Ranges, class Lanes,
          class Environment, class Total>
LEIBNIZ_INLINE constexpr void sum_vector(context<Lanes> const& in, Environment const& variables,
                                         Total& total, int first) noexcept {
    using variable = expr::bound<Number, Range>;
    if constexpr (__is_same(variable, typename Tile::lane)) {
        sum_vector<Tile, Body, Whole, Number + 1, Ranges...>(
            in, variables.template with<variable>(first), total, first);
    } else {
        using loop = conditioned<Body, variable, Lanes, Tile, Environment>;
        auto const values = loop::values(in.samples, variables);
        for (int step = values.first; step < values.last; ++step)
            sum_vector<Tile, typename loop::body, Whole, Number + 1, Ranges...>(
                in, variables.template with<variable>(step), total, first);
    }
}

/// The same for all vectors, which go to the partial sums in turn. What is left over has code of
/// its own: a condition in the loop would cost registers, and a sum among them.
template <class Tile, class Body, int Number, int Range, int... Ranges, class Lanes,
          class Environment, class Total, std::size_t Parts>
LEIBNIZ_INLINE constexpr void sum_lanes(context<Lanes> const& in, Environment const& variables,
                                        Total (&total)[Parts]) noexcept {
    using variable = expr::bound<Number, Range>;
    if constexpr (__is_same(variable, typename Tile::lane)) {
        int const extent = extent_of_range<Range>(in.samples);
        constexpr int width = Lanes::width, parts = static_cast<int>(Parts);
        int first = 0;
        if constexpr (parts > 1)
            for (; first + parts * width <= extent; first += parts * width)
                repeat<parts>([&](auto part) LEIBNIZ_INLINE_LAMBDA {
                    sum_vector<Tile, Body, true, Number, Range, Ranges...>(
                        in, variables, total[part()], first + part() * width);
                });
        LEIBNIZ_UNROLLED for (; first + width <= extent; first += width)
            sum_vector<Tile, Body, true, Number, Range, Ranges...>(in, variables, total[0], first);
        if constexpr (!expr::is_static_range(Range) || Range % width != 0)
            if (first < extent)
                sum_vector<Tile, Body, false, Number, Range, Ranges...>(in, variables, total[0],
                                                                        first);
    } else {
        using loop = conditioned<Body, variable, Lanes, Tile, Environment>;
        auto const values = loop::values(in.samples, variables);
        for (int step = values.first; step < values.last; ++step)
            sum_lanes<Tile, typename loop::body, Number + 1, Ranges...>(
                in, variables.template with<variable>(step), total);
    }
}

} // namespace detail

template <class Lanes, class Tile, class Body, int... Ranges>
struct evaluator<Lanes, Tile, expr::summation<Body, Ranges...>> {
    using expression = expr::summation<Body, Ranges...>;
    using totals = detail::values_of_tile<Lanes, Tile, expression>;
    /// Numbers one at a time are added in their order.
    static constexpr int parts =
        Lanes::width == 1 || !detail::is_single<typename Tile::row>
            ? 1
            : detail::parts_of_sum(totals::rows * totals::columns, {Ranges...});

    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const& in,
                                            Environment const& variables) noexcept {
        // One term alone need not be added to zero.
        if constexpr (Lanes::width > 1 && sizeof...(Ranges) == 1 && (Ranges + ...) == 1)
            return evaluator<Lanes, Tile, Body>::at(
                in, variables.template with<expr::bound<expression::lowest + 1, 1>>(0));
        else
            return onto(in, variables, detail::single(Lanes::broadcast(typename Lanes::number{0})));
    }
    /// The same added to what is there already.
    template <class Environment, class Start>
    static LEIBNIZ_INLINE constexpr auto
    onto(context<Lanes> const& in, Environment const& variables, Start const& start) noexcept {
        totals total[parts];
        total[0] = detail::spread<totals>(start);
        repeat<parts - 1>([&](auto part) LEIBNIZ_INLINE_LAMBDA {
            total[part() + 1] = detail::filled<totals>(Lanes::broadcast(typename Lanes::number{0}));
        });
        detail::sum_up<Tile, Body, expression::lowest + 1, Ranges...>(in, variables, total);
        return detail::add_parts<0, parts>(total);
    }
};

template <class Lanes, class Tile, class Lane, class Body, int... Ranges>
struct evaluator<Lanes, Tile, lane_sum<Lane, Body, Ranges...>> {
    using along = typename Tile::template with_lane<Lane>;

    /// The sums, each still spread over the lanes of a vector.
    using totals = detail::values_of_tile<Lanes, Tile, Body>;
    static constexpr int number_of_first = expr::summation<Body, Ranges...>::lowest + 1;
    static constexpr int parts =
        Lanes::width == 1 ? 1 : detail::parts_of_lanes(totals::rows * totals::columns);

    static LEIBNIZ_INLINE constexpr totals zero() noexcept {
        return detail::filled<totals>(Lanes::broadcast(typename Lanes::number{0}));
    }
    template <class Environment>
    static LEIBNIZ_INLINE constexpr totals partial(context<Lanes> const& in,
                                                   Environment const& variables) noexcept {
        totals total[parts];
        repeat<parts>([&](auto part) LEIBNIZ_INLINE_LAMBDA { total[part()] = zero(); });
        detail::sum_lanes<along, Body, number_of_first, Ranges...>(in, variables, total);
        return detail::add_parts<0, parts>(total);
    }
    /// total grows by the terms of one vector, from the given value of Lane on. Whole tells that
    /// there are as many.
    template <bool Whole, class Environment>
    static LEIBNIZ_INLINE constexpr void add_vector(context<Lanes> const& in,
                                                    Environment const& variables, totals& total,
                                                    int first) noexcept {
        detail::sum_vector<along, Body, Whole, number_of_first, Ranges...>(in, variables, total,
                                                                           first);
    }
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const& in,
                                            Environment const& variables) noexcept {
        if constexpr (__is_same(typename Tile::lane, void))
            return Lanes::add_up_each(partial(in, variables));
        else
            return crossed(in, variables);
    }

private:
    using result = detail::values_of_tile<Lanes, Tile, lane_sum<Lane, Body, Ranges...>>;
    /// What runs along the tile's lanes are rows here, no more than fill a vector, which one tree
    /// of additions turns back into lanes.
    template <class Variable> static constexpr int rows_along() {
        return expr::is_static_range(Variable::range) && Variable::range < Lanes::width
                   ? Variable::range
                   : Lanes::width;
    }
    template <class Variable>
    using rows = evaluator<Lanes, tile<Variable, rows_along<Variable>(), 0, void, 1, Lane>,
                           lane_sum<Lane, Body, Ranges...>>;
    /// A loop, since this is long, and would be written out for each of four vectors.
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto crossed(context<Lanes> const& in,
                                                 Environment const& variables) noexcept {
        result sums{};
        LEIBNIZ_ROLLED for (int at = 0; at < result::rows * result::columns; ++at) {
            int const row = Tile::first_row + at / result::columns;
            int const lane = at % result::columns * Lanes::width;
            sums.at[at] = vector_of(in, variables.template moved<typename Tile::row>(row)
                                            .template moved<typename Tile::lane>(lane));
        }
        return sums;
    }
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto vector_of(context<Lanes> const& in,
                                                   Environment const& variables) noexcept {
        using lane = typename Tile::lane;
        return Lanes::template add_up_all<rows_along<lane>()>(
            rows<lane>::partial(in, variables).at);
    }
};

} // namespace leibniz::program
