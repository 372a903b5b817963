#pragma once
#include <array>
#include <leibniz/program/evaluate.hpp>

/// Conditions on subscripts as numbers, 1 or 0, where they are not the same for a whole tile.
namespace leibniz::program {
namespace detail {

/// 0, Step, 2·Step … for the lanes of a vector.
template <class Lanes, int Step> struct steps_of_lanes {
    using number = typename Lanes::number;
    static constexpr std::array<number, static_cast<std::size_t>(Lanes::width)> numbers = [] {
        std::array<number, static_cast<std::size_t>(Lanes::width)> result{};
        for (int lane = 0; lane < Lanes::width; ++lane)
            result[static_cast<std::size_t>(lane)] = static_cast<number>(Step * lane);
        return result;
    }();
};
/// A bound as a number that is exact, where no step of a lane is as large.
template <class Number> LEIBNIZ_INLINE constexpr Number bounded(std::ptrdiff_t value) noexcept {
    constexpr std::ptrdiff_t most = 1 << 20;
    return static_cast<Number>(value < -most ? -most : value > most ? most : value);
}

/// 1 or 0 for every place of a tile: is 0 ≤ Affine < extent there?
template <class Lanes, class Tile, class Expression, class Affine, class Environment>
LEIBNIZ_INLINE constexpr auto indicate(Environment const& variables, int extent) noexcept {
    using number = typename Lanes::number;
    constexpr int across = stride_along<Affine, typename Tile::column>;
    constexpr int along = stride_along<Affine, typename Tile::lane>;
    constexpr int down = stride_along<Affine, typename Tile::row>;
    auto const base = value_of<Affine>(variables);
    auto const zero = Lanes::broadcast(number{0}), one = Lanes::broadcast(number{1});
    values_of_tile<Lanes, Tile, Expression> result;
    constexpr int columns = columns_of<Expression, Tile>;
    repeat_over<rows_of<Expression, Tile>, columns>(
        [&](auto row_at, auto column_at) LEIBNIZ_INLINE_LAMBDA {
            auto const first = base + down * (row_at() + Tile::first_row) +
                               across * column_at() * Tile::column_step(Lanes::width);
            auto& vector = result.at[row_at * columns + column_at];
            if constexpr (along == 0 || Lanes::width == 1) {
                vector = 0 <= first && first < extent ? one : zero;
            } else {
                // Lanes from −first on, and before extent − first.
                auto const step = Lanes::load(steps_of_lanes<Lanes, along>::numbers.data());
                auto const from = Lanes::broadcast(bounded<number>(-first));
                auto const to = Lanes::broadcast(bounded<number>(extent - first));
                vector = Lanes::select(Lanes::less(step, from), zero,
                                       Lanes::select(Lanes::less(step, to), one, zero));
            }
        });
    return result;
}

} // namespace detail

template <class Lanes, class Tile, class Affine>
struct evaluator<Lanes, Tile, expr::kronecker<Affine>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const&,
                                            Environment const& variables) noexcept {
        return detail::indicate<Lanes, Tile, expr::kronecker<Affine>, Affine>(variables, 1);
    }
};
template <class Lanes, class Tile, class Affine, int Extent>
struct evaluator<Lanes, Tile, expr::guard<Affine, Extent>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const& in,
                                            Environment const& variables) noexcept {
        return detail::indicate<Lanes, Tile, expr::guard<Affine, Extent>, Affine>(
            variables, detail::extent_of_range<Extent>(in.samples));
    }
};

} // namespace leibniz::program
