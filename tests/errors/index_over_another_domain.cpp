// expected: subscript_does_not_fit< … "W" … "i" … 2, 3>
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/symbols.hpp>

namespace lz = leibniz;

constexpr auto out = lz::domain<"out", 3>;
constexpr auto in = lz::domain<"in", 2>;
constexpr auto i = lz::index<"i">(in);
constexpr auto j = lz::index<"j">(out);
constexpr auto W = lz::tensor<"W">(out, in);
#ifdef CORRECTED
constexpr auto weight = W(j, i);
#else
constexpr auto weight = W(i, j);
#endif
