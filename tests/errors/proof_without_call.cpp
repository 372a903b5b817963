// expected: function_without_call<mine_>
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

inline constexpr struct mine_ : lz::expr::elementary<mine_> {
    static constexpr lz::fixed_string name = "mine";
} mine;
#ifdef CORRECTED
constexpr double call(mine_, double x) { return x * x * x; }
#endif
template <> struct leibniz::calculus::rule<mine_> {
    template <class Value, class X> using with = decltype(3_c * X{} * X{});
};

constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<3>(mine), lz::dense<1>());
static_assert(lz::gradient_agrees(net, 1e-8_c));
