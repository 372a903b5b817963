// expected: layer_without_neurons<0>
#include <leibniz/expr/adl.hpp>
#include <leibniz/network/layers.hpp>

namespace lz = leibniz;

#ifdef CORRECTED
constexpr int hidden = 1;
#else
constexpr int hidden = 0;
#endif
constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<hidden>(lz::tanh), lz::dense<3>());
