#pragma once
#include <leibniz/program/array.hpp>
#include <leibniz/program/tile.hpp>

/// Copies of a tensor from one of its layouts to another: rows as they are, or matrices turned over
/// in registers.
namespace leibniz::program {
namespace detail {

/// to[b + a·to_stride] = from[a + b·from_stride] for a < across, b < down, in squares of vectors.
/// What is padded may be read, or written, up to a whole vector.
template <class Lanes, bool FromPadded, bool ToPadded, class Number = typename Lanes::number>
constexpr void turn_over(Number const* from, std::ptrdiff_t from_stride, Number* to,
                         std::ptrdiff_t to_stride, int across, int down) noexcept {
    constexpr int width = Lanes::width;
    for (int b = 0; b < down; b += width)
        for (int a = 0; a < across; a += width) {
            int const rows = down - b < width ? down - b : width;
            int const columns = across - a < width ? across - a : width;
            Number const* const source = from + a + b * from_stride;
            Number* const target = to + b + a * to_stride;
            if ((columns == width || FromPadded) && (rows == width || ToPadded)) {
                Lanes::turn_square(source, from_stride, rows, target, to_stride, columns);
            } else {
                for (int row = 0; row < rows; ++row)
                    for (int column = 0; column < columns; ++column)
                        target[row + column * to_stride] = source[column + row * from_stride];
            }
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

/// A tensor between two layouts: loops over the domains that are contiguous in neither.
template <class Lanes, class From, class To, machine On> struct transfer {
    using tensor = typename From::tensor;
    using number = typename Lanes::number;
    static constexpr int rank = static_cast<int>(tensor::rank);
    static constexpr auto const& source = layout_of<From, On>::value;
    static constexpr auto const& target = layout_of<To, On>::value;
    static constexpr int across = From::inner, down = To::inner;

    template <class... Domains>
    static constexpr auto extents_for(meta::list<Domains...>, int samples) noexcept {
        return std::array<int, sizeof...(Domains) + 1>{
            (Domains::extent == at_run_time ? samples : Domains::extent)..., 1};
    }

    static constexpr void run(number const* from, number* to, int samples) noexcept {
        outer<0>(from, to, extents_for(typename tensor::domains{}, samples));
    }

private:
    using extents = std::array<int, static_cast<std::size_t>(rank) + 1>;
    template <int At> static constexpr auto at = static_cast<std::size_t>(At < 0 ? 0 : At);

    /// Are the numbers of the innermost domain and the next one without gaps?
    static constexpr bool gapless(layout<tensor::rank> const& lying, int inner, int next) {
        return lying.stride[static_cast<std::size_t>(next)] ==
               lying.extent[static_cast<std::size_t>(inner)];
    }

    template <int At>
    static constexpr void outer(number const* from, number* to, extents const& extent) noexcept {
        if constexpr (At == rank) {
            innermost(from, to, extent);
        } else if constexpr (At == across || At == down) {
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
        } else if constexpr (across == down) {
            for (int i = 0; i < extent[at<across>]; ++i)
                to[i] = from[i];
        } else {
            constexpr int narrow = Lanes::width / 2;
            constexpr std::ptrdiff_t from_stride = source.stride[at<down>];
            constexpr std::ptrdiff_t to_stride = target.stride[at<across>];
            if constexpr (gapless(source, across, down) && source.extent[at<across>] <= narrow)
                split_rows<Lanes, source.extent[at<across>]>(from, to, to_stride, extent[at<down>]);
            else if constexpr (gapless(target, down, across) && target.extent[at<down>] <= narrow)
                join_rows<Lanes, target.extent[at<down>]>(from, from_stride, to,
                                                          extent[at<across>]);
            else
                turn_over<Lanes, !From::is_users, !To::is_users>(
                    from, from_stride, to, to_stride, extent[at<across>], extent[at<down>]);
        }
    }
};

} // namespace detail

/// Copies a tensor between two of its arrays, for the first samples of a block.
template <class Lanes, class From, class To, machine On>
constexpr void copy_array(typename Lanes::number const* from, typename Lanes::number* to,
                          int samples) noexcept {
    static_assert(__is_same(typename From::tensor, typename To::tensor));
    detail::transfer<Lanes, From, To, On>::run(from, to, samples);
}

} // namespace leibniz::program
