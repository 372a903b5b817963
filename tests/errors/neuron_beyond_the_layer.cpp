// expected: subscript_does_not_fit< … "z1" … fixed<5>
#include <leibniz/network.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<3>(), lz::dense<1>());
#ifdef CORRECTED
constexpr auto last = net.neuron<1, 2>();
#else
constexpr auto last = net.neuron<1, 5>();
#endif
