// expected: is_bound_twice< … "x"
#include <leibniz/expr/adl.hpp>
#include <leibniz/simd/evaluate.hpp>
#include <vector>

namespace lz = leibniz;

constexpr auto x = lz::symbol<"x">;

void twice(std::vector<float> const& given, std::vector<float>& out) {
#ifdef CORRECTED
    lz::evaluate_each(x + x, out, x = given);
#else
    lz::evaluate_each(x + x, out, x = given, x = 2.0);
#endif
}
