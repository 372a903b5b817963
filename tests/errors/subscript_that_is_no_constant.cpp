// expected: static assertion failed … numbers here are exact constants: 2_c or 0.5_c, not 2 or 0.5
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/symbols.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto W = lz::tensor<"W">(lz::domain<"out", 3>, lz::domain<"in", 2>);
#ifdef CORRECTED
constexpr auto weight = W(2_c, 0_c);
#else
constexpr auto weight = W(2, 0);
#endif
