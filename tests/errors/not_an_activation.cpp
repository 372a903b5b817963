// expected: not_an_activation< … square
#include <leibniz/expr/adl.hpp>
#include <leibniz/network/layers.hpp>

namespace lz = leibniz;

struct square {
    constexpr double operator()(double x) const { return x * x; }
};
struct square_of_any {
    constexpr auto operator()(auto x) const { return x * x; }
};
#ifdef CORRECTED
constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>(square_of_any{}));
#else
constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>(square{}));
#endif
