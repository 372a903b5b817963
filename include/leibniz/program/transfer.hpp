#pragma once
#include <leibniz/program/array.hpp>
#include <leibniz/program/tile.hpp>
#include <type_traits>

/// Copies of a tensor from one of its layouts to another: rows as they are, or matrices turned over
/// in registers.
namespace leibniz::program {
namespace detail {

/// What lies beside the rows of a matrix: nothing that may be touched, room for a whole vector, or
/// at once the next row.
enum class beside_rows { nothing, room, next_row };

/// Of `count` rows from number `first` of `all` on: how many have a whole vector from place `at` on
/// that may be touched?
constexpr int rows_of_vectors(beside_rows beside, int count, std::ptrdiff_t first,
                              std::ptrdiff_t all, std::ptrdiff_t stride, std::ptrdiff_t at,
                              int width) noexcept {
    if (beside == beside_rows::room)
        return count;
    std::ptrdiff_t const left = (all - first) * stride - at - width;
    if (beside == beside_rows::nothing || left < 0)
        return 0;
    return left / stride + 1 < count ? static_cast<int>(left / stride) + 1 : count;
}

/// to[b + a·to_stride] = from[a + b·from_stride] for a < across, b < down, in squares of vectors.
/// These may reach into the next row: what they read there is left out, and what they write there
/// is written over by the row's own square, which comes later. LastAcross and LastDown are how many
/// columns and rows fill no vector, as far as that is known. Whole means that all do: of what is
/// left GCC 12 would warn that it never ends.
template <class Lanes, beside_rows Read, beside_rows Written, int LastAcross, int LastDown,
          bool Whole = false, class Number = typename Lanes::number>
constexpr void turn_over(Number const* from, std::ptrdiff_t from_stride, Number* to,
                         std::ptrdiff_t to_stride, int across, int down) noexcept {
    constexpr int width = Lanes::width;
    for (int b = round_up(down, width) - width; b >= 0; b -= width)
        for (int a = 0; a < across; a += width) {
            int const rows = down - b < width ? down - b : width;
            int const columns = across - a < width ? across - a : width;
            Number const* const source = from + a + b * from_stride;
            Number* const target = to + b + a * to_stride;
            if (Whole || (rows == width && columns == width)) {
                Lanes::turn_square(source, from_stride, target, to_stride);
                continue;
            }
            int const read = columns == width
                                 ? rows
                                 : rows_of_vectors(Read, rows, b, down, from_stride, a, width);
            int const written =
                read == 0       ? 0
                : rows == width ? columns
                                : rows_of_vectors(Written, columns, a, across, to_stride, b, width);
            if constexpr (LastAcross > 0)
                if (read == width && written == LastAcross) {
                    Lanes::template turn_square<width, LastAcross>(source, from_stride, target,
                                                                   to_stride);
                    continue;
                }
            if constexpr (LastDown > 0)
                if (read == LastDown && written == width) {
                    Lanes::template turn_square<LastDown>(source, from_stride, target, to_stride);
                    continue;
                }
            if (written > 0)
                Lanes::turn_some(source, from_stride, read, target, to_stride, written);
            for (int column = 0; column < columns; ++column)
                for (int row = column < written ? read : 0; row < rows; ++row)
                    target[row + column * to_stride] = source[column + row * from_stride];
        }
}

/// Rows of Width numbers without gaps taken apart into Width columns, or put together from them.
template <class Lanes, int Width, class Number = typename Lanes::number>
constexpr void split_rows(Number const* from, Number* to, std::ptrdiff_t to_stride,
                          int rows) noexcept {
    int const left = rows % Lanes::width, whole = rows - left;
    for (int row = 0; row < whole; row += Lanes::width)
        Lanes::template split_rows<Width>(from + row * Width, to + row, to_stride);
    from += whole * Width;
    for (int row = 0; row < left; ++row)
        for (int column = 0; column < Width; ++column)
            to[whole + row + column * to_stride] = from[row * Width + column];
}
template <class Lanes, int Width, class Number = typename Lanes::number>
constexpr void join_rows(Number const* from, std::ptrdiff_t from_stride, Number* to,
                         int rows) noexcept {
    int const left = rows % Lanes::width, whole = rows - left;
    for (int row = 0; row < whole; row += Lanes::width)
        Lanes::template join_rows<Width>(from + row, from_stride, to + row * Width);
    to += whole * Width;
    for (int row = 0; row < left; ++row)
        for (int column = 0; column < Width; ++column)
            to[row * Width + column] = from[whole + row + column * from_stride];
}

/// A tensor between two layouts: loops over the domains that are contiguous in neither. Samples is
/// the domain of which only some are copied; −1 for none. Named by shapes alone, so that arrays of
/// one shape share it.
template <class Lanes, class From, class To, int Samples> struct transfer;
template <class Lanes, int Across, bool FromPadded, int FromStep, int... Extents, int Down,
          bool ToPadded, int ToStep, int Samples>
struct transfer<Lanes, layout_of_shape<Across, FromPadded, FromStep, Extents...>,
                layout_of_shape<Down, ToPadded, ToStep, Extents...>, Samples> {
    using number = typename Lanes::number;
    static constexpr int rank = static_cast<int>(sizeof...(Extents));
    static constexpr auto const& source =
        layout_of_shape<Across, FromPadded, FromStep, Extents...>::value;
    static constexpr auto const& target =
        layout_of_shape<Down, ToPadded, ToStep, Extents...>::value;

    static constexpr void run(number const* from, number* to, int samples) noexcept {
        // Rows that lie alike are copied with what is between them.
        if constexpr (alike && Samples < 0)
            if (!std::is_constant_evaluated()) {
                __builtin_memcpy(to, from, static_cast<std::size_t>(source.size) * sizeof(number));
                return;
            }
        extents extent{Extents..., 1};
        if constexpr (Samples >= 0)
            extent[at<Samples>] = samples;
        outer<0>(from, to, extent);
    }

private:
    using extents = std::array<int, static_cast<std::size_t>(rank) + 1>;
    static constexpr bool alike = Across == Down && FromPadded && ToPadded && FromStep == ToStep;
    template <int At> static constexpr auto at = static_cast<std::size_t>(At < 0 ? 0 : At);

    /// How many of a domain fill no vector.
    template <int At> static constexpr int last = source.extent[at<At>] % Lanes::width;

    /// Are the numbers of the innermost domain and the next one without gaps?
    static constexpr bool gapless(layout<sizeof...(Extents)> const& lying, int inner, int next) {
        return lying.stride[static_cast<std::size_t>(next)] ==
               lying.extent[static_cast<std::size_t>(inner)];
    }

    static constexpr beside_rows beside(bool padded, bool gapless) {
        return padded ? beside_rows::room : gapless ? beside_rows::next_row : beside_rows::nothing;
    }

    template <int At>
    static constexpr void outer(number const* from, number* to, extents const& extent) noexcept {
        if constexpr (At == rank) {
            innermost(from, to, extent);
        } else if constexpr (At == Across || At == Down) {
            outer<At + 1>(from, to, extent);
        } else {
            for (int i = 0; i < extent[at<At>]; ++i)
                outer<At + 1>(from + i * source.stride[at<At>], to + i * target.stride[at<At>],
                              extent);
        }
    }
    static constexpr void innermost(number const* from, number* to,
                                    extents const& extent) noexcept {
        if constexpr (rank == 0) {
            *to = *from;
        } else if constexpr (Across == Down) {
            for (int i = 0; i < extent[at<Across>]; ++i)
                to[i] = from[i];
        } else {
            constexpr int narrow = Lanes::width / 2;
            constexpr std::ptrdiff_t from_stride = source.stride[at<Down>];
            constexpr std::ptrdiff_t to_stride = target.stride[at<Across>];
            if constexpr (gapless(source, Across, Down) && source.extent[at<Across>] <= narrow)
                split_rows<Lanes, source.extent[at<Across>]>(from, to, to_stride, extent[at<Down>]);
            else if constexpr (gapless(target, Down, Across) && target.extent[at<Down>] <= narrow)
                join_rows<Lanes, target.extent[at<Down>]>(from, from_stride, to,
                                                          extent[at<Across>]);
            else
                turn_over<Lanes, beside(FromPadded, gapless(source, Across, Down)),
                          beside(ToPadded, gapless(target, Down, Across)), last<Across>, last<Down>,
                          Across != Samples && Down != Samples && last<Across> + last<Down> == 0>(
                    from, from_stride, to, to_stride, extent[at<Across>], extent[at<Down>]);
        }
    }
};

} // namespace detail

/// Copies a tensor between two of its arrays, for the first samples of a block.
template <class Lanes, class From, class To, machine On>
constexpr void copy_array(typename Lanes::number const* from, typename Lanes::number* to,
                          int samples) noexcept {
    static_assert(__is_same(typename From::tensor, typename To::tensor));
    using tensor = typename From::tensor;
    detail::transfer<Lanes, typename layout_of<From, On>::shape, typename layout_of<To, On>::shape,
                     detail::sample_domain(typename tensor::domains{})>::run(from, to, samples);
}

} // namespace leibniz::program
