// expected: tensor_is_defined_twice< … "y"
#include <leibniz/network.hpp>

namespace lz = leibniz;

constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto x = lz::tensor<"x">(lz::samples);
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto w = lz::tensor<"w">();
constexpr auto b = lz::tensor<"b">();

#ifdef CORRECTED
constexpr auto line =
    lz::graph<"line">(lz::inputs(x), lz::parameters(w, b), lz::define(y(n), w() * x(n) + b()));
#else
constexpr auto line = lz::graph<"line">(lz::inputs(x), lz::parameters(w, b),
                                        lz::define(y(n), w() * x(n)), lz::define(y(n), b()));
#endif
