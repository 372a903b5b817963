#pragma once
#include <algorithm>
#include <cstdint>
#include <leibniz/program/prefetch.hpp>
#include <type_traits>

/// Rows of a data set, brought to where a block of samples is worked on.
namespace leibniz::training_detail {

template <class Number>
LEIBNIZ_INLINE constexpr void copy_row(Number const* from, std::ptrdiff_t width,
                                       Number* to) noexcept {
    // Of a few numbers std::copy is a call of memmove in GCC 12, also where width is a constant.
    if (std::is_constant_evaluated())
        std::copy(from, from + width, to);
    else
        __builtin_memcpy(to, from, static_cast<std::size_t>(width) * sizeof(Number));
}
/// Bytes are normalised numbers: 0 … 255 for 0 … 1.
template <class Number>
constexpr void copy_row(std::uint8_t const* __restrict from, std::ptrdiff_t width,
                        Number* __restrict to) noexcept {
    for (std::ptrdiff_t at = 0; at < width; ++at)
        to[at] = static_cast<Number>(from[at]) / Number{255};
}

/// The rows of one tensor in a data set, of Width numbers or bytes, and where they are wanted.
template <int Width, class Given, class Number> struct rows_to_copy {
    static constexpr std::size_t bytes_of_row = Width * sizeof(Given);
    Given const* all;
    Number* block;

    constexpr Given const* row(std::uint64_t number) const noexcept {
        return all + Width * static_cast<std::ptrdiff_t>(number);
    }
    constexpr void copy(std::uint64_t from, int to) const noexcept {
        copy_row(row(from), Width, block + Width * static_cast<std::ptrdiff_t>(to));
    }
    void fetch(std::uint64_t number) const noexcept {
        program::detail::fetch_row<Width>(row(number));
    }
};
template <int Width, class Given, class Number>
constexpr rows_to_copy<Width, Given, Number> rows_of_width(Given const* all,
                                                           Number* block) noexcept {
    return {all, block};
}

/// Copies the first rows in the wanted order, for all tensors together: where rows are short, a
/// loop takes as long as what is in it. They lie anywhere in a data set that is larger than the
/// caches, so long ones are asked for ahead of time.
template <class... Tensors>
constexpr void copy_rows(std::uint64_t const* order, int count, Tensors const&... of) noexcept {
    constexpr int ahead = program::detail::rows_ahead((0 + ... + Tensors::bytes_of_row));
    for (int row = 0; row < count; ++row) {
        if (ahead > 0 && !std::is_constant_evaluated() && row + ahead < count)
            (of.fetch(order[row + ahead]), ...);
        (of.copy(order[row], row), ...);
    }
}

} // namespace leibniz::training_detail
