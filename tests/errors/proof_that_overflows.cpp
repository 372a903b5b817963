// expected: value_is_not_finite< … "z2[0,0]
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

inline constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<3>(), lz::dense<1>());
#ifdef CORRECTED
static_assert(lz::gradient_agrees(net, 1e-8_c));
#else
static_assert(lz::gradient_agrees<lz::probe{.low = 1e120, .high = 1e130}>(net, 1e-8_c));
#endif
