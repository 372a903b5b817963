#pragma once
#include <leibniz/program/tile.hpp>
#include <leibniz/scalar/functions.hpp>

namespace leibniz::scalar {

/// One number at a time, with which programs also run in constant expressions. Other types of
/// number bring their own functions in a class derived from this one.
template <class Number> struct lanes {
    using number = Number;
    using vector = Number;
    static constexpr int width = 1;
    static constexpr int registers = 16;

    static constexpr Number load(Number const* from) noexcept { return *from; }
    static constexpr void store(Number* to, Number value) noexcept { *to = value; }
    static constexpr Number broadcast(Number value) noexcept { return value; }
    template <int> static constexpr Number gather(Number const* from) noexcept { return *from; }
    static constexpr Number fma(Number a, Number b, Number c) noexcept { return a * b + c; }
    static constexpr Number reciprocal(Number x) noexcept { return Number{1} / x; }
    static constexpr Number sqrt(Number x) noexcept { return scalar::sqrt(x); }
    static constexpr Number pow(Number x, Number exponent) noexcept {
        return scalar::pow(x, exponent);
    }
    static constexpr bool less(Number a, Number b) noexcept { return a < b; }
    static constexpr bool less_or_equal(Number a, Number b) noexcept { return a <= b; }
    static constexpr Number select(bool condition, Number yes, Number no) noexcept {
        return condition ? yes : no;
    }
    static constexpr Number first(Number value, int count) noexcept {
        return count > 0 ? value : Number{0};
    }
    static constexpr Number add_up(Number value) noexcept { return value; }
    template <bool = false, int Rows, int Columns>
    static constexpr auto sums_of(program::vectors<Number, Rows, Columns> const& sums) noexcept {
        return sums;
    }
    template <int Rows, int Columns>
    static constexpr auto
    add_up_each(program::vectors<Number, Rows, Columns> const& sums) noexcept {
        return sums;
    }
    /// One number turned over is itself.
    static constexpr void turn_square(Number const* from, std::ptrdiff_t, Number* to,
                                      std::ptrdiff_t) noexcept {
        *to = *from;
    }
    /// Never called: of one number nothing can be missing.
    static constexpr void turn_some(Number const*, std::ptrdiff_t, int, Number*, std::ptrdiff_t,
                                    int) noexcept {}
    static constexpr Number first_lane(Number value) noexcept { return value; }

    template <class Function, int Rows, int Columns>
    static constexpr auto apply(program::vectors<Number, Rows, Columns> const& x) noexcept {
        program::vectors<Number, Rows, Columns> result;
        for (int i = 0; i < Rows * Columns; ++i)
            result.at[i] = static_cast<Number>(value_of_function<Function>(x.at[i]));
        return result;
    }
};

} // namespace leibniz::scalar
