#pragma once
#include <leibniz/expr/functions.hpp>
#include <leibniz/program/plan.hpp>
#include <leibniz/testing/share_of_terms.hpp>

/// What the evaluation of a lowered formula takes, counted on its type.
namespace leibniz::testing_detail {

/// Sums, products, quotients and square roots; calls of other functions; numbers read and written.
/// For one value of a left side they need not be whole: conditions may hold for some of them only.
struct tally {
    double flops = 0, transcendentals = 0, loads = 0, stores = 0;

    friend constexpr tally operator+(tally a, tally const& b) {
        return {a.flops + b.flops, a.transcendentals + b.transcendentals, a.loads + b.loads,
                a.stores + b.stores};
    }
    friend constexpr tally operator*(double times, tally const& once) {
        return {times * once.flops, times * once.transcendentals, times * once.loads,
                times * once.stores};
    }
};

/// The nearest whole number, since shares are rounded.
constexpr std::int64_t whole(double number) { return static_cast<std::int64_t>(number + 0.5); }

/// Products needed for xⁿ by squaring.
constexpr int products_of_power(std::int64_t exponent) {
    return exponent < 2 ? 0 : products_of_power(exponent / 2) + (exponent % 2 == 0 ? 1 : 2);
}

template <class Expression> inline constexpr tally tally_of{};

template <class Source, class Address>
inline constexpr tally tally_of<program::load<Source, Address>>{.loads = 1};

/// A term with the coefficient −1 is subtracted; that takes no product.
template <class Term>
inline constexpr tally tally_of_later_term = [] {
    if constexpr (expr::term<Term>::coefficient == rational{-1})
        return tally_of<typename expr::term<Term>::rest>;
    else
        return tally_of<Term>;
}();
template <class First, class... Terms>
inline constexpr tally tally_of<expr::addition<First, Terms...>> =
    (tally_of<First> + ... + (tally{.flops = 1} + tally_of_later_term<Terms>));

/// Conditions on subscripts are not multiplied by; where one does not hold nothing is computed.
template <class First, class... Factors>
inline constexpr tally tally_of<expr::multiplication<First, Factors...>> = [] {
    tally result = tally_of<First>;
    bool condition = expr::is_indicator<First>;
    ((result = result + tally_of<Factors> + tally{.flops = condition ? 0.0 : 1.0},
      condition = expr::is_indicator<Factors>),
     ...);
    return share_of_terms<expr::multiplication<First, Factors...>> * result;
}();

template <class Base, rational Exponent>
inline constexpr tally tally_of<expr::power<Base, Exponent>> = [] {
    std::int64_t const size = Exponent.numerator < 0 ? -Exponent.numerator : Exponent.numerator;
    tally result = tally_of<Base>;
    if (Exponent.denominator > 2)
        result.transcendentals += 1;
    else
        result.flops += products_of_power(size) + (Exponent.denominator == 2 ? 1 : 0);
    result.flops += Exponent.numerator < 0 ? 1 : 0;
    return result;
}();

template <class Function, class Argument>
inline constexpr tally tally_of<expr::application<Function, Argument>> =
    tally_of<Argument> + tally{.transcendentals = __is_same(Function, sign_) ? 0.0 : 1.0};

/// Both branches: vectors have no choice.
template <expr::relation Relation, class... Operands>
inline constexpr tally tally_of<expr::selection<Relation, Operands...>> =
    (tally{} + ... + tally_of<Operands>);

/// What is kept of a value takes nothing.
template <class Value, class Formula>
inline constexpr tally tally_of<program::computing<Value, Formula>> =
    tally_of<Value> + tally_of<Formula>;

template <class Body, int... Ranges>
inline constexpr tally tally_of<expr::summation<Body, Ranges...>> =
    (1.0 * ... * extent_of_range(Ranges)) * (tally_of<Body> + tally{.flops = share_of_terms<Body>});
template <class Lane, class Body, int... Ranges>
inline constexpr tally tally_of<program::lane_sum<Lane, Body, Ranges...>> =
    tally_of<expr::summation<Body, Ranges...>>;

/// A kernel, for all values of its left side's indices. Kernels that add up over blocks of samples
/// read what is there and add to it.
template <class Step> struct tally_of_step {
    template <class... Loops> static constexpr double times(meta::list<Loops...>) {
        return (1.0 * ... * extent_of_range(Loops::range));
    }
    static constexpr int grows = Step::kernel_type::accumulates ? 1 : 0;
    static constexpr tally value =
        times(typename Step::loops{}) *
        (tally_of<typename Step::formula> + tally{.flops = grows, .loads = grows, .stores = 1});
};
template <class Steps> inline constexpr tally tally_of_steps{};
template <class... Steps>
inline constexpr tally tally_of_steps<meta::list<Steps...>> =
    meta::total({tally{}, tally_of_step<Steps>::value...});

} // namespace leibniz::testing_detail
