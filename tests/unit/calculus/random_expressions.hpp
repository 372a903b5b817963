#pragma once
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <random>
#include <span>
#include <type_traits>

#include <leibniz/calculus/diff.hpp>
#include <leibniz/expr/adl.hpp>
#include <leibniz/scalar/evaluate.hpp>

#include "dual.hpp"

/// What the expressions written by random_expressions.py are made of and held to.
namespace random_expressions {

namespace lz = leibniz;
using namespace lz::literals;

inline constexpr auto two = lz::domain<"two", 2>;
inline constexpr auto three = lz::domain<"three", 3>;
inline constexpr auto p2 = lz::index<"p2">(two);
inline constexpr auto q2 = lz::index<"q2">(two);
inline constexpr auto r2 = lz::index<"r2">(two);
inline constexpr auto s2 = lz::index<"s2">(two);
inline constexpr auto p3 = lz::index<"p3">(three);
inline constexpr auto q3 = lz::index<"q3">(three);
inline constexpr auto r3 = lz::index<"r3">(three);
inline constexpr auto s3 = lz::index<"s3">(three);

inline constexpr auto x = lz::symbol<"x">;
inline constexpr auto y = lz::symbol<"y">;
inline constexpr auto u = lz::symbol<"u">;
inline constexpr auto v = lz::symbol<"v">;
inline constexpr auto a = lz::tensor<"a">(two);
inline constexpr auto b = lz::tensor<"b">(three);
inline constexpr auto A = lz::tensor<"A">(two, three);
inline constexpr auto B = lz::tensor<"B">(three, three);

/// One value for each symbol and element; the slope is with respect to the number at `active`.
struct point {
    std::array<double, 24> value{};
    int active = 0;

    reference::dual at(int place) const {
        return {value[static_cast<std::size_t>(place)], place == active ? 1.0 : 0.0, true};
    }
    reference::dual x() const { return at(0); }
    reference::dual y() const { return at(1); }
    reference::dual u() const { return at(2); }
    reference::dual v() const { return at(3); }
    reference::dual a(int i) const { return at(4 + i); }
    reference::dual b(int i) const { return at(6 + i); }
    reference::dual A(int i, int j) const { return at(9 + 3 * i + j); }
    reference::dual B(int i, int j) const { return at(15 + 3 * i + j); }
};

template <class Formula> double evaluate(Formula formula, point const& at) {
    std::span<double const, 24> const all(at.value);
    return formula(x = all[0], y = all[1], u = all[2], v = all[3], a = all.subspan<4, 2>(),
                   b = all.subspan<6, 3>(), A = all.subspan<9, 6>(), B = all.subspan<15, 9>());
}

inline bool agree(double got, double expected) {
    return std::abs(got - expected) <= 1e-10 * std::fmax(1, std::abs(expected));
}

/// Holds a formula and its derivative to dual numbers at 20 points inside the domain, drawn between
/// −2 and 2.
template <class Formula, class Derivative>
void hold(Formula formula, Derivative derivative, reference::dual (*expected)(point const&),
          int active, unsigned seed) {
    std::mt19937_64 generator(seed);
    std::uniform_real_distribution<double> coordinate(-2, 2);
    point at;
    at.active = active;
    int inside = 0;
    for (int draws = 0; inside < 20 && draws < 1000; ++draws) {
        for (double& value : at.value)
            value = coordinate(generator);
        reference::dual const wanted = expected(at);
        if (!wanted.inside)
            continue;
        ++inside;
        double const value = evaluate(formula, at), slope = evaluate(derivative, at);
        BOOST_TEST(agree(value, wanted.value), "value " << value << ", not " << wanted.value);
        BOOST_TEST(agree(slope, wanted.slope), "slope " << slope << ", not " << wanted.slope);
    }
    BOOST_TEST(inside == 20);
}

} // namespace random_expressions
