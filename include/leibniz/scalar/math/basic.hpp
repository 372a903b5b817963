#pragma once

/// Absolute value, sign, minimum and maximum.

#include <bit>
#include <concepts>

#include <leibniz/scalar/math/floating_point.hpp>

namespace leibniz::scalar {

/// |x|; abs(−0) = +0
template <std::floating_point T> constexpr T abs(T x) noexcept {
    return detail::narrow<T>(detail::magnitude(x));
}

/// −1, 0 or 1; a zero and a NaN are returned as they are.
template <std::floating_point T> constexpr T sign(T x) noexcept {
    return x > T{0} ? T{1} : x < T{0} ? T{-1} : x;
}

/// The smaller one, −0 being smaller than +0; NaN if either is NaN (IEEE 754-2019, minimum).
template <std::floating_point T> constexpr T min(T x, T y) noexcept {
    if (x != x || y != y) {
        return x != x ? x : y;
    }
    return x < y || (x == y && detail::is_negative(x)) ? x : y;
}

/// The larger one, +0 being larger than −0; NaN if either is NaN (IEEE 754-2019, maximum).
template <std::floating_point T> constexpr T max(T x, T y) noexcept {
    if (x != x || y != y) {
        return x != x ? x : y;
    }
    return x > y || (x == y && !detail::is_negative(x)) ? x : y;
}

} // namespace leibniz::scalar
