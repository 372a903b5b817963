#pragma once
#include <leibniz/scalar/lanes.hpp>

namespace leibniz::testing_detail {

/// Count numbers that go through a program together, so that the compiler walks it once for all of
/// them: the same formula at Count places. Most places of a network do not depend on the few
/// weights that are varied, so as long as all numbers are the same only the first is worked on.
template <int Count> struct bundle {
    double at[static_cast<std::size_t>(Count)]{};
    bool spread = false;

    constexpr bundle() = default;
    template <class Whole>
    constexpr explicit bundle(Whole value) : at{static_cast<double>(value)} {}
    constexpr double operator[](std::size_t k) const { return at[spread ? k : 0]; }
    /// Every number with a place of its own.
    constexpr void spread_out() {
        for (double& each : at)
            each = at[0];
        spread = true;
    }
};

/// Place by place, f of the numbers there.
template <int Count, class F, class... Others>
constexpr bundle<Count> each(F f, bundle<Count> const& first, Others const&... others) {
    bundle<Count> result(f(first.at[0], others.at[0]...));
    if (result.spread = (first.spread || ... || others.spread); result.spread)
        for (std::size_t k = 1; k < Count; ++k)
            result.at[k] = f(first[k], others[k]...);
    return result;
}

// Loops of their own, since a call for each number is what costs the compiler most.
template <int Count>
constexpr bundle<Count> operator+(bundle<Count> const& a, bundle<Count> const& b) {
    bundle<Count> result(a.at[0] + b.at[0]);
    if (result.spread = a.spread || b.spread; result.spread)
        for (std::size_t k = 1; k < Count; ++k)
            result.at[k] = a.at[a.spread ? k : 0] + b.at[b.spread ? k : 0];
    return result;
}
template <int Count>
constexpr bundle<Count> operator-(bundle<Count> const& a, bundle<Count> const& b) {
    bundle<Count> result(a.at[0] - b.at[0]);
    if (result.spread = a.spread || b.spread; result.spread)
        for (std::size_t k = 1; k < Count; ++k)
            result.at[k] = a.at[a.spread ? k : 0] - b.at[b.spread ? k : 0];
    return result;
}
template <int Count>
constexpr bundle<Count> operator*(bundle<Count> const& a, bundle<Count> const& b) {
    bundle<Count> result(a.at[0] * b.at[0]);
    if (result.spread = a.spread || b.spread; result.spread)
        for (std::size_t k = 1; k < Count; ++k)
            result.at[k] = a.at[a.spread ? k : 0] * b.at[b.spread ? k : 0];
    return result;
}
template <int Count>
constexpr bundle<Count> operator/(bundle<Count> const& a, bundle<Count> const& b) {
    bundle<Count> result(a.at[0] / b.at[0]);
    if (result.spread = a.spread || b.spread; result.spread)
        for (std::size_t k = 1; k < Count; ++k)
            result.at[k] = a.at[a.spread ? k : 0] / b.at[b.spread ? k : 0];
    return result;
}
/// Conditions on subscripts are the same at every place.
template <int Count> constexpr bool operator==(bundle<Count> const& a, bundle<Count> const& b) {
    return a.at[0] == b.at[0];
}

template <int Count> struct bundle_lanes : scalar::lanes<bundle<Count>> {
    using number = bundle<Count>;
    static constexpr number fma(number const& a, number const& b, number const& c) noexcept {
        number result(c.at[0] + a.at[0] * b.at[0]);
        if (result.spread = a.spread || b.spread || c.spread; result.spread)
            for (std::size_t k = 1; k < Count; ++k)
                result.at[k] =
                    c.at[c.spread ? k : 0] + a.at[a.spread ? k : 0] * b.at[b.spread ? k : 0];
        return result;
    }
    static constexpr number sqrt(number const& x) noexcept {
        return each([](double value) { return scalar::sqrt(value); }, x);
    }
    static constexpr number pow(number const& x, number const& exponent) noexcept {
        return each([](double value, double by) { return scalar::pow(value, by); }, x, exponent);
    }
    static constexpr number less(number const& a, number const& b) noexcept {
        return each([](double left, double right) { return left < right ? 1.0 : 0.0; }, a, b);
    }
    static constexpr number less_or_equal(number const& a, number const& b) noexcept {
        return each([](double left, double right) { return left <= right ? 1.0 : 0.0; }, a, b);
    }
    static constexpr number select(number const& holds, number const& yes,
                                   number const& no) noexcept {
        return each([](double when, double then, double other) { return when > 0 ? then : other; },
                    holds, yes, no);
    }
    template <class Function, int Rows, int Columns>
    static constexpr auto apply(program::vectors<number, Rows, Columns> x) noexcept {
        for (number& value : x.at)
            value =
                each([](double one) { return scalar::value_of_function<Function>(one); }, value);
        return x;
    }
};

} // namespace leibniz::testing_detail
