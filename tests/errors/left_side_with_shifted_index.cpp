// expected: left_side_needs_plain_indices< … "z" … affine<
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/equation.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto t = lz::index<"t">(lz::domain<"t", 4>);
constexpr auto x = lz::tensor<"x">(lz::domain<"t", 4>);
constexpr auto z = lz::tensor<"z">(lz::domain<"s", 5>);
constexpr auto s = lz::index<"s">(lz::domain<"s", 5>);
constexpr auto y = lz::tensor<"y">(lz::domain<"s", 5>);
#ifdef CORRECTED
constexpr auto equation = lz::define(z(s), 2_c * y(s));
#else
constexpr auto equation = lz::define(z(t + 1_c), 2_c * x(t));
#endif
