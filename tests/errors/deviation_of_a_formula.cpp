// expected: not_a_network_loss_or_gradient< … formula< … "x^2"
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;

constexpr auto x = lz::symbol<"x">;
constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
constexpr auto loss = lz::sum_of_squared_errors(net);
#ifdef CORRECTED
static_assert(lz::gradient_deviation(loss) < 1e-8);
#else
static_assert(lz::gradient_deviation(x * x) < 1e-8);
#endif
