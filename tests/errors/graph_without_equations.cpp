// expected: graph_without_equations< … "line"
#include <leibniz/network.hpp>

namespace lz = leibniz;

constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto x = lz::tensor<"x">(lz::samples);
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto w = lz::symbol<"w">;
#ifdef CORRECTED
constexpr auto line =
    lz::graph<"line">(lz::inputs(x), lz::parameters(w), lz::define(y(n), w* x(n)));
#else
constexpr auto line = lz::graph<"line">(lz::inputs(x), lz::parameters(w));
#endif
