// expected: not_a_layer< … dense_maker<3>
#include <leibniz/network/layers.hpp>

namespace lz = leibniz;

#ifdef CORRECTED
constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>());
#else
constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>);
#endif
