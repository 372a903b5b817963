// expected: static assertion failed … numbers here are exact constants: 2_c or 0.5_c, not 2 or 0.5
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>(lz::tanh));
#ifdef CORRECTED
static_assert(lz::gradient_agrees(net, 1e-8_c));
#else
static_assert(lz::gradient_agrees(net, 1e-8));
#endif
