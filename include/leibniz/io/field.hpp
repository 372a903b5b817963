#pragma once

/// One field of a table, and how it is read as a number.

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>

#include <leibniz/io/error.hpp>

namespace leibniz::io {

/// The text of a field, quotes resolved, and where it begins in its file (both from 1).
struct field {
    std::string text;
    std::size_t line = 0;
    std::size_t column = 0;
};

namespace detail {

inline std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    std::size_t const first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

inline std::string quoted(std::string_view text) { return '\'' + std::string(text) + '\''; }

/// The whole field as a finite number of type T; blanks around it and a plus sign are allowed.
template <std::floating_point T>
T number_in(field const& source, std::filesystem::path const& file) {
    static_assert(std::is_same_v<T, float> || std::is_same_v<T, double>,
                  "numbers are read as float or double");
    std::string_view const text = without_blanks(source.text);
    auto const fail = [&](std::string const& reason) {
        throw data_error(file, source.line, source.column, reason);
    };
    if (text.empty()) {
        fail("empty field where a number is expected");
    }
    bool const plus = text.size() > 1 && text[0] == '+' && text[1] != '-';
    char const* const end = text.data() + text.size();
    T value{};
    auto const [stop, code] = std::from_chars(text.data() + (plus ? 1 : 0), end, value);
    if (code == std::errc::invalid_argument || stop != end) {
        fail(quoted(text) + " is not a number");
    }
    if (code == std::errc::result_out_of_range) {
        fail(quoted(text) + " is out of the range of " +
             (std::is_same_v<T, float> ? "float" : "double"));
    }
    if (!std::isfinite(value)) {
        fail(quoted(text) + " is not a finite number");
    }
    return value;
}

} // namespace detail
} // namespace leibniz::io
