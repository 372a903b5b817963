// expected: tensor_is_given_nowhere< … "u"
#include <leibniz/network.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto n = lz::index<"n">(lz::samples);

constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<1>(lz::tanh));
constexpr auto x = net.tensor<"x">();
constexpr auto u = lz::tensor<"u">(lz::samples);
constexpr auto s = lz::tensor<"s">(lz::samples);

#ifdef CORRECTED
constexpr auto slope = lz::graph<"slope">(net, lz::define(u(n), net.output(n, 0_c)),
                                          lz::define(s(n), lz::total_derivative(u(n), x(n, 0_c))));
#else
constexpr auto slope =
    lz::graph<"slope">(net, lz::define(s(n), lz::total_derivative(u(n), x(n, 0_c))));
#endif
