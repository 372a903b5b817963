#pragma once
#include <leibniz/expr/product.hpp>

namespace leibniz::expr {
namespace detail {

template <class Base, rational Exponent> struct simplest_power {
    using type = power<Base, Exponent>;
};

// (b^r)^s = b^(r·s) for an integer s, and where r is a fraction, so that b is not negative; (x²)^½
// is left alone, it is |x|.
template <class Base, rational Inner, rational Exponent>
    requires(Exponent.is_integer() || !Inner.is_integer())
struct simplest_power<power<Base, Inner>, Exponent> {
    using type = make_power<Base, Inner * Exponent>;
};
template <class... Factors, rational Exponent>
    requires(Exponent.is_integer())
struct simplest_power<multiplication<Factors...>, Exponent> {
    using type = make_product<make_power<Factors, Exponent>...>;
};
template <class... Terms, rational Exponent>
    requires(Exponent.is_integer() && content<addition<Terms...>> != rational{1})
struct simplest_power<addition<Terms...>, Exponent> {
    static constexpr rational common = content<addition<Terms...>>;
    using type = scale<integer_power(common, Exponent.numerator),
                       power<scale<reciprocal(common), addition<Terms...>>, Exponent>>;
};

// (c·x)^r = c^r·x^r for a number c > 0, whatever r: a positive content leaves the root.
constexpr rational positive(rational c) { return c.numerator < 0 ? -c : c; }

/// What of a factor is a positive number (a constant, or a root of one) and leaves the root, and
/// what stays.
template <class Factor, rational Exponent> struct leaving_root {
    static constexpr bool leaves = false;
    using outside = one;
    using inside = Factor;
};
template <rational Value, rational Exponent>
    requires(positive(Value) != rational{1})
struct leaving_root<constant<Value>, Exponent> {
    static constexpr bool leaves = true;
    using outside = make_power<constant<positive(Value)>, Exponent>;
    using inside = constant<Value / positive(Value)>;
};
template <rational Value, rational Inner, rational Exponent>
    requires(Value.numerator > 0)
struct leaving_root<power<constant<Value>, Inner>, Exponent> {
    static constexpr bool leaves = true;
    using outside = make_power<constant<Value>, Inner * Exponent>;
    using inside = one;
};
template <class... Factors, rational Exponent>
    requires(!Exponent.is_integer() && (leaving_root<Factors, Exponent>::leaves || ...))
struct simplest_power<multiplication<Factors...>, Exponent> {
    using type = make_product<
        typename leaving_root<Factors, Exponent>::outside...,
        make_power<make_product<typename leaving_root<Factors, Exponent>::inside...>, Exponent>>;
};
template <class... Terms, rational Exponent>
    requires(!Exponent.is_integer() && positive(content<addition<Terms...>>) != rational{1})
struct simplest_power<addition<Terms...>, Exponent> {
    static constexpr rational common = positive(content<addition<Terms...>>);
    using type = make_product<make_power<constant<common>, Exponent>,
                              power<scale<reciprocal(common), addition<Terms...>>, Exponent>>;
};
template <class Affine, rational Exponent>
    requires(Exponent.numerator > 0)
struct simplest_power<kronecker<Affine>, Exponent> {
    using type = kronecker<Affine>;
};
template <class Affine, int Extent, rational Exponent>
    requires(Exponent.numerator > 0)
struct simplest_power<guard<Affine, Extent>, Exponent> {
    using type = guard<Affine, Extent>;
};

// Numbers: an integer power is a number; a root of a positive number is brought to the form
// rational · product of prime^fraction with the fractions between 0 and 1, so that √8 is 2·√2.
struct prime_power {
    std::int64_t prime = 1, rest = 1, times = 0;
};
/// The power of the smallest prime that divides the value, and what is left.
constexpr prime_power split_prime(std::int64_t value) {
    std::int64_t prime = 2;
    while (prime * prime <= value && value % prime != 0)
        ++prime;
    if (value % prime != 0)
        prime = value;
    prime_power result{prime, value, 0};
    for (; result.rest % prime == 0 && result.rest > 1; result.rest /= prime)
        ++result.times;
    return result;
}

constexpr std::int64_t floor_of(rational r) {
    return r.numerator >= 0 ? r.numerator / r.denominator
                            : -((-r.numerator + r.denominator - 1) / r.denominator);
}

template <rational Value, rational Exponent>
    requires(Exponent.is_integer())
struct simplest_power<constant<Value>, Exponent> {
    static_assert(Value.numerator != 0 || Exponent.numerator > 0, "division by the constant zero");
    using type = constant<integer_power(Value, Exponent.numerator)>;
};
constexpr bool is_proper(rational r) { return r.numerator > 0 && r.numerator < r.denominator; }

/// Value^Fraction for an integer value and a fraction between 0 and 1.
template <std::int64_t Value, rational Fraction> struct root_of_integer {
    static constexpr prime_power split = split_prime(Value);
    static constexpr rational exponent = Fraction * rational{split.times};
    static constexpr rational left = exponent + rational{-floor_of(exponent)};
    using whole = constant<integer_power(split.prime, floor_of(exponent))>;
    using root =
        meta::conditional<left == rational{0}, one, power<constant<rational{split.prime}>, left>>;
    using type = make_product<whole, root, typename root_of_integer<split.rest, Fraction>::type>;
};
template <rational Fraction> struct root_of_integer<1, Fraction> {
    using type = one;
};
template <std::int64_t Prime, rational Fraction>
    requires(Prime > 1 && split_prime(Prime).prime == Prime)
struct root_of_integer<Prime, Fraction> {
    using type = power<constant<rational{Prime}>, Fraction>;
};

template <rational Value, rational Exponent>
    requires(!Exponent.is_integer() && Value.is_integer() && Value.numerator > 0 &&
             is_proper(Exponent))
struct simplest_power<constant<Value>, Exponent> : root_of_integer<Value.numerator, Exponent> {};

// (a/b)^(w+f) = (a/b)^w · a^f · b^(1−f) / b
template <rational Value, rational Exponent>
    requires(!Exponent.is_integer() && Value.numerator > 0 &&
             !(Value.is_integer() && is_proper(Exponent)))
struct simplest_power<constant<Value>, Exponent> {
    static constexpr std::int64_t whole = floor_of(Exponent);
    static constexpr rational fraction = Exponent + rational{-whole};
    using type =
        make_product<constant<integer_power(Value, whole) / rational{Value.denominator}>,
                     typename root_of_integer<Value.numerator, fraction>::type,
                     typename root_of_integer<Value.denominator, rational{1} + (-fraction)>::type>;
};

} // namespace detail

template <class Base, rational Exponent>
struct power_maker : detail::simplest_power<Base, Exponent> {};
template <class Base> struct power_maker<Base, rational{1}> {
    using type = Base;
};
template <class Base> struct power_maker<Base, rational{0}> {
    using type = one;
};

} // namespace leibniz::expr
