#pragma once
#include <cstdint>
#include <numeric>

namespace leibniz {

/// An exact fraction in lowest terms with a positive denominator. Overflow is a compile-time error,
/// because it can only happen while a constant expression is evaluated.
struct rational {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    constexpr rational() = default;
    constexpr rational(std::int64_t whole) : numerator(whole) {}
    constexpr rational(std::int64_t top, std::int64_t bottom) {
        std::int64_t const sign = bottom < 0 ? -1 : 1;
        std::int64_t const common = std::gcd(top, bottom);
        numerator = sign * top / common;
        denominator = sign * bottom / common;
    }

    constexpr bool is_integer() const { return denominator == 1; }
    constexpr bool operator==(rational const&) const = default;
    template <class Number> constexpr Number as() const {
        return static_cast<Number>(numerator) / static_cast<Number>(denominator);
    }
};

constexpr rational operator+(rational a, rational b) {
    if (a.denominator == 1 && b.denominator == 1)
        return a.numerator + b.numerator;
    // By the least common denominator: that of decimals with many digits is large already.
    std::int64_t const common = std::gcd(a.denominator, b.denominator);
    return {a.numerator * (b.denominator / common) + b.numerator * (a.denominator / common),
            a.denominator / common * b.denominator};
}
constexpr rational operator-(rational a) {
    a.numerator = -a.numerator;
    return a;
}
constexpr rational operator*(rational a, rational b) {
    if (a.denominator == 1 && b.denominator == 1)
        return a.numerator * b.numerator;
    rational const left{a.numerator, b.denominator}, right{b.numerator, a.denominator};
    return {left.numerator * right.numerator, left.denominator * right.denominator};
}
constexpr rational reciprocal(rational a) { return {a.denominator, a.numerator}; }
constexpr rational operator/(rational a, rational b) { return a * reciprocal(b); }

constexpr rational integer_power(rational base, std::int64_t exponent) {
    if (exponent < 0)
        return integer_power(reciprocal(base), -exponent);
    rational result = 1;
    for (; exponent > 0; --exponent)
        result = result * base;
    return result;
}

/// The integer r with rⁿ = value, or −1 where there is none.
constexpr std::int64_t exact_root(std::int64_t value, std::int64_t n) {
    for (std::int64_t root = 0;; ++root) {
        std::int64_t power = 1;
        for (std::int64_t i = 0; i < n; ++i) {
            if (root != 0 && power > value / root)
                return -1;
            power *= root;
        }
        if (power == value)
            return root;
        if (root > 4096)
            return -1;
    }
}

} // namespace leibniz
