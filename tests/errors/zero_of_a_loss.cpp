// expected: not_a_formula< … loss_of_network< … "tiny"
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;

constexpr auto x = lz::symbol<"x">;
constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
constexpr auto loss = lz::sum_of_squared_errors(net);
#ifdef CORRECTED
static_assert(!lz::is_zero(x));
#else
static_assert(!lz::is_zero(loss));
#endif
