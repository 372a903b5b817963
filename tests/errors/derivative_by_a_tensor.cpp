// expected: cannot_differentiate_with_respect_to< … "v"
#include <leibniz/calculus/diff.hpp>
#include <leibniz/expr/adl.hpp>

namespace lz = leibniz;

constexpr auto i = lz::index<"i">(lz::domain<"in", 4>);
constexpr auto p = lz::index<"p">(lz::domain<"in", 4>);
constexpr auto v = lz::tensor<"v">(lz::domain<"in", 4>);
#ifdef CORRECTED
constexpr auto slope = lz::diff(lz::sum(i, v(i) * v(i)), v(p));
#else
constexpr auto slope = lz::diff(lz::sum(i, v(i) * v(i)), v);
#endif
