#include <leibniz/calculus.hpp>
#include <leibniz/testing.hpp>

constexpr auto x = leibniz::symbol<"x">;
#ifdef RIGHT
static_assert(leibniz::same(x + x, leibniz::diff(x* x, x)));
#else
static_assert(leibniz::same(x + x + x, leibniz::diff(x* x, x)));
#endif
