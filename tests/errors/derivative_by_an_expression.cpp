// expected: cannot_differentiate_with_respect_to< … power< … "x"
#include <leibniz/calculus/diff.hpp>
#include <leibniz/expr/adl.hpp>

namespace lz = leibniz;

constexpr auto x = lz::symbol<"x">;
#ifdef CORRECTED
constexpr auto slope = lz::diff(sin(x), x);
#else
constexpr auto slope = lz::diff(sin(x), x* x);
#endif
