#pragma once
#include <bit>
#include <leibniz/program/contract.hpp>
#include <leibniz/program/stack.hpp>
#include <leibniz/program/tile_size.hpp>

/// A kernel run over all values of its left side's indices, tile by tile.
namespace leibniz::program {
namespace detail {

template <class Variable> LEIBNIZ_INLINE constexpr int extent_of_loop(int samples) noexcept {
    if constexpr (__is_same(Variable, void))
        return 1;
    else
        return extent_of_range<Variable::range>(samples);
}
template <class Lanes, class Kernel, int Rows, int Columns> struct tile_sweep {
    using row = typename Kernel::row;
    using lane = typename Kernel::lane;
    using shape = tile<row, Rows, 0, typename Kernel::column, Columns, lane>;

    static constexpr int down = stride_along<typename Kernel::target, row>;
    static constexpr int across = stride_along<typename Kernel::target, typename Kernel::column> *
                                  shape::column_step(Lanes::width);

    template <class Environment>
    static LEIBNIZ_INLINE constexpr void run(context<Lanes> const& in, Environment const& variables,
                                             int target_slot) noexcept {
        auto* const base = in.slots[target_slot] + value_of<typename Kernel::target>(variables);
        if constexpr (__is_same(lane, void))
            values_of<typename Kernel::formula>::store(in, base, variables);
        else {
            if constexpr (Kernel::accumulates && Lanes::width > 1)
                if (!in.fresh)
                    fetch_target<shape, typename Kernel::target, Lanes>(base);
            store_vectors(in, base,
                          evaluator<Lanes, shape, typename Kernel::formula>::at(in, variables));
        }
    }

    template <class Numbers>
    static LEIBNIZ_INLINE constexpr void store_numbers(context<Lanes> const& in,
                                                       typename Lanes::number* base,
                                                       Numbers const& numbers) noexcept {
        [&]<int... At>(std::integer_sequence<int, At...>) LEIBNIZ_INLINE_LAMBDA {
            if (Kernel::accumulates && !in.fresh)
                ((base[offset(At)] = base[offset(At)] + numbers.at[At]), ...);
            else
                ((base[offset(At)] = numbers.at[At]), ...);
        }(std::make_integer_sequence<int, Rows * Columns>{});
    }

    /// Is the tile an array whose rows are no longer than a vector, so that each is padded to one?
    static constexpr bool has_short_rows = Lanes::width > 1 && (Rows * Columns <= Lanes::width) &&
                                           (down == 1 ? across % Lanes::width == 0
                                                      : across == 1 && down % Lanes::width == 0);

    /// Such an array from vectors of which each adds up to one number of it. Whole vectors are
    /// stored, with zeros in the padding: one that is loaded soon after would have to wait until
    /// single numbers have reached the cache.
    template <class Sums>
    static LEIBNIZ_INLINE void store_rows(context<Lanes> const& in, typename Lanes::number* base,
                                          Sums const& sums) noexcept {
        constexpr bool runs_down = down == 1;
        constexpr int length = runs_down ? Rows : Columns, count = Rows * Columns / length;
        auto const numbers = Lanes::template add_up_all<Rows * Columns>(sums.at);
        repeat<count>([&](auto at) LEIBNIZ_INLINE_LAMBDA {
            constexpr int first = runs_down ? at() : at() * Columns, step = runs_down ? Columns : 1;
            auto const row = Lanes::template some_lanes<length, first, step>(numbers);
            auto* const to = base + at() * (runs_down ? across : down);
            Lanes::store(to, in.fresh ? row : Lanes::load(to) + row);
        });
    }

private:
    static consteval int offset(int at) { return down * (at / Columns) + across * (at % Columns); }

    template <class Values>
    static LEIBNIZ_INLINE constexpr void store_vectors(context<Lanes> const& in,
                                                       typename Lanes::number* base,
                                                       Values const& values) noexcept {
        [&]<int... At>(std::integer_sequence<int, At...>) LEIBNIZ_INLINE_LAMBDA {
            if (Kernel::accumulates && !in.fresh)
                (Lanes::store(base + offset(At),
                              Lanes::load(base + offset(At)) +
                                  values.at[Values::place(At / Columns, At % Columns)]),
                 ...);
            else
                (Lanes::store(base + offset(At),
                              values.at[Values::place(At / Columns, At % Columns)]),
                 ...);
        }(std::make_integer_sequence<int, Rows * Columns>{});
    }
    /// The tile's values as numbers.
    template <class Formula> struct values_of {
        template <class Environment>
        static LEIBNIZ_INLINE constexpr void store(context<Lanes> const& in,
                                                   typename Lanes::number* base,
                                                   Environment const& variables) noexcept {
            auto const values = evaluator<Lanes, shape, Formula>::at(in, variables);
            using given = std::remove_cvref_t<decltype(values)>;
            auto const numbers = [&]<int... At>(
                                     std::integer_sequence<int, At...>) LEIBNIZ_INLINE_LAMBDA {
                return vectors<typename Lanes::number, Rows, Columns>{
                    {Lanes::first_lane(values.at[given::place(At / Columns, At % Columns)])...}};
            }(std::make_integer_sequence<int, Rows * Columns>{});
            store_numbers(in, base, numbers);
        }
    };
    /// Where the formula is a Σ alone, straight from its tree, as many numbers at once as lie side
    /// by side.
    template <class Lane, class Body, int... Ranges>
        requires(rows_of<Body, shape> == Rows && columns_of<Body, shape> == Columns)
    struct values_of<lane_sum<Lane, Body, Ranges...>> {
        template <class Environment>
        static LEIBNIZ_INLINE constexpr void store(context<Lanes> const& in,
                                                   typename Lanes::number* base,
                                                   Environment const& variables) noexcept {
            constexpr bool runs_down = down == 1;
            constexpr int length = runs_down ? Rows : across == 1 ? Columns : 1;
            constexpr bool in_runs =
                length > 1 && length <= Lanes::width && std::has_single_bit(unsigned(length));
            constexpr bool by_columns = in_runs && runs_down;
            auto const sums = Lanes::template sums_of<by_columns>(
                evaluator<Lanes, shape, lane_sum<Lane, Body, Ranges...>>::partial(in, variables));
            if constexpr (in_runs)
                repeat<Rows * Columns / length>([&](auto run) LEIBNIZ_INLINE_LAMBDA {
                    Lanes::template store_some<length>(base + run() * (runs_down ? across : down),
                                                       sums.at + run() * length,
                                                       Kernel::accumulates && !in.fresh);
                });
            else
                store_numbers(in, base, sums);
        }
    };
};

template <class Variable, class Environment>
LEIBNIZ_INLINE constexpr auto bind_loop(Environment const& variables, int value) noexcept {
    if constexpr (__is_same(Variable, void))
        return variables;
    else
        return variables.template with<Variable>(value);
}

/// Not std::lcm, whose header is a large one.
constexpr int common_multiple(int a, int b) {
    int result = a;
    while (result % b != 0)
        result += a;
    return result;
}

/// f(how many, the first of them) for the rows in tiles; what is left over is one smaller tile
/// where its size is known. Where it is not, tiles of four: the last one reaches into the padding
/// or goes over rows done before once more. Where it may do neither, single rows.
template <class Lanes, class Kernel, tile_size Size, class F>
LEIBNIZ_INLINE constexpr void for_rows(context<Lanes> const& in, F f) noexcept {
    using row = typename Kernel::row;
    constexpr int extent = static_extent<row>(0);
    constexpr std::integral_constant<int, (Size.rows > rows_step ? rows_step : 1)> few{};
    constexpr bool padded = extent == 0 && few() > 1 && Kernel::padded_rows;
    int const rows = extent_of_loop<row>(in.samples);
    int first = 0;
    auto const tiles_of = [&](auto count, int end) LEIBNIZ_INLINE_LAMBDA {
        for (; first + count() <= end; first += count())
            f(count, first);
    };
    // Padded to a multiple of `few` and no further, so that is what large tiles leave over.
    constexpr int both = padded ? common_multiple(Size.rows, few()) : 1;
    tiles_of(std::integral_constant<int, Size.rows>{},
             padded ? (rows + few() - 1) / both * both : rows);
    if constexpr (extent > 0 && extent % Size.rows > 0) {
        f(std::integral_constant<int, extent % Size.rows>{}, first);
    } else if constexpr (extent == 0 && Size.rows > 1) {
        if constexpr (padded) {
            for (; first < rows; first += few())
                f(few, first);
        } else {
            // What changes in place must not be done twice.
            if constexpr (few() > 1 && !Kernel::in_place)
                if (rows >= few())
                    for (; first < rows; first += few())
                        f(few, first + few() <= rows ? first : rows - few());
            tiles_of(std::integral_constant<int, 1>{}, rows);
        }
    }
}

/// The same for the columns, in vectors where those run along the lanes; the last one may reach
/// into the array's padding, and so may the last tile along the samples where it is within a line.
template <class Lanes, class Kernel, tile_size Size, class F>
LEIBNIZ_INLINE constexpr void for_columns(context<Lanes> const& in, F f) noexcept {
    using column = typename Kernel::column;
    constexpr int one = step_along<column, typename Kernel::lane>(Lanes::width);
    constexpr int step = Size.columns * one;
    constexpr int extent = static_extent<column>(0);
    constexpr bool whole_tiles = extent == 0 && has_lanes<Kernel> && line % step == 0;
    int const given = extent_of_loop<column>(in.samples);
    int const columns = whole_tiles ? round_up(given, step) : given;
    int first = 0;
    for (; first + step <= columns; first += step)
        f(std::integral_constant<int, Size.columns>{}, first);
    if constexpr (extent > 0 && extent % step > 0)
        f(std::integral_constant<int, (extent % step + one - 1) / one>{}, first);
    else if constexpr (extent == 0 && !whole_tiles)
        for (; first < columns; first += one)
            f(std::integral_constant<int, 1>{}, first);
}

/// Columns outside, so that what varies with them stays in the nearest cache while the rows pass;
/// sums over samples the other way round, because their rows are far apart in memory.
template <class Lanes, class Kernel, tile_size Size, class Environment>
LEIBNIZ_INLINE constexpr void sweep_tiles(context<Lanes> const& in, Environment const& variables,
                                          int target_slot) noexcept {
    auto const tile_at = [&](auto rows, int row_at, auto columns,
                             int column_at) LEIBNIZ_INLINE_LAMBDA {
        tile_sweep<Lanes, Kernel, rows(), columns()>::run(
            in,
            bind_loop<typename Kernel::row>(
                bind_loop<typename Kernel::column>(variables, column_at), row_at),
            target_slot);
    };
    if constexpr (Kernel::accumulates)
        for_rows<Lanes, Kernel, Size>(in, [&](auto rows, int row_at) LEIBNIZ_INLINE_LAMBDA {
            for_columns<Lanes, Kernel, Size>(
                in, [&](auto columns, int column_at)
                        LEIBNIZ_INLINE_LAMBDA { tile_at(rows, row_at, columns, column_at); });
        });
    else
        for_columns<Lanes, Kernel, Size>(
            in, [&](auto columns, int column_at) LEIBNIZ_INLINE_LAMBDA {
                for_rows<Lanes, Kernel, Size>(in, [&](auto rows, int row_at) LEIBNIZ_INLINE_LAMBDA {
                    tile_at(rows, row_at, columns, column_at);
                });
            });
}

template <class Lanes, class Kernel, tile_size Size, class Environment>
LEIBNIZ_INLINE constexpr void sweep_outer(context<Lanes> const& in, Environment const& variables,
                                          int target_slot, meta::list<>) noexcept {
    sweep_tiles<Lanes, Kernel, Size>(in, variables, target_slot);
}
template <class Lanes, class Kernel, tile_size Size, class Environment, class First, class... Rest>
LEIBNIZ_INLINE constexpr void sweep_outer(context<Lanes> const& in, Environment const& variables,
                                          int target_slot, meta::list<First, Rest...>) noexcept {
    int const extent = extent_of_loop<First>(in.samples);
    constexpr int one = step_along<First, typename Kernel::lane>(Lanes::width);
    for (int step = 0; step < extent; step += one)
        sweep_outer<Lanes, Kernel, Size>(in, variables.template with<First>(step), target_slot,
                                         meta::list<Rest...>{});
}

/// How many lanes there is something to do for, on the left side or in a Σ.
template <class Lanes, class Kernel> constexpr int lanes_needed() {
    constexpr int of_sums = Kernel::formula::facts.lanes;
    int of_columns = 1;
    if constexpr (has_lanes<Kernel>)
        of_columns = static_extent<typename Kernel::lane>(Lanes::width);
    int const most = of_columns > of_sums ? of_columns : of_sums;
    return most < Lanes::width ? most : Lanes::width;
}
template <class Lanes, class Kernel> struct fitting_lanes {
    using type = Lanes;
};
template <class Lanes, class Kernel>
    requires(Lanes::width > 1)
struct fitting_lanes<Lanes, Kernel> {
    using type = typename Lanes::template narrowed<lanes_needed<Lanes, Kernel>()>;
};

} // namespace detail

/// Runs a kernel; slots are the arrays it reads, then the one it writes. A rank without rows or
/// lanes is swept once. What accumulates starts anew where fresh is true. Columns that fill no more
/// than half of a vector are done with shorter ones.
template <class Lanes, class Kernel, int TargetSlot>
LEIBNIZ_INLINE constexpr void sweep_here(typename Lanes::number* const* slots, int samples,
                                         bool fresh) noexcept {
    using fitting = typename detail::fitting_lanes<Lanes, Kernel>::type;
    detail::sweep_outer<fitting, Kernel, detail::best_tile<fitting, Kernel>()>(
        context<fitting>{slots, samples, fresh}, environment<>{}, TargetSlot,
        typename Kernel::outer{});
}
/// The same as a function of its own, which kernels of one shape share. Never inlined, also where
/// one step only has the kernel: among the code of others GCC 12 keeps a sum of the tile in memory.
/// Without a Σ, every few instructions store something, and could change where the arrays are;
/// copies of that stay in registers.
template <class Lanes, class Kernel, int TargetSlot>
[[gnu::aligned(64)]] LEIBNIZ_NOINLINE constexpr void sweep(typename Lanes::number* const* slots,
                                                           int samples, bool fresh) noexcept {
    align_stack<Lanes>();
    if constexpr (Kernel::formula::facts.height > 0) {
        sweep_here<Lanes, Kernel, TargetSlot>(slots, samples, fresh);
    } else {
        typename Lanes::number* own[TargetSlot + 1];
        for (int slot = 0; slot <= TargetSlot; ++slot)
            own[slot] = slots[slot];
        sweep_here<Lanes, Kernel, TargetSlot>(own, samples, fresh);
    }
}

} // namespace leibniz::program
