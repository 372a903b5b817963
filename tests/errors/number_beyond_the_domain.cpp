// expected: subscript_does_not_fit< … "v" … fixed<4>, 5, 4>
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/symbols.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto v = lz::tensor<"v">(lz::domain<"in", 4>);
#ifdef CORRECTED
constexpr auto last = v(3_c);
#else
constexpr auto last = v(4_c);
#endif
