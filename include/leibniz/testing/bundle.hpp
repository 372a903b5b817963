#pragma once
#include <leibniz/scalar/lanes.hpp>

namespace leibniz::testing_detail {

/// Count numbers that go through a program together, so that the compiler walks it once for all of
/// them: the same formula at Count places.
template <int Count> struct bundle {
    double at[static_cast<std::size_t>(Count)]{};

    constexpr bundle() = default;
    template <class Whole> constexpr explicit bundle(Whole value) {
        for (double& each : at)
            each = static_cast<double>(value);
    }
};

/// The value of a function of formulas; those of a user's own bring a `call` beside them.
template <class Function> constexpr double value_of_function(double x) {
    using scalar::call;
    return call(Function{}, x);
}

/// Place by place, f of the numbers there.
template <int Count, class F, class... Others>
constexpr bundle<Count> each(F f, bundle<Count> first, Others const&... others) {
    for (std::size_t k = 0; k < Count; ++k)
        first.at[k] = f(first.at[k], others.at[k]...);
    return first;
}

// Loops of their own, since a call for each number is what costs the compiler most.
template <int Count> constexpr bundle<Count> operator+(bundle<Count> a, bundle<Count> const& b) {
    for (std::size_t k = 0; k < Count; ++k)
        a.at[k] += b.at[k];
    return a;
}
template <int Count> constexpr bundle<Count> operator-(bundle<Count> a, bundle<Count> const& b) {
    for (std::size_t k = 0; k < Count; ++k)
        a.at[k] -= b.at[k];
    return a;
}
template <int Count> constexpr bundle<Count> operator*(bundle<Count> a, bundle<Count> const& b) {
    for (std::size_t k = 0; k < Count; ++k)
        a.at[k] *= b.at[k];
    return a;
}
template <int Count> constexpr bundle<Count> operator/(bundle<Count> a, bundle<Count> const& b) {
    for (std::size_t k = 0; k < Count; ++k)
        a.at[k] /= b.at[k];
    return a;
}
/// Conditions on subscripts are the same at every place.
template <int Count> constexpr bool operator==(bundle<Count> const& a, bundle<Count> const& b) {
    return a.at[0] == b.at[0];
}

template <int Count> struct bundle_lanes : scalar::lanes<bundle<Count>> {
    using number = bundle<Count>;
    static constexpr number fma(number const& a, number const& b, number c) noexcept {
        for (std::size_t k = 0; k < Count; ++k)
            c.at[k] += a.at[k] * b.at[k];
        return c;
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
            value = each([](double one) { return value_of_function<Function>(one); }, value);
        return x;
    }
};

} // namespace leibniz::testing_detail
