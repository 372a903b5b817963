#pragma once

/// exp and expm1.
///
/// x = k·ln 2 + r with |r| ≤ ln 2 / 2, and the Taylor series of eʳ − 1 to r¹⁴/14!, whose remainder
/// is below 2⁻⁶⁰ of the value. Only r²·(½ + r/6 + …) is rounded to one double, so that eʳ is
/// known to about 2⁻⁵⁷ and eʳ − 1 to about 2⁻⁵⁵, relatively; the callers round once more.

#include <array>
#include <concepts>
#include <cstddef>

#include <leibniz/scalar/math/double_double.hpp>
#include <leibniz/scalar/math/floating_point.hpp>

namespace leibniz::scalar::detail {

/// ln 2 to 42 bits and the rest: k·hi is exact for |k| < 2¹¹.
inline constexpr double_double ln_2{0x1.62e42fefa3800p-1, 0x1.ef35793c76730p-45};

/// Half of e⁷¹¹ is infinite and e⁻⁷⁴⁶ is zero, in double.
inline constexpr double exp_overflow = 711.0;
inline constexpr double exp_underflow = -746.0;

/// 1/2!, 1/3!, …, 1/14!: the factorials are exact in double.
inline constexpr auto inverse_factorials = [] {
    coefficients<13> c{};
    double factorial = 1.0;
    for (std::size_t n = 0; n < std::size(c.at); ++n) {
        factorial *= static_cast<double>(n + 2);
        c.at[n] = 1.0 / factorial;
    }
    return c;
}();

/// eˣ = (1 + fraction)·2^exponent, fraction in [−0.3, 0.42]
struct split_exponential {
    double_double fraction;
    int exponent;
};

/// exp_underflow ≤ x.hi ≤ exp_overflow
constexpr split_exponential exponential_parts(double_double x) noexcept {
    constexpr double log2_e = 1.4426950408889634;
    double const quotient = x.hi * log2_e;
    int const k = static_cast<int>(quotient + (quotient < 0 ? -0.5 : 0.5));
    double_double const r = two_sum(x.hi - k * ln_2.hi, x.lo - k * ln_2.lo);
    double const square = r.hi * r.hi;
    double const tail = square * polynomial(r.hi, inverse_factorials);
    return {fast_two_sum(r.hi, r.lo + (tail + r.hi * r.lo)), k};
}

/// eˣ unrounded, −40 ≤ x ≤ 40
constexpr double_double exponential_sum(double x) noexcept {
    split_exponential const e = exponential_parts({x});
    double_double const sum = fast_two_sum(1.0, e.fraction.hi);
    double const factor = power_of_two(e.exponent);
    return {sum.hi * factor, (sum.lo + e.fraction.lo) * factor};
}

/// e^(x.hi + x.lo)·2^shift, rounded, −1 ≤ shift ≤ 0
constexpr double exponential(double_double x, int shift = 0) noexcept {
    if (is_nan(x.hi)) {
        return x.hi;
    }
    if (x.hi > exp_overflow) {
        return infinity;
    }
    if (x.hi < exp_underflow) {
        return 0.0;
    }
    split_exponential const e = exponential_parts(x);
    double_double const sum = fast_two_sum(1.0, e.fraction.hi);
    int const k = e.exponent + shift;
    return k > 1024 ? infinity : scale(sum.hi + (sum.lo + e.fraction.lo), k);
}

/// eˣ − 1 unrounded, |x| ≤ 45
constexpr double_double exponential_minus_one(double x) noexcept {
    split_exponential const e = exponential_parts({x});
    if (e.exponent == 0) {
        return e.fraction;
    }
    double const factor = power_of_two(e.exponent);
    double_double const whole = two_sum(factor, -1.0);
    return whole + double_double{e.fraction.hi * factor, e.fraction.lo * factor};
}

constexpr double expm1(double x) noexcept {
    if (is_nan(x) || x == 0.0) {
        return x; // keeps −0
    }
    if (x > 45.0) {
        return exponential({x}); // −1 is less than 2⁻¹¹ ulp
    }
    return x < -45.0 ? -1.0 : rounded(exponential_minus_one(x));
}

} // namespace leibniz::scalar::detail

namespace leibniz::scalar {

/// eˣ
template <std::floating_point T> constexpr T exp(T x) noexcept {
    return detail::narrow<T>(detail::exponential({x}));
}

/// eˣ − 1, without cancellation near 0
template <std::floating_point T> constexpr T expm1(T x) noexcept {
    return detail::narrow<T>(detail::expm1(x));
}

} // namespace leibniz::scalar
