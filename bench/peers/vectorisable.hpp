#pragma once
#include "networks.hpp"
#include <bit>
#include <cstdint>

/// Activations as plain code without branches, which GCC and Clang turn into vectors.
namespace bench::vectorisable {

/// 2^k and e^r − 1 with x = k·ln 2 + r, |r| ≤ ln 2 / 2. Adding 1.5·2²³ rounds to an integer, which
/// then stands in the last bits. The polynomial interpolates (e^r − 1 − r) / r² at four Chebyshev
/// points: 4·10⁻⁷ relative to e^r, 9·10⁻⁷ to e^r − 1.
struct reduced {
    float power, rest;
};
inline reduced reduce(float x) {
    float const shifted = x * 1.44269504f + 12582912.0f;
    float const k = shifted - 12582912.0f;
    float const r = (x - k * 0.693359375f) - k * -2.12194440e-4f;
    float q = 0.00835722406f;
    q = q * r + 0.0418339716f;
    q = q * r + 0.166666308f;
    q = q * r + 0.499997485f;
    // The sum's last bits hold k, those of the constant 2²²·1.5 above vanish in the shift.
    auto const bits = (std::bit_cast<std::uint32_t>(shifted) << 23) + 0x3f800000u;
    return {std::bit_cast<float>(bits), r + r * r * q};
}
inline float clamp(float x, float low, float high) {
    x = x < low ? low : x;
    return x > high ? high : x;
}

inline float exp(float x) {
    auto const [power, rest] = reduce(clamp(x, -87.0f, 88.0f));
    return power + power * rest;
}
inline float logistic(float x) { return 1 / (1 + exp(-x)); }
/// (e^2x − 1) / (e^2x + 1), where e^2x − 1 loses nothing near zero.
inline float tanh(float x) {
    auto const [power, rest] = reduce(clamp(2 * x, -20.0f, 20.0f));
    float const minus_one = power * rest + (power - 1);
    return minus_one / (minus_one + 2);
}

template <activation Kind> float value(float z) {
    if constexpr (Kind == activation::logistic)
        return logistic(z);
    else if constexpr (Kind == activation::tanh)
        return tanh(z);
    else
        return z > 0 ? z : 0;
}
/// The derivative of an activation by its own value.
template <activation Kind> float slope(float a) {
    if constexpr (Kind == activation::logistic)
        return a * (1 - a);
    else if constexpr (Kind == activation::tanh)
        return 1 - a * a;
    else
        return a > 0 ? 1.0f : 0.0f;
}

} // namespace bench::vectorisable
