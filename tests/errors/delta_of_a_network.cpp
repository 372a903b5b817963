// expected: not_a_gradient< … network< … "tiny"
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
#ifdef CORRECTED
constexpr auto grad = lz::gradient(lz::sum_of_squared_errors(net));
static_assert(lz::shares_delta(grad, net.weights<1>(), net.biases<1>()));
#else
static_assert(lz::shares_delta(net, net.weights<1>(), net.biases<1>()));
#endif
