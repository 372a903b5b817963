#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace leibniz::print {

/// A text of its own, without heap: usable as a constant, as a template argument and at run time.
template <std::size_t Capacity> struct fixed_text {
    char letters[Capacity]{};
    std::size_t size = 0;

    constexpr std::string_view view() const noexcept { return {letters, size}; }
    constexpr operator std::string_view() const noexcept { return view(); }
    constexpr bool operator==(std::string_view other) const noexcept { return view() == other; }
};

/// Where a text is written to. What does not fit is dropped; `tree<…>.longest` is always enough.
struct sink {
    char* first;
    std::size_t capacity;
    std::size_t size = 0;

    constexpr sink& operator<<(std::string_view text) noexcept {
        for (char const letter : text)
            *this << letter;
        return *this;
    }
    constexpr sink& operator<<(char letter) noexcept {
        if (size < capacity)
            first[size++] = letter;
        return *this;
    }
    constexpr sink& operator<<(std::int64_t value) noexcept {
        std::uint64_t rest = static_cast<std::uint64_t>(value);
        if (value < 0) {
            *this << '-';
            rest = 0 - rest;
        }
        std::uint64_t unit = 1;
        while (rest / unit > 9)
            unit *= 10;
        for (; unit > 0; unit /= 10)
            *this << static_cast<char>('0' + rest / unit % 10);
        return *this;
    }
};

} // namespace leibniz::print
