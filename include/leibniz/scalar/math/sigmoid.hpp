#pragma once

/// logistic and softplus, safe at extreme arguments.

#include <concepts>

#include <leibniz/scalar/math/double_double.hpp>
#include <leibniz/scalar/math/exponential.hpp>
#include <leibniz/scalar/math/floating_point.hpp>
#include <leibniz/scalar/math/logarithm.hpp>

namespace leibniz::scalar::detail {

/// Beyond this e^(−|x|) is less than 2⁻⁵⁷ of 1.
inline constexpr double saturation = 40.0;

constexpr double logistic(double x) noexcept {
    if (is_nan(x)) {
        return x;
    }
    if (x > saturation) {
        return 1.0;
    }
    if (x < -saturation) {
        return exponential({x});
    }
    double_double const e = exponential_sum(-magnitude(x));
    return rounded((x < 0.0 ? e : double_double{1.0}) / (e + 1.0));
}

constexpr double softplus(double x) noexcept {
    if (is_nan(x) || x > saturation) {
        return x;
    }
    if (x < -saturation) {
        return exponential({x});
    }
    double_double const e = exponential_sum(-magnitude(x));
    double_double const sum = two_sum(1.0, e.hi);
    double const logarithm = natural_logarithm({sum.hi, sum.lo + e.lo});
    return x > 0.0 ? x + logarithm : logarithm;
}

} // namespace leibniz::scalar::detail

namespace leibniz::scalar {

/// 1/(1 + e⁻ˣ)
template <std::floating_point T> constexpr T logistic(T x) noexcept {
    return detail::narrow<T>(detail::logistic(x));
}

/// log(1 + eˣ)
template <std::floating_point T> constexpr T softplus(T x) noexcept {
    return detail::narrow<T>(detail::softplus(x));
}

} // namespace leibniz::scalar
