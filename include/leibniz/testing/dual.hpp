#pragma once
#include <leibniz/testing/bundle.hpp>

/// Forward-mode derivatives (Clifford 1873): a + Σ_k a′_k·ε_k with ε_k·ε_l = 0, one ε for each of
/// Count weights. The derivatives of the functions are written here once more, from the textbook
/// and in terms of the argument: this is what the rules of calculus/ are held against.
namespace leibniz::testing_detail {

template <int Count> struct dual {
    double value = 0;
    bundle<Count> slope{};

    constexpr dual() = default;
    template <class Whole> constexpr explicit dual(Whole number) : value(double(number)) {}
    constexpr dual(double number, bundle<Count> const& by) : value(number), slope(by) {}
};

/// s·a + t·b
template <int Count>
constexpr bundle<Count> combined(double s, bundle<Count> const& a, double t,
                                 bundle<Count> const& b) {
    bundle<Count> result(s * a.at[0] + t * b.at[0]);
    if (result.spread = a.spread || b.spread; result.spread)
        for (std::size_t k = 1; k < Count; ++k)
            result.at[k] = s * a.at[a.spread ? k : 0] + t * b.at[b.spread ? k : 0];
    return result;
}
template <int Count> constexpr bundle<Count> scaled(double s, bundle<Count> const& a) {
    return combined(s, a, 0.0, bundle<Count>{});
}

template <int Count> constexpr dual<Count> operator+(dual<Count> const& a, dual<Count> const& b) {
    return {a.value + b.value, a.slope + b.slope};
}
template <int Count> constexpr dual<Count> operator-(dual<Count> const& a, dual<Count> const& b) {
    return {a.value - b.value, a.slope - b.slope};
}
template <int Count> constexpr dual<Count> operator*(dual<Count> const& a, dual<Count> const& b) {
    return {a.value * b.value, combined(b.value, a.slope, a.value, b.slope)};
}
template <int Count> constexpr dual<Count> operator/(dual<Count> const& a, dual<Count> const& b) {
    double const quotient = a.value / b.value;
    return {quotient, combined(1 / b.value, a.slope, -quotient / b.value, b.slope)};
}
template <int Count> constexpr bool operator==(dual<Count> const& a, dual<Count> const& b) {
    return a.value == b.value;
}

/// The derivative of a function at x. Of a function of the user's own nothing is known but its
/// values: a difference quotient of fourth order.
template <class Function> struct slope_of {
    static constexpr double at(double x) {
        constexpr double step = 0x1p-10;
        auto const f = [x](double by) {
            return scalar::value_of_function<Function>(x + by * step);
        };
        return (8 * (f(1) - f(-1)) - (f(2) - f(-2))) / (12 * step);
    }
};
template <> struct slope_of<exp_> {
    static constexpr double at(double x) { return scalar::exp(x); }
};
template <> struct slope_of<expm1_> {
    static constexpr double at(double x) { return scalar::exp(x); }
};
template <> struct slope_of<log_> {
    static constexpr double at(double x) { return 1 / x; }
};
template <> struct slope_of<log1p_> {
    static constexpr double at(double x) { return 1 / (1 + x); }
};
template <> struct slope_of<sin_> {
    static constexpr double at(double x) { return scalar::cos(x); }
};
template <> struct slope_of<cos_> {
    static constexpr double at(double x) { return -scalar::sin(x); }
};
template <> struct slope_of<tan_> {
    static constexpr double at(double x) { return 1 / (scalar::cos(x) * scalar::cos(x)); }
};
template <> struct slope_of<asin_> {
    static constexpr double at(double x) { return 1 / scalar::sqrt((1 - x) * (1 + x)); }
};
template <> struct slope_of<acos_> {
    static constexpr double at(double x) { return -1 / scalar::sqrt((1 - x) * (1 + x)); }
};
template <> struct slope_of<atan_> {
    static constexpr double at(double x) { return 1 / (1 + x * x); }
};
template <> struct slope_of<sinh_> {
    static constexpr double at(double x) { return scalar::cosh(x); }
};
template <> struct slope_of<cosh_> {
    static constexpr double at(double x) { return scalar::sinh(x); }
};
template <> struct slope_of<tanh_> {
    static constexpr double at(double x) { return 1 / (scalar::cosh(x) * scalar::cosh(x)); }
};
template <> struct slope_of<erf_> {
    static constexpr double at(double x) {
        return 2 * std::numbers::inv_sqrtpi * scalar::exp(-x * x);
    }
};
template <> struct slope_of<logistic_> {
    static constexpr double at(double x) { return scalar::logistic(x) * scalar::logistic(-x); }
};
template <> struct slope_of<softplus_> {
    static constexpr double at(double x) { return scalar::logistic(x); }
};
template <> struct slope_of<sign_> {
    static constexpr double at(double) { return 0; }
};

template <int Count> struct dual_lanes : scalar::lanes<dual<Count>> {
    using number = dual<Count>;
    static constexpr number fma(number const& a, number const& b, number const& c) noexcept {
        return c + a * b;
    }
    static constexpr number sqrt(number const& x) noexcept {
        double const root = scalar::sqrt(x.value);
        return {root, scaled(0.5 / root, x.slope)};
    }
    /// The exponent is a number of the formula.
    static constexpr number pow(number const& x, number const& exponent) noexcept {
        double const power = scalar::pow(x.value, exponent.value);
        return {power, scaled(exponent.value * power / x.value, x.slope)};
    }
    static constexpr bool less(number const& a, number const& b) noexcept {
        return a.value < b.value;
    }
    static constexpr bool less_or_equal(number const& a, number const& b) noexcept {
        return a.value <= b.value;
    }
    template <class Function, int Rows, int Columns>
    static constexpr auto apply(program::vectors<number, Rows, Columns> x) noexcept {
        for (number& value : x.at)
            value = {scalar::value_of_function<Function>(value.value),
                     scaled(slope_of<Function>::at(value.value), value.slope)};
        return x;
    }
};

} // namespace leibniz::testing_detail
