#pragma once
#include <bit>
#include <leibniz/expr/functions.hpp>

/// Numbers without a fraction, as √2 and 1/√π in the derivative of GELU: programs have one for all
/// that stand in a product, and it is worked out here. Where a root of 2 was left to the processor,
/// GCC 12 took it for each tile.
namespace leibniz::program {

/// A number, rounded to double.
template <double Value> struct literal : expr::expression {
    static constexpr expr::node_facts facts =
        expr::gather(meta::kind::constant, std::bit_cast<meta::key>(Value), {});
};

namespace detail {
using namespace expr;

/// By division where the power is negative, so that nothing overflows on the way to a root.
constexpr double whole_power(double base, std::int64_t exponent, double result = 1) {
    for (; exponent > 0; --exponent)
        result *= base;
    for (; exponent < 0; ++exponent)
        result /= base;
    return result;
}
/// The positive root of a positive number: Newton's method from above it (Bernoulli's inequality),
/// down to where rounding ends that.
constexpr double root(double of, std::int64_t degree) {
    double const count = static_cast<double>(degree);
    for (double so_far = 1 + (of - 1) / count;;) {
        double const next = so_far - (so_far - whole_power(so_far, 1 - degree, of)) / count;
        if (!(next < so_far))
            return so_far;
        so_far = next;
    }
}

/// The value of an expression without tensors and functions.
template <class Expression> struct number_of {
    static constexpr bool known = false;
    static constexpr double value = 0;
};
template <double Value> struct known_number {
    static constexpr bool known = true;
    static constexpr double value = Value;
};
template <rational Value>
struct number_of<constant<Value>> : known_number<Value.template as<double>()> {};
template <> struct number_of<application<pi_>> : known_number<3.14159265358979323846> {};
/// Far-fetched exponents would take the compiler long.
constexpr bool is_usual(rational exponent) {
    return exponent.denominator <= 12 && exponent.numerator <= 12 && exponent.numerator >= -12;
}
template <class Base, rational Exponent>
    requires(number_of<Base>::value > 0 && is_usual(Exponent))
struct number_of<power<Base, Exponent>>
    : known_number<root(whole_power(number_of<Base>::value, Exponent.numerator),
                        Exponent.denominator)> {};

/// Is it one that a fraction does not express?
template <class Expression> inline constexpr bool is_irrational = false;
template <class Expression>
    requires(Expression::facts.tensors == 0 && Expression::facts.variables == 0 &&
             !Expression::facts.is(meta::kind::constant))
inline constexpr bool is_irrational<Expression> = number_of<Expression>::known;

/// The product of those factors that are numbers.
template <class... Factors> struct product_of_numbers {
    static constexpr double value = [] {
        double result = 1;
        [[maybe_unused]] auto const take = [&]<class Factor>(std::type_identity<Factor>) {
            if constexpr (number_of<Factor>::known)
                result *= number_of<Factor>::value;
        };
        (take(std::type_identity<Factors>{}), ...);
        return result;
    }();
};
/// A product with one number in the place of several.
template <class Factors> struct one_factor_or_more;
template <class... Factors> struct one_factor_or_more<meta::list<Factors...>> {
    using type = multiplication<Factors...>;
};
template <class Only> struct one_factor_or_more<meta::list<Only>> {
    using type = Only;
};
template <class Product> struct with_one_number {
    using type = Product;
};
template <class... Factors>
    requires(is_irrational<Factors> || ...)
struct with_one_number<multiplication<Factors...>>
    : one_factor_or_more<meta::concatenate<
          meta::list<literal<product_of_numbers<Factors...>::value>>,
          meta::conditional<number_of<Factors>::known, meta::list<>, meta::list<Factors>>...>> {};

} // namespace detail
} // namespace leibniz::program
