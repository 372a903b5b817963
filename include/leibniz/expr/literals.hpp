#pragma once
#include <leibniz/expr/node.hpp>

namespace leibniz::expr {

/// Reads "12", "1'000" and "0.125" exactly.
template <char... Letters> constexpr rational read_number() {
    std::int64_t value = 0, scale = 1;
    bool after_point = false;
    for (char const letter : {Letters...}) {
        if (letter == '\'')
            continue;
        if (letter == '.') {
            after_point = true;
            continue;
        }
        value = value * 10 + (letter - '0');
        scale *= after_point ? 10 : 1;
    }
    return {value, scale};
}

template <char... Letters>
concept is_plain_number =
    ((Letters == '.' || Letters == '\'' || (Letters >= '0' && Letters <= '9')) && ...);

} // namespace leibniz::expr

namespace leibniz::literals {

/// An exact number as a type: `2_c / 3_c` is two thirds, `0.1_c` is one tenth. It is our own type
/// (Hana's `1_c / 2_c` is 0) but takes part wherever an integral constant of Hana's does.
template <char... Letters> constexpr auto operator""_c() {
    static_assert(expr::is_plain_number<Letters...>,
                  "an exact number is written in decimal digits with at most one point");
    return expr::constant<expr::read_number<Letters...>()>{};
}

} // namespace leibniz::literals
