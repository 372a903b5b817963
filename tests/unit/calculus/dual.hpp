#pragma once
#include <cmath>
#include <numbers>

/// Forward-mode derivatives as a reference: numbers a + a′·ε with ε² = 0 (Clifford 1873), on the
/// standard library's functions. Nothing of Leibniz is used here.
namespace reference {

struct dual {
    double value = 0, slope = 0;
    bool inside = true; ///< so far no function was outside its domain, no comparison near a tie
};

/// f(a), where f and f′ have these values at a.
inline dual chain(dual a, double value, double slope, bool inside = true) {
    return {value, slope * a.slope, a.inside && inside && std::isfinite(value)};
}
inline dual number(double numerator, double denominator = 1) {
    return {numerator / denominator, 0, true};
}

inline dual operator+(dual a, dual b) {
    return {a.value + b.value, a.slope + b.slope, a.inside && b.inside};
}
inline dual operator-(dual a, dual b) {
    return {a.value - b.value, a.slope - b.slope, a.inside && b.inside};
}
inline dual operator-(dual a) { return {-a.value, -a.slope, a.inside}; }
inline dual operator*(dual a, dual b) {
    return {a.value * b.value, a.slope * b.value + a.value * b.slope, a.inside && b.inside};
}
inline dual operator/(dual a, dual b) {
    return {a.value / b.value, (a.slope - a.value / b.value * b.slope) / b.value,
            a.inside && b.inside && b.value != 0};
}

inline dual exp(dual a) { return chain(a, std::exp(a.value), std::exp(a.value)); }
inline dual expm1(dual a) { return chain(a, std::expm1(a.value), std::exp(a.value)); }
inline dual log(dual a) { return chain(a, std::log(a.value), 1 / a.value, a.value > 0); }
inline dual log1p(dual a) { return chain(a, std::log1p(a.value), 1 / (1 + a.value), a.value > -1); }
inline dual sin(dual a) { return chain(a, std::sin(a.value), std::cos(a.value)); }
inline dual cos(dual a) { return chain(a, std::cos(a.value), -std::sin(a.value)); }
inline dual tan(dual a) {
    double const cosine = std::cos(a.value);
    return chain(a, std::tan(a.value), 1 / (cosine * cosine));
}
inline double side(double sine) { return std::sqrt((1 - sine) * (1 + sine)); }
inline dual asin(dual a) {
    return chain(a, std::asin(a.value), 1 / side(a.value), std::abs(a.value) < 1);
}
inline dual acos(dual a) {
    return chain(a, std::acos(a.value), -1 / side(a.value), std::abs(a.value) < 1);
}
inline dual atan(dual a) { return chain(a, std::atan(a.value), 1 / (1 + a.value * a.value)); }
inline dual sinh(dual a) { return chain(a, std::sinh(a.value), std::cosh(a.value)); }
inline dual cosh(dual a) { return chain(a, std::cosh(a.value), std::sinh(a.value)); }
inline dual tanh(dual a) {
    double const cosine = std::cosh(a.value);
    return chain(a, std::tanh(a.value), 1 / (cosine * cosine));
}
inline dual erf(dual a) {
    return chain(a, std::erf(a.value), 2 * std::numbers::inv_sqrtpi * std::exp(-a.value * a.value));
}
inline dual logistic(dual a) {
    double const here = 1 / (1 + std::exp(-a.value)), there = 1 / (1 + std::exp(a.value));
    return chain(a, here, here * there);
}
inline dual softplus(dual a) {
    double const slope = 1 / (1 + std::exp(-a.value));
    return chain(a, std::fmax(a.value, 0) + std::log1p(std::exp(-std::abs(a.value))), slope);
}

/// x^(n/d); a whole exponent is for any x ≠ 0, a fraction for x > 0.
inline dual pow(dual a, int numerator, int denominator) {
    double const r = static_cast<double>(numerator) / denominator;
    return chain(a, std::pow(a.value, r), r * std::pow(a.value, r - 1),
                 denominator == 1 ? numerator > 0 || a.value != 0 : a.value > 0);
}
inline dual pow(dual a, dual exponent) { return exp(exponent * log(a)); }
inline dual sqrt(dual a) { return pow(a, 1, 2); }

/// How far a comparison must be from a tie: there the derivative jumps.
inline constexpr double off_the_kink = 1e-3;

inline dual less_select(dual left, dual right, dual yes, dual no) {
    dual chosen = left.value < right.value ? yes : no;
    chosen.inside = chosen.inside && left.inside && right.inside &&
                    std::abs(left.value - right.value) > off_the_kink;
    return chosen;
}
inline dual sign(dual a) { return less_select(a, number(0), number(-1), number(1)); }
inline dual abs(dual a) { return less_select(a, number(0), -a, a); }
inline dual max(dual a, dual b) { return less_select(a, b, b, a); }
inline dual min(dual a, dual b) { return less_select(a, b, a, b); }
inline dual relu(dual a) { return less_select(a, number(0), number(0), a); }
inline dual leaky_relu(dual a) { return less_select(a, number(0), number(1, 100) * a, a); }
inline dual elu(dual a) { return less_select(a, number(0), expm1(a), a); }
inline dual silu(dual a) { return a / (number(1) + exp(-a)); }
inline dual gelu(dual a) {
    double const x = a.value, density = std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
    double const share = std::erfc(-x / std::numbers::sqrt2) / 2;
    return chain(a, x * share, share + x * density);
}

template <class Term> dual sum(int extent, Term term) {
    dual total;
    for (int i = 0; i < extent; ++i)
        total = total + term(i);
    return total;
}

} // namespace reference
