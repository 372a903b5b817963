#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace leibniz {

/// A string that can be a template argument: names of tensors, indices and networks.
template <std::size_t Size> struct fixed_string {
    char text[Size]{};

    constexpr fixed_string() = default;
    constexpr fixed_string(char const (&literal)[Size]) {
        for (std::size_t i = 0; i < Size; ++i)
            text[i] = literal[i];
    }
    constexpr std::string_view view() const { return {text, Size - 1}; }
    constexpr bool operator==(fixed_string const&) const = default;
};

template <std::size_t A, std::size_t B>
constexpr auto operator+(fixed_string<A> const& left, fixed_string<B> const& right) {
    fixed_string<A + B - 1> joined;
    for (std::size_t i = 0; i + 1 < A; ++i)
        joined.text[i] = left.text[i];
    for (std::size_t i = 0; i < B; ++i)
        joined.text[A - 1 + i] = right.text[i];
    return joined;
}

/// The decimal spelling of a number, for names such as "W1" and "z12".
template <unsigned Number> constexpr auto decimal() {
    constexpr auto digits = [] {
        std::size_t count = 1;
        for (unsigned rest = Number; rest > 9; rest /= 10)
            ++count;
        return count;
    }();
    fixed_string<digits + 1> spelled;
    unsigned rest = Number;
    for (std::size_t i = digits; i-- > 0; rest /= 10)
        spelled.text[i] = static_cast<char>('0' + rest % 10);
    return spelled;
}

/// The sixteen hexadecimal digits of a number.
constexpr fixed_string<17> hexadecimal(std::uint64_t number) {
    fixed_string<17> spelled;
    for (std::size_t i = 16; i-- > 0; number >>= 4)
        spelled.text[i] = "0123456789abcdef"[number & 15];
    return spelled;
}

} // namespace leibniz
