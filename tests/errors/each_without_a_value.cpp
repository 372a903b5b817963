// expected: symbol_has_no_value< … "y"
#include <leibniz/expr/adl.hpp>
#include <leibniz/simd/evaluate.hpp>
#include <vector>

namespace lz = leibniz;

constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;

void products(std::vector<float> const& given, std::vector<float>& out) {
#ifdef CORRECTED
    lz::evaluate_each(x * y, out, x = given, y = 2.0);
#else
    lz::evaluate_each(x * y, out, x = given);
#endif
}
