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

/// Copies rows of Width numbers or bytes in the wanted order. They lie anywhere in a data set that
/// is larger than the caches, so long ones are asked for ahead of time.
template <int Width, class Given, class Number>
constexpr void copy_rows(Given const* all, Number* block, std::uint64_t const* order,
                         int count) noexcept {
    auto const row_at = [=](int row) {
        return all + Width * static_cast<std::ptrdiff_t>(order[row]);
    };
    constexpr int ahead = program::detail::rows_ahead(Width * sizeof(Given));
    for (int row = 0; row < count; ++row) {
        if (ahead > 0 && !std::is_constant_evaluated() && row + ahead < count)
            program::detail::fetch_row<Width>(row_at(row + ahead));
        copy_row(row_at(row), Width, block + row * static_cast<std::ptrdiff_t>(Width));
    }
}

} // namespace leibniz::training_detail
