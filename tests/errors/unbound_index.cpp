// expected: unbound_index< … "i" … "in" … 2>
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/equation.hpp>

namespace lz = leibniz;

constexpr auto out = lz::domain<"out", 3>;
constexpr auto in = lz::domain<"in", 2>;
constexpr auto i = lz::index<"i">(in);
constexpr auto j = lz::index<"j">(out);
constexpr auto W = lz::tensor<"W">(out, in);
constexpr auto v = lz::tensor<"v">(in);
constexpr auto z = lz::tensor<"z">(out);
#ifdef CORRECTED
constexpr auto equation = lz::define(z(j), sum(i, W(j, i) * v(i)));
#else
constexpr auto equation = lz::define(z(j), W(j, i) * v(i));
#endif
