#pragma once
#include <leibniz/scalar/arithmetic.hpp>
#include <leibniz/testing/bundle.hpp>

namespace leibniz::testing_detail {

/// A double that goes through programs in constant expressions also where it is infinite or not a
/// number. Clang has no constant of such a sum or product, and says so in a thousand lines.
struct careful {
    double value = 0;

    constexpr careful() = default;
    template <class Whole>
    constexpr explicit careful(Whole number) : value(static_cast<double>(number)) {}
    constexpr bool is_finite() const noexcept {
        constexpr double largest = std::numeric_limits<double>::max();
        return value >= -largest && value <= largest;
    }
    /// Is nothing to be feared of operations on it? No infinity is, and what is not a number.
    constexpr bool is_moderate() const noexcept { return value > -0x1p500 && value < 0x1p500; }
};

constexpr bool are_moderate(careful a, careful b) noexcept {
    return a.is_moderate() && b.is_moderate();
}
constexpr careful operator+(careful a, careful b) noexcept {
    return careful(are_moderate(a, b) ? a.value + b.value
                                      : scalar::detail::careful_sum(a.value, b.value));
}
constexpr careful operator-(careful a, careful b) noexcept { return a + careful(-b.value); }
constexpr careful operator*(careful a, careful b) noexcept {
    return careful(are_moderate(a, b) ? a.value * b.value
                                      : scalar::detail::careful_product(a.value, b.value));
}
constexpr careful operator/(careful a, careful b) noexcept {
    return careful(scalar::detail::careful_quotient(a.value, b.value));
}
constexpr bool operator==(careful a, careful b) noexcept { return a.value == b.value; }

struct careful_lanes : scalar::lanes<careful> {
    using number = careful;
    static constexpr number fma(number a, number b, number c) noexcept { return c + a * b; }
    static constexpr number sqrt(number x) noexcept { return number(scalar::sqrt(x.value)); }
    static constexpr number pow(number x, number exponent) noexcept {
        return number(scalar::pow(x.value, exponent.value));
    }
    static constexpr bool less(number a, number b) noexcept { return a.value < b.value; }
    static constexpr bool less_or_equal(number a, number b) noexcept { return a.value <= b.value; }
    template <class Function, int Rows, int Columns>
    static constexpr auto apply(program::vectors<number, Rows, Columns> x) noexcept {
        for (number& one : x.at)
            one = number(scalar::value_of_function<Function>(one.value));
        return x;
    }
};

} // namespace leibniz::testing_detail
