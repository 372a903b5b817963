// expected: does_not_depend_on< … "a1" … "W2"
#include <leibniz/network.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto n = lz::index<"n">(lz::samples);

constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<3>(lz::tanh), lz::dense<1>());
constexpr auto a = net.activation<1>();
constexpr auto s = lz::tensor<"s">(lz::samples);

#ifdef CORRECTED
constexpr auto slope = lz::graph<"slope">(
    net, lz::define(s(n), lz::total_derivative(a(n, 0_c), net.weight<1>(0_c, 0_c))));
#else
constexpr auto slope = lz::graph<"slope">(
    net, lz::define(s(n), lz::total_derivative(a(n, 0_c), net.weight<2>(0_c, 0_c))));
#endif
