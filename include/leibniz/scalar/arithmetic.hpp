#pragma once
#include <concepts>
#include <leibniz/meta/inline.hpp>
#include <leibniz/scalar/math/floating_point.hpp>
#include <type_traits>

/// The four operations of IEEE 754, also where a compiler refuses them: a constant expression may
/// not overflow, divide by zero or meet a NaN, so there those cases are decided here. At run time
/// they are the processor's. float is computed in double and rounded again, which gives the same
/// (Figueroa 1995: double has more than 2·24 + 2 bits).
namespace leibniz::scalar {
namespace detail {

constexpr bool is_infinite(double x) noexcept { return magnitude(x) == infinity; }

constexpr double careful_sum(double a, double b) noexcept {
    if (is_nan(a) || is_nan(b) || (is_infinite(a) && is_infinite(b) && a != b))
        return not_a_number;
    if (is_infinite(a) || is_infinite(b))
        return is_infinite(a) ? a : b;
    double const half = a / 2 + b / 2;
    if (magnitude(half) >= 0x1p1023)
        return with_sign_of(infinity, half);
    return a + b;
}

/// Half the exponent range: what is scaled by it neither overflows nor, if above 1, loses digits.
inline constexpr double up = 0x1p512, down = 0x1p-512;

constexpr double careful_product(double a, double b) noexcept {
    if (is_nan(a) || is_nan(b))
        return not_a_number;
    double const sign = is_negative(a) == is_negative(b) ? 1.0 : -1.0;
    if (is_infinite(a) || is_infinite(b))
        return a == 0.0 || b == 0.0 ? not_a_number : with_sign_of(infinity, sign);
    if (magnitude(a) > 1.0 && magnitude(b) > 1.0 && magnitude((a * down) * (b * down)) >= 1.0)
        return with_sign_of(infinity, sign);
    return a * b;
}

constexpr double careful_quotient(double a, double b) noexcept {
    if (is_nan(a) || is_nan(b) || (is_infinite(a) && is_infinite(b)) || (a == 0.0 && b == 0.0))
        return not_a_number;
    double const sign = is_negative(a) == is_negative(b) ? 1.0 : -1.0;
    if (is_infinite(a) || b == 0.0)
        return with_sign_of(infinity, sign);
    if (is_infinite(b))
        return with_sign_of(0.0, sign);
    if (magnitude(a) > 1.0 && magnitude(b) < 1.0 && magnitude((a * down) / (b * up)) >= 1.0)
        return with_sign_of(infinity, sign);
    return a / b;
}

} // namespace detail

template <std::floating_point T> LEIBNIZ_INLINE constexpr T add(T a, T b) noexcept {
    if (std::is_constant_evaluated())
        return detail::narrow<T>(detail::careful_sum(a, b));
    return a + b;
}
template <std::floating_point T> LEIBNIZ_INLINE constexpr T multiply(T a, T b) noexcept {
    if (std::is_constant_evaluated())
        return detail::narrow<T>(detail::careful_product(a, b));
    return a * b;
}
template <std::floating_point T> LEIBNIZ_INLINE constexpr T divide(T a, T b) noexcept {
    if (std::is_constant_evaluated())
        return detail::narrow<T>(detail::careful_quotient(a, b));
    return a / b;
}

} // namespace leibniz::scalar
