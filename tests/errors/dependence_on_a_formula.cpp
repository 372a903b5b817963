// expected: not_a_tensor_or_element< … formula< … "x^2"
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;

constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;
#ifdef CORRECTED
static_assert(!lz::depends_on(x * x, y));
#else
static_assert(!lz::depends_on(x * x, x* x));
#endif
