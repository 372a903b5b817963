// expected: no_such_tensor< … "W4"
#include <leibniz/expr/adl.hpp>
#include <leibniz/network/layers.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>(lz::tanh));
#ifdef CORRECTED
constexpr auto weights = net.tensor<"W1">();
#else
constexpr auto weights = net.tensor<"W4">();
#endif
