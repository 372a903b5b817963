// expected: not_a_formula< … gradient_of_network< … "tiny"
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
constexpr auto loss = lz::sum_of_squared_errors(net);
#ifdef CORRECTED
constexpr auto grad = lz::gradient(loss);
static_assert(lz::weights_of(grad[net.biases<1>()], grad).size == 2);
#else
constexpr auto grad = lz::gradient(loss);
static_assert(lz::weights_of(grad, grad).size == 2);
#endif
