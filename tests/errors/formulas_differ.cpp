// expected: formulas_differ< … "2*x*cos(x)" … "2*x*cos(x^2)"
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
#ifdef CORRECTED
constexpr auto derivative = 2_c * x * cos(x * x);
#else
constexpr auto derivative = 2_c * x * cos(x);
#endif
static_assert(lz::same(derivative, lz::diff(lz::sin(x* x), x)));
