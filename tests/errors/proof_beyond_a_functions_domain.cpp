// expected: value_is_not_finite< … "a1[0,0]
// gcc 12: invalid use of incomplete type 'struct leibniz::errors::value_is_not_finite<leibniz::fixed_string<8>{"a1[0,0]"}, +QNaN>'
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

inline constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<3>(lz::log), lz::dense<1>());
#ifdef CORRECTED
static_assert(lz::gradient_agrees<lz::probe{.low = 0.5, .high = 2}>(net, 1e-8_c));
#else
static_assert(lz::gradient_agrees(net, 1e-8_c)); // the logarithm of what is below 0
#endif
