// expected: probe_tries_nothing<0
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

inline constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<1>());
#ifdef CORRECTED
static_assert(lz::gradient_agrees<lz::probe{.samples = 1}>(net, 1e-8_c));
#else
static_assert(lz::gradient_agrees<lz::probe{.samples = 0}>(net, 1e-8_c));
#endif
