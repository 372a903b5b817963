#pragma once
#include <leibniz/expr/product.hpp>

namespace leibniz::expr {
namespace detail {

template <class Base, rational Exponent> struct simplest_power {
    using type = power<Base, Exponent>;
};

// (b^r)^n = b^(r·n) for an integer n; (x²)^½ is left alone, it is |x|.
template <class Base, rational Inner, rational Exponent>
requires(Exponent.is_integer()) struct simplest_power<power<Base, Inner>, Exponent> {
    using type = make_power<Base, Inner * Exponent>;
};
template <class... Factors, rational Exponent>
requires(Exponent.is_integer()) struct simplest_power<multiplication<Factors...>, Exponent> {
    using type = make_product<make_power<Factors, Exponent>...>;
};
template <class... Terms, rational Exponent>
requires(Exponent.is_integer() &&
         content<addition<Terms...>> !=
             rational{1}) struct simplest_power<addition<Terms...>, Exponent> {
    static constexpr rational common = content<addition<Terms...>>;
    using type = scale<integer_power(common, Exponent.numerator),
                       power<scale<reciprocal(common), addition<Terms...>>, Exponent>>;
};

// (c·x)^r = c^r·x^r for a number c > 0, whatever r: a positive content leaves the root.
constexpr rational positive(rational c) { return c.numerator < 0 ? -c : c; }

template <rational Value, class... Factors, rational Exponent>
requires(!Exponent.is_integer() &&
         positive(Value) !=
             rational{
                 1}) struct simplest_power<multiplication<constant<Value>, Factors...>, Exponent> {
    using rest = scale<Value / positive(Value),
                       typename term<multiplication<constant<Value>, Factors...>>::rest>;
    using type =
        make_product<make_power<constant<positive(Value)>, Exponent>, make_power<rest, Exponent>>;
};
template <class... Terms, rational Exponent>
requires(!Exponent.is_integer() &&
         positive(content<addition<Terms...>>) !=
             rational{1}) struct simplest_power<addition<Terms...>, Exponent> {
    static constexpr rational common = positive(content<addition<Terms...>>);
    using type = make_product<make_power<constant<common>, Exponent>,
                              power<scale<reciprocal(common), addition<Terms...>>, Exponent>>;
};
template <class Affine, rational Exponent>
requires(Exponent.numerator > 0) struct simplest_power<kronecker<Affine>, Exponent> {
    using type = kronecker<Affine>;
};
template <class Affine, int Extent, rational Exponent>
requires(Exponent.numerator > 0) struct simplest_power<guard<Affine, Extent>, Exponent> {
    using type = guard<Affine, Extent>;
};

// Numbers: an integer power is a number; a root of a positive number is brought to the form
// rational · integer^fraction with the fraction between 0 and 1, and taken where it is exact.
template <std::int64_t Value, rational Fraction, std::int64_t Root> struct chosen_root {
    using type = constant<integer_power(Root, Fraction.numerator)>;
};
template <std::int64_t Value, rational Fraction> struct chosen_root<Value, Fraction, -1> {
    using type = power<constant<rational{Value}>, Fraction>;
};
constexpr std::int64_t root_for(std::int64_t value, rational fraction) {
    return exact_root(value, fraction.denominator);
}
template <std::int64_t Value, rational Fraction>
struct root_of_integer : chosen_root<Value, Fraction, root_for(Value, Fraction)> {};

constexpr std::int64_t floor_of(rational r) {
    return r.numerator >= 0 ? r.numerator / r.denominator
                            : -((-r.numerator + r.denominator - 1) / r.denominator);
}

template <rational Value, rational Exponent>
requires(Exponent.is_integer()) struct simplest_power<constant<Value>, Exponent> {
    static_assert(Value.numerator != 0 || Exponent.numerator > 0, "division by the constant zero");
    using type = constant<integer_power(Value, Exponent.numerator)>;
};
constexpr bool is_proper(rational r) { return r.numerator > 0 && r.numerator < r.denominator; }

template <rational Value, rational Exponent>
requires(!Exponent.is_integer() && Value.is_integer() && Value.numerator > 0 &&
         is_proper(Exponent)) struct simplest_power<constant<Value>, Exponent>
    : root_of_integer<Value.numerator, Exponent> {
};

// (a/b)^(w+f) = (a/b)^w · a^f · b^(1−f) / b
template <rational Value, rational Exponent>
requires(!Exponent.is_integer() && Value.numerator > 0 &&
         !(Value.is_integer() &&
           is_proper(Exponent))) struct simplest_power<constant<Value>, Exponent> {
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
template <class Base> struct power_maker<Base, rational{1}> { using type = Base; };
template <class Base> struct power_maker<Base, rational{0}> { using type = one; };

} // namespace leibniz::expr
