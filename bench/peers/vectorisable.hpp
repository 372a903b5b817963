#pragma once
#include "networks.hpp"
#include <algorithm>
#include <bit>

/// Activations as plain code without branches, which GCC and Clang turn into vectors.
namespace bench::vectorisable {

/// 2^k and e^r − 1 with x = k·ln 2 + r, |r| ≤ ln 2 / 2, for |x| < 10⁶. Adding 1.5·2²³ rounds to an
/// integer, which then stands in the last bits. k is bounded as an integer, because GCC 12 makes
/// masks of comparisons of floats. The polynomial interpolates (e^r − 1 − r) / r² at four Chebyshev
/// points: 4·10⁻⁷ relative to e^r, 9·10⁻⁷ to e^r − 1.
struct reduced {
    float power, rest;
};
template <int Largest> reduced reduce(float x) {
    float const shifted = x * 1.44269504f + 12582912.0f;
    float const k = shifted - 12582912.0f;
    float const r = (x - k * 0.693359375f) + k * 2.12194440e-4f;
    float q = 0.00835722406f;
    q = q * r + 0.0418339716f;
    q = q * r + 0.166666308f;
    q = q * r + 0.499997485f;
    int const bounded =
        std::max(std::min(std::bit_cast<int>(shifted) - 0x4b400000, Largest), -Largest);
    return {std::bit_cast<float>((bounded + 127) << 23), r + r * r * q};
}

inline float logistic(float x) {
    auto const [power, rest] = reduce<126>(-x);
    return 1 / (1 + (power + power * rest));
}
/// (e^2x − 1) / (e^2x + 1), where e^2x − 1 loses nothing near zero.
inline float tanh(float x) {
    auto const [power, rest] = reduce<30>(2 * x);
    float const minus_one = power * rest + (power - 1);
    return minus_one / (minus_one + 2);
}

template <activation Kind> float value(float z) {
    if constexpr (Kind == activation::logistic)
        return logistic(z);
    else if constexpr (Kind == activation::tanh)
        return tanh(z);
    else if constexpr (Kind == activation::silu)
        return z * logistic(z);
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
/// In place of z its SiLU; the derivative.
inline float silu_and_slope(float& z) {
    float const rise = logistic(z);
    float const value = z * rise;
    z = value;
    return rise + value * (1 - rise);
}

} // namespace bench::vectorisable
