// expected: no_such_tensor< … "W2"
#include <leibniz/expr/adl.hpp>
#include <leibniz/network/layers.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>(lz::tanh));
#ifdef CORRECTED
constexpr auto weight = net.weight<1>(2_c, 0_c);
#else
constexpr auto weight = net.weight<2>(2_c, 0_c);
#endif
