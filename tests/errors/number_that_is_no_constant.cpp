// expected: static assertion failed … numbers here are exact constants: 2_c or 0.5_c, not 2 or 0.5
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/symbols.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
#ifdef CORRECTED
constexpr auto half = 0.5_c * x;
#else
constexpr auto half = 0.5 * x;
#endif
