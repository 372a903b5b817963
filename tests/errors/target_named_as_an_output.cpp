// expected: name_is_that_of_target_or_loss< … "t"
#include <leibniz/network.hpp>

namespace lz = leibniz;

constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto x = lz::tensor<"x">(lz::samples);
constexpr auto w = lz::symbol<"w">;
constexpr auto t = lz::tensor<"t", "line">(lz::samples); // the name that the target has by itself
constexpr auto line =
    lz::graph<"line">(lz::inputs(x), lz::parameters(w), lz::define(t(n), w* x(n)));
#ifdef CORRECTED
constexpr auto loss = lz::sum_of_squared_errors(line, lz::tensor<"wanted">(lz::samples));
#else
constexpr auto loss = lz::sum_of_squared_errors(line);
#endif
