// expected: cannot_be_bound_to< … "v"
#include <array>
#include <leibniz/expr/adl.hpp>
#include <leibniz/simd/evaluate.hpp>
#include <vector>

namespace lz = leibniz;

constexpr auto three = lz::domain<"three", 3>;
constexpr auto i = lz::index<"i">(three);
constexpr auto v = lz::tensor<"v">(three);
constexpr auto x = lz::symbol<"x">;

void sums(std::vector<float> const& given, std::vector<float>& out) {
#ifdef CORRECTED
    lz::evaluate_each(lz::sum(i, x), out, x = given);
#else
    lz::evaluate_each(lz::sum(i, v(i) * x), out, x = given, v = std::array{1.0f, 2.0f, 3.0f});
#endif
}
