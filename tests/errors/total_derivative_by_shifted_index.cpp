// expected: total_derivative_by_shifted_subscript< … "x"
#include <leibniz/network.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto n = lz::index<"n">(lz::samples);

constexpr auto i = lz::index<"i">(lz::domain<"half", 2>);
constexpr auto net = lz::network<"net">(lz::input<4>, lz::dense<1>(lz::tanh));
constexpr auto x = net.tensor<"x">();

#ifdef CORRECTED
constexpr auto slope = lz::total_derivative(net.output(n, 0_c), x(n, 1_c));
#else
constexpr auto slope = lz::total_derivative(net.output(n, 0_c), x(n, i + 1_c));
#endif
