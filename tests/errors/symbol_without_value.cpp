// expected: symbol_has_no_value< … "y"
#include <leibniz/expr/adl.hpp>
#include <leibniz/scalar/evaluate.hpp>

namespace lz = leibniz;

constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;
#ifdef CORRECTED
constexpr double value = (x * y + sin(x * y))(x = 1.0, y = 2.0);
#else
constexpr double value = (x * y + sin(x * y))(x = 1.0);
#endif
