// expected: not_a_network_loss_or_gradient< … formula< … "x^2"
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
#ifdef CORRECTED
static_assert(lz::gradient_agrees(net, 1e-8_c));
#else
static_assert(lz::gradient_agrees(x * x, 1e-8_c));
#endif
