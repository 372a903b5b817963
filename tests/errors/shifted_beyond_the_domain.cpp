// expected: subscript_does_not_fit< … "x" … affine< … 7, 6>
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/symbols.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto t = lz::index<"t">(lz::domain<"t", 4>);
constexpr auto u = lz::index<"u">(lz::domain<"u", 3>);
constexpr auto x = lz::tensor<"x">(lz::domain<"s", 6>);
#ifdef CORRECTED
constexpr auto window = x(t + u);
#else
constexpr auto window = x(t + u + 1_c);
#endif
