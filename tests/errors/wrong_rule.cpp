// expected: gradient_differs< … "b1 … derived<3.49 … difference_quotient<5.23 … dual_number<5.23
// gcc 12: invalid use of incomplete type 'struct leibniz::errors::gradient_differs<leibniz::fixed_string<6>{"b1[2]"}, leibniz::errors::derived<3.4917364775869436e-1>, leibniz::errors::difference_quotient<5.237604716385249e-1>, leibniz::errors::dual_number<5.2376047163803918e-1> >'
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

inline constexpr struct cubed_ : lz::expr::elementary<cubed_> {
    static constexpr lz::fixed_string name = "cubed";
} cubed;
constexpr double call(cubed_, double x) { return x * x * x; }

#ifdef CORRECTED
template <> struct leibniz::calculus::rule<cubed_> {
    template <class Value, class X> using with = decltype(3_c * X{} * X{});
};
#else
// [rule]
template <> struct leibniz::calculus::rule<cubed_> {
    template <class Value, class X> using with = decltype(2_c * X{} * X{}); // of x³
};
// [/rule]
#endif
// [net]
constexpr auto net = lz::network<"cubes">(lz::input<2>, lz::dense<3>(cubed), lz::dense<2>());
static_assert(lz::gradient_agrees(net, 1e-8_c));
// [/net]
