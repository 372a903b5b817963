#include <leibniz/network/layers.hpp>
#include <leibniz/testing/gradient_agrees.hpp>

// A function of the user's own whose declared derivative is wrong makes a gradient that is refused.

namespace user {

namespace lz = leibniz;

/// x³/(1 + x²), with a derivative that is right, has a wrong factor or lacks a term.
template <int Version> struct bend : lz::expr::elementary<bend<Version>> {
    static constexpr lz::fixed_string name = "bend";
};
template <int Version> constexpr double call(bend<Version>, double x) {
    return x * x * x / (1 + x * x);
}

} // namespace user

// bend′ = (3x² + x⁴)/(1 + x²)²
template <int Version> struct leibniz::calculus::rule<user::bend<Version>> {
    template <class Value, class X>
    using with = decltype([] {
        using namespace leibniz::literals;
        constexpr X x{};
        if constexpr (Version == 0)
            return (3_c * x * x + x * x * x * x) / ((1_c + x * x) * (1_c + x * x));
        else if constexpr (Version == 1)
            return (3_c * x * x + x * x * x * x) / (1_c + x * x);
        else
            return 3_c * x * x / ((1_c + x * x) * (1_c + x * x));
    }());
};

namespace user {

template <int Version> constexpr bend<Version> bent{};
template <int Version>
constexpr auto net = lz::network<"bent">(lz::input<2>, lz::dense<3>(bent<Version>), lz::dense<2>());

using namespace lz::literals;
static_assert(lz::gradient_agrees(net<0>, 1e-8_c));
static_assert(lz::gradient_deviation(net<0>) < 1e-9);
static_assert(lz::gradient_deviation(net<1>) > 1e-3);
static_assert(lz::gradient_deviation(net<2>) > 1e-3);

// Each of the two references would have refused them alone.
template <int Version>
constexpr auto worst =
    lz::testing_detail::worst_of<std::remove_const_t<decltype(net<Version>)>, lz::probe{}>;
constexpr double apart(double a, double b) { return a < b ? b - a : a - b; }
static_assert(apart(worst<1>.derived, worst<1>.quotient) > 1e-3);
static_assert(apart(worst<1>.derived, worst<1>.dual) > 1e-3);
static_assert(apart(worst<2>.derived, worst<2>.quotient) > 1e-3);
static_assert(apart(worst<2>.derived, worst<2>.dual) > 1e-3);
static_assert(apart(worst<2>.dual, worst<2>.quotient) < 1e-8);

} // namespace user
