// expected: not_a_formula< … network< … "tiny"
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
#ifdef CORRECTED
constexpr auto sum = net.neuron<1, 0>().weighted_sum;
static_assert(lz::depends_on(sum, net.weights<1>()));
#else
static_assert(lz::depends_on(net, net.weights<1>()));
#endif
