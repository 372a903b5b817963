// expected: equality at no point says nothing
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
#ifdef CORRECTED
constexpr auto places = lz::points(lz::point(x = 0.5));
#else
constexpr auto places = lz::points();
#endif
static_assert(lz::same_at<places>(2_c * x, x + x, 1e-9_c));
