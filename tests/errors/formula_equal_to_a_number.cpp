// expected: not_a_formula<int>
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
#ifdef CORRECTED
static_assert(lz::same(lz::diff(2_c * x, x), 2_c));
#else
static_assert(lz::same(lz::diff(2_c * x, x), 2));
#endif
