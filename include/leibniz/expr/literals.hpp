#pragma once
#include <leibniz/expr/node.hpp>

namespace leibniz::expr {

/// Reads "12", "1'000", "0.125" and "1e-6" exactly.
template <char... Letters> constexpr rational read_number() {
    std::int64_t value = 0, scale = 1, exponent = 0;
    bool after_point = false, in_exponent = false, divides = false;
    for (char const letter : {Letters...}) {
        if (letter == 'e')
            in_exponent = true;
        else if (letter == '-')
            divides = true;
        else if (letter == '.')
            after_point = true;
        else if (in_exponent && letter != '+' && letter != '\'')
            exponent = exponent * 10 + (letter - '0');
        else if (letter != '+' && letter != '\'') {
            value = value * 10 + (letter - '0');
            scale *= after_point ? 10 : 1;
        }
    }
    return rational{value, scale} * integer_power(10, divides ? -exponent : exponent);
}

/// Whatever the compiler takes for a decimal number; it has seen to the order of the letters.
template <char... Letters>
concept is_plain_number = ((Letters == '.' || Letters == '\'' || Letters == 'e' || Letters == '-' ||
                            Letters == '+' || (Letters >= '0' && Letters <= '9')) &&
                           ...);

} // namespace leibniz::expr

namespace leibniz::literals {

/// An exact number as a type: `2_c / 3_c` is two thirds, `0.1_c` is one tenth. It is our own type
/// (Hana's `1_c / 2_c` is 0) but takes part wherever an integral constant of Hana's does.
template <char... Letters> constexpr auto operator""_c() {
    static_assert(
        expr::is_plain_number<Letters...>,
        "an exact number is written in decimal digits, with or without a point and an exponent");
    return expr::constant<expr::read_number<Letters...>()>{};
}

} // namespace leibniz::literals
