// expected: not_an_index< … element< … "x"
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/symbols.hpp>

namespace lz = leibniz;

constexpr auto i = lz::index<"i">(lz::domain<"in", 4>);
constexpr auto v = lz::tensor<"v">(lz::domain<"in", 4>);
constexpr auto x = lz::symbol<"x">;
#ifdef CORRECTED
constexpr auto total = lz::sum(i, x* v(i));
#else
constexpr auto total = lz::sum(x, x* v(i));
#endif
