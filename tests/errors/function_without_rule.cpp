// expected: function_without_rule<softsign_>
#include <leibniz/calculus.hpp>
#include <leibniz/network.hpp>

namespace lz = leibniz;
using namespace lz::literals;

inline constexpr struct softsign_ : lz::expr::elementary<softsign_> {
    static constexpr lz::fixed_string name = "softsign";
} softsign;

#ifdef CORRECTED
template <> struct leibniz::calculus::rule<softsign_> {
    template <class Value, class X>
    using with = decltype(1_c / ((1_c + abs(X{})) * (1_c + abs(X{}))));
};
#endif

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>(softsign));
constexpr auto grad = lz::gradient(lz::sum_of_squared_errors(net));
constexpr auto slope = grad[net.weight<1>(0_c, 1_c)];
