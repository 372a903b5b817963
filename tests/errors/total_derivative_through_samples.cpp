// expected: total_derivative_through_other_samples< … "y" … "x"
#include <leibniz/network.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto n = lz::index<"n">(lz::samples);

constexpr auto m = lz::index<"m">(lz::samples);
constexpr auto x = lz::tensor<"x">(lz::samples);
constexpr auto w = lz::tensor<"w">();
constexpr auto all = lz::tensor<"all">();
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto s = lz::tensor<"s">(lz::samples);

#ifdef CORRECTED
constexpr auto slope =
    lz::graph<"slope">(lz::inputs(x), lz::parameters(w), lz::define(y(n), w() * x(n)),
                       lz::define(s(n), lz::total_derivative(y(n), x(n))));
#else
constexpr auto slope = lz::graph<"slope">(
    lz::inputs(x), lz::parameters(w), lz::define(all(), lz::sum(m, x(m))),
    lz::define(y(n), w() * x(n) * all()), lz::define(s(n), lz::total_derivative(y(n), x(n))));
#endif
