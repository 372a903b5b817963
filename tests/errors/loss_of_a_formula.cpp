// expected: not_a_model< … "w"
#include <leibniz/network.hpp>

namespace lz = leibniz;

constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto x = lz::tensor<"x">(lz::samples);
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto w = lz::symbol<"w">;
#ifdef CORRECTED
constexpr auto line =
    lz::graph<"line">(lz::inputs(x), lz::parameters(w), lz::define(y(n), w* x(n)));
constexpr auto loss = lz::sum_of_squared_errors(line);
#else
constexpr auto loss = lz::sum_of_squared_errors(w * x(n));
#endif
