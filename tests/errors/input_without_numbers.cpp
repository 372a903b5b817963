// expected: input_without_numbers<0>
#include <leibniz/expr/adl.hpp>
#include <leibniz/network/layers.hpp>

namespace lz = leibniz;

#ifdef CORRECTED
constexpr int inputs = 1;
#else
constexpr int inputs = 0;
#endif
constexpr auto net = lz::network<"iris">(lz::input<inputs>, lz::dense<3>());
