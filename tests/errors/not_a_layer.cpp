// expected: not_a_layer< … tanh_
#include <leibniz/expr/adl.hpp>
#include <leibniz/network/layers.hpp>

namespace lz = leibniz;

#ifdef CORRECTED
constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>(lz::tanh));
#else
constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>(), lz::tanh);
#endif
