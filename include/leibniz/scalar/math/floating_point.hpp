#pragma once

/// The bits of a binary64 number, and the way from the double-precision kernels back to the
/// caller's type.
///
/// Every elementary function is computed in double and rounded once more for float. No step may
/// overflow or produce a NaN by arithmetic: Clang and GCC reject either in a constant expression,
/// so both come from std::numeric_limits alone.

#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>

namespace leibniz::scalar::detail {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
inline constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;

constexpr bool is_nan(double x) noexcept { return x != x; }

constexpr bool is_negative(double x) noexcept {
    return (std::bit_cast<std::uint64_t>(x) & sign_bit) != 0;
}

constexpr double magnitude(double x) noexcept {
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & ~sign_bit);
}

/// magnitude ≥ 0, with the sign of the second argument (the signed zero included)
constexpr double with_sign_of(double magnitude, double sign) noexcept {
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(magnitude) |
                                 (std::bit_cast<std::uint64_t>(sign) & sign_bit));
}

/// 2ᵏ for −1022 ≤ k ≤ 1023
constexpr double power_of_two(int k) noexcept {
    return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

/// y·2ᵏ for ½ ≤ |y| < 2, −1100 ≤ k ≤ 1024; rounded once, into the denormals too.
constexpr double scale(double y, int k) noexcept {
    if (k == 1024) {
        return magnitude(y) < 1.0 ? y * 2.0 * power_of_two(1023) : with_sign_of(infinity, y);
    }
    int const half = k / 2; // 2ᵏ itself may be too small for a double; y·2^half is exact
    return y * power_of_two(half) * power_of_two(k - half);
}

/// A positive finite number as m·2ᵏ with 1 ≤ m < 2.
struct binary_fraction {
    double significand;
    int exponent;
};

constexpr binary_fraction split_exponent(double x) noexcept {
    int exponent = 0;
    if (x < std::numeric_limits<double>::min()) {
        x *= power_of_two(54);
        exponent = -54;
    }
    auto const bits = std::bit_cast<std::uint64_t>(x);
    exponent += static_cast<int>(bits >> 52) - 1023;
    return {std::bit_cast<double>((bits & 0x000fffffffffffff) | 0x3ff0000000000000), exponent};
}

/// A double rounded to T. Converting a value beyond T's range is undefined behaviour, hence not a
/// constant expression, so the overflow is decided here.
template <std::floating_point T> constexpr T narrow(double x) noexcept {
    static_assert(sizeof(T) <= sizeof(double), "elementary functions are for float and double");
    if constexpr (sizeof(T) < sizeof(double)) {
        constexpr double halfway = 0x1.ffffffp+127; // between the largest float and 2¹²⁸
        if (is_nan(x)) {
            return std::numeric_limits<T>::quiet_NaN();
        }
        if (magnitude(x) >= halfway) {
            return x < 0 ? -std::numeric_limits<T>::infinity() : std::numeric_limits<T>::infinity();
        }
        // The last half ulp below the halfway point lies outside the range as the compilers see it.
        if (magnitude(x) > static_cast<double>(std::numeric_limits<T>::max())) {
            return x < 0 ? std::numeric_limits<T>::lowest() : std::numeric_limits<T>::max();
        }
    }
    return static_cast<T>(x);
}

} // namespace leibniz::scalar::detail
