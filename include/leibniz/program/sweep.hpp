#pragma once
#include <leibniz/program/contract.hpp>

/// A kernel run over all values of its left side's indices, tile by tile.
namespace leibniz::program {
namespace detail {

/// Tile sizes from the number of registers (measured, see docs/design.md): three quarters of them
/// accumulate; columns are at most four vectors wide with 32 registers and two with 16.
struct tile_size {
    int rows, columns;
};
constexpr tile_size tile_for(int registers, int width, int lane_extent) {
    if (width == 1)
        return {1, 1};
    int const vectors = (lane_extent + width - 1) / width;
    int const widest = registers >= 32 ? 4 : 2;
    int const columns = vectors < widest ? vectors : widest;
    int const accumulators = registers / 4 * 3;
    return {accumulators / columns > 12 ? 12 : accumulators / columns, columns};
}

template <class Variable> LEIBNIZ_INLINE constexpr int extent_of_loop(int samples) noexcept {
    if constexpr (std::is_void_v<Variable>)
        return 1;
    else
        return extent_of_range<Variable::range>(samples);
}
template <class Variable> constexpr int lane_extent_of(int block) {
    if constexpr (std::is_void_v<Variable>)
        return 1;
    else
        return expr::is_static_range(Variable::range) ? Variable::range : block;
}

template <class Lanes, class Kernel, int Rows, int Columns> struct tile_sweep {
    using row = typename Kernel::row;
    using lane = typename Kernel::lane;
    using shape = tile<row, Rows, 0, lane, Columns>;

    template <class Environment>
    static LEIBNIZ_INLINE constexpr void run(context<Lanes> const& in, Environment const& variables,
                                             int target_slot) noexcept {
        auto const values = evaluate<shape, typename Kernel::formula>(in, variables);
        auto* const base = in.slots[target_slot] + value_of<typename Kernel::target>(variables);
        constexpr int down = stride_along<typename Kernel::target, row>;
        repeat_over<Rows, Columns>([&](auto row_at, auto column_at) LEIBNIZ_INLINE_LAMBDA {
            auto* const place = base + down * row_at() + column_at() * Lanes::width;
            auto const value = values.template get<row_at(), column_at()>();
            if constexpr (std::is_void_v<lane>) {
                auto const number = Lanes::first_lane(value);
                *place = Kernel::accumulates ? *place + number : number;
            } else if constexpr (Kernel::accumulates) {
                Lanes::store(place, Lanes::load(place) + value);
            } else {
                Lanes::store(place, value);
            }
        });
    }
};

template <class Variable, class Environment>
LEIBNIZ_INLINE constexpr auto bind_loop(Environment const& variables, int value) noexcept {
    if constexpr (std::is_void_v<Variable>)
        return variables;
    else
        return variables.template with<Variable>(value);
}

template <class Lanes, class Kernel, int Columns, tile_size Size, class Environment>
LEIBNIZ_INLINE constexpr void sweep_rows(context<Lanes> const& in, Environment const& variables,
                                         int target_slot) noexcept {
    using row = typename Kernel::row;
    int const rows = extent_of_loop<row>(in.samples);
    int row_at = 0;
    for (; row_at + Size.rows <= rows; row_at += Size.rows)
        tile_sweep<Lanes, Kernel, Size.rows, Columns>::run(in, bind_loop<row>(variables, row_at),
                                                           target_slot);
    if constexpr (Size.rows > 1)
        for (; row_at < rows; ++row_at)
            tile_sweep<Lanes, Kernel, 1, Columns>::run(in, bind_loop<row>(variables, row_at),
                                                       target_slot);
}

template <class Lanes, class Kernel, tile_size Size, class Environment>
LEIBNIZ_INLINE constexpr void sweep_lanes(context<Lanes> const& in, Environment const& variables,
                                          int target_slot) noexcept {
    using lane = typename Kernel::lane;
    constexpr int step = Size.columns * Lanes::width;
    int const extent = extent_of_loop<lane>(in.samples);
    int at = 0;
    for (; at + step <= extent; at += step)
        sweep_rows<Lanes, Kernel, Size.columns, Size>(in, bind_loop<lane>(variables, at),
                                                      target_slot);
    // What is left is done vector by vector; the last one may reach into the array's padding.
    constexpr bool divides =
        !std::is_void_v<lane> && lane_extent_of<lane>(0) > 0 && lane_extent_of<lane>(0) % step == 0;
    if constexpr (!divides)
        for (; at < extent; at += Lanes::width)
            sweep_rows<Lanes, Kernel, 1, Size>(in, bind_loop<lane>(variables, at), target_slot);
}

template <class Lanes, class Kernel, tile_size Size, class Environment>
LEIBNIZ_INLINE constexpr void sweep_outer(context<Lanes> const& in, Environment const& variables,
                                          int target_slot, meta::list<>) noexcept {
    sweep_lanes<Lanes, Kernel, Size>(in, variables, target_slot);
}
template <class Lanes, class Kernel, tile_size Size, class Environment, class First, class... Rest>
LEIBNIZ_INLINE constexpr void sweep_outer(context<Lanes> const& in, Environment const& variables,
                                          int target_slot, meta::list<First, Rest...>) noexcept {
    int const extent = extent_of_loop<First>(in.samples);
    for (int step = 0; step < extent; ++step)
        sweep_outer<Lanes, Kernel, Size>(in, variables.template with<First>(step), target_slot,
                                         meta::list<Rest...>{});
}

} // namespace detail

/// Runs a kernel; slots are the arrays it reads, then the one it writes. A rank without rows or
/// lanes is swept once. Not inlined: kernels of one shape share this function.
template <class Lanes, class Kernel, int TargetSlot>
constexpr void sweep(typename Lanes::number* const* slots, int samples) noexcept {
    constexpr int lane_extent = detail::lane_extent_of<typename Kernel::lane>(4 * Lanes::width);
    constexpr auto size = detail::tile_for(Lanes::registers, Lanes::width, lane_extent);
    constexpr detail::tile_size bounded{std::is_void_v<typename Kernel::row> ? 1 : size.rows,
                                        std::is_void_v<typename Kernel::lane> ? 1 : size.columns};
    detail::sweep_outer<Lanes, Kernel, bounded>(context<Lanes>{slots, samples}, environment<>{},
                                                TargetSlot, typename Kernel::outer{});
}

} // namespace leibniz::program
