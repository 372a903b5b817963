#pragma once

#include <leibniz/simd/group.hpp>

namespace leibniz::simd::detail {

/// True when the group's numbers are float.
template <class Group> inline constexpr bool is_single = sizeof(typename Group::value_type) == 4;

/// Digits of the significand behind the point: the place of the exponent field.
template <class Group> inline constexpr int fraction_bits = is_single<Group> ? 23 : 52;

/// The bias of the exponent field.
template <class Group> inline constexpr int exponent_bias = is_single<Group> ? 127 : 1023;

/// The same number in every lane.
template <class Group> LEIBNIZ_INLINE Group constant(double value) noexcept {
    return Group::broadcast(static_cast<typename Group::value_type>(value));
}

/// One number for float, another for double.
template <class Group> LEIBNIZ_INLINE Group constant(double single, double twice) noexcept {
    return constant<Group>(is_single<Group> ? single : twice);
}

/// Coefficients by ascending power, first + x*(second + x*(...)), by Horner's scheme. Groups of
/// two and more vectors hide its latency, so nothing shorter but less accurate is needed.
template <class Group, class... Rest>
LEIBNIZ_INLINE Group horner(Group const& x, double first, Rest... rest) noexcept {
    if constexpr (sizeof...(Rest) == 0)
        return constant<Group>(first);
    else
        return fma(x, horner(x, rest...), constant<Group>(first));
}

/// x limited to [low, high]; NaN passes. Cheaper than max(min()), which look at both operands.
template <class Group>
LEIBNIZ_INLINE Group clamp(Group const& x, double low, double high) noexcept {
    return second_min(constant<Group>(high), second_max(constant<Group>(low), x));
}

} // namespace leibniz::simd::detail
