// expected: formulas_look_alike< … "sum_i x[i]"
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;

constexpr auto rows = lz::domain<"rows", 3>;
constexpr auto i = lz::index<"i">(rows);
constexpr auto x = lz::tensor<"x">(rows);
#ifdef CORRECTED
constexpr auto others = rows;
#else
constexpr auto others = lz::domain<"others", 4>;
#endif
constexpr auto j = lz::index<"i">(others);
constexpr auto namesake = lz::tensor<"x">(others);
static_assert(lz::same(lz::sum(i, x(i)), lz::sum(j, namesake(j))));
