// expected: formulas_differ< … "2*x*cos(x^2)" … "2*x*cos(x)"
// gcc 12: invalid use of incomplete type 'struct leibniz::errors::formulas_differ<leibniz::fixed_string<13>{"2*x*cos(x^2)"}, leibniz::fixed_string<11>{"2*x*cos(x)"}>'
#include <leibniz/calculus.hpp>
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
#ifdef CORRECTED
static_assert(lz::same(lz::diff(sin(x * x), x), 2_c * x * cos(x * x)));
#else
// [wrong]
static_assert(lz::same(lz::diff(sin(x * x), x), 2_c * x * cos(x)));
// [/wrong]
#endif
