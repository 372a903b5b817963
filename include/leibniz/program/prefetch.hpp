#pragma once
#include <leibniz/program/evaluate.hpp>
#include <leibniz/program/lower.hpp>

/// What a tile will need of large arrays, asked of the memory ahead of time. Down a column of tiles
/// a vector lies a whole row beyond the one before, soon in another page, and processors look ahead
/// by themselves only within a page; the rows of a shuffled data set lie anywhere.
namespace leibniz::program {
namespace detail {

/// Bytes of an array that does not stay in the cache of one core: many have half a megabyte.
inline constexpr int large = 1 << 19;

/// How many numbers lie between the ends of an address, over all variables of known range.
template <class Terms> struct span_of_terms;
template <class... Terms> struct span_of_terms<meta::list<Terms...>> {
    static constexpr int along(int coefficient, int range) {
        return range > 0 ? (coefficient < 0 ? -coefficient : coefficient) * (range - 1) : 0;
    }
    static constexpr int value = (1 + ... + along(Terms::coefficient, Terms::variable::range));
};
template <class Number, class Address>
using is_large = std::bool_constant<(span_of_terms<typename expr::parts<Address>::terms>::value >
                                     large / static_cast<int>(sizeof(Number)))>;

/// As many lines of 64 bytes as hold Count numbers.
template <int Count, class Number> LEIBNIZ_INLINE void fetch_lines(Number const* first) noexcept {
    constexpr int step = 64 / static_cast<int>(sizeof(Number));
    repeat<(Count + step - 1) / step>(
        [&](auto at) LEIBNIZ_INLINE_LAMBDA { __builtin_prefetch(first + at() * step); });
}

/// How many rows before it is copied a row is asked for: as many as have 8 kB, and none where a row
/// is shorter than a line.
constexpr int rows_ahead(std::size_t bytes_of_row) {
    return bytes_of_row < 64 ? 0 : bytes_of_row > 8192 ? 1 : 8192 / static_cast<int>(bytes_of_row);
}
/// A row of Width numbers, in a loop, since it may be as long as the user likes.
template <std::ptrdiff_t Width, class Number> void fetch_row(Number const* first) noexcept {
    for (std::ptrdiff_t at = 0; at < Width; at += 64 / static_cast<int>(sizeof(Number)))
        __builtin_prefetch(first + at);
}

/// The vectors beside those of this tile, which the next column of tiles reads.
template <class Tile, class Load, class Lanes, class Environment>
LEIBNIZ_INLINE constexpr void fetch_beside(context<Lanes> const& in,
                                           Environment const& variables) noexcept {
    using address = typename Load::address;
    if constexpr (is_large<typename Lanes::number, address>::value &&
                  __is_same(typename Tile::lane, typename Tile::column))
        if constexpr (stride_along<address, typename Tile::lane> == 1) {
            constexpr int count = Tile::columns * Lanes::width;
            fetch_lines<count>(in.slots[Load::source::number] + value_of<address>(variables) +
                               count);
        }
}
template <class Tile, class Lanes, class Environment, class... Loads>
LEIBNIZ_INLINE constexpr void fetch_columns(context<Lanes> const& in, Environment const& variables,
                                            meta::list<Loads...>) noexcept {
    (fetch_beside<Tile, Loads>(in, variables), ...);
}

/// The part of a large array that a tile adds to, whose values it needs only when its sums are
/// done.
template <class Tile, class Target, class Lanes>
LEIBNIZ_INLINE constexpr void fetch_target(typename Lanes::number const* base) noexcept {
    if constexpr (is_large<typename Lanes::number, Target>::value)
        repeat<Tile::rows>([base](auto row_at) LEIBNIZ_INLINE_LAMBDA {
            fetch_lines<Tile::columns * Lanes::width>(
                base + row_at() * stride_along<Target, typename Tile::row>);
        });
}

} // namespace detail
} // namespace leibniz::program
