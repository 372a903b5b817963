// expected: gradient_differs< … derived< … difference_quotient< … dual_number<
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

/// x³
inline constexpr struct cubed_ : lz::expr::elementary<cubed_> {
    static constexpr lz::fixed_string name = "cubed";
} cubed;
constexpr double call(cubed_, double x) { return x * x * x; }

template <> struct leibniz::calculus::rule<cubed_> {
    template <class Value, class X>
#ifdef CORRECTED
    using with = decltype(3_c * X{} * X{});
#else
    using with = decltype(2_c * X{} * X{});
#endif
};

constexpr auto net = lz::network<"cubes">(lz::input<2>, lz::dense<3>(cubed), lz::dense<2>());
static_assert(lz::gradient_agrees(net, 1e-8_c));
