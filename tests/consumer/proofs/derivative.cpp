#include <leibniz/calculus.hpp>

constexpr auto x = leibniz::symbol<"x">;
static_assert(leibniz::diff(x * x * x, x) == x * x + x * x + x * x);
