// expected: total_derivative_by_another_sample< … "a1" … "x"
#include <leibniz/network.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto n = lz::index<"n">(lz::samples);

constexpr auto m = lz::index<"m">(lz::samples);
constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<1>(lz::tanh));
constexpr auto x = net.tensor<"x">();

#ifdef CORRECTED
constexpr auto slope = lz::total_derivative(net.output(n, 0_c), x(n, 1_c));
#else
constexpr auto slope = lz::total_derivative(net.output(n, 0_c), x(m, 1_c));
#endif
