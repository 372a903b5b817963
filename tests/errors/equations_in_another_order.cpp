// expected: tensor_is_read_before_it_is_defined< … "z"
#include <leibniz/network.hpp>

namespace lz = leibniz;

constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto x = lz::tensor<"x">(lz::samples);
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto w = lz::tensor<"w">();
constexpr auto b = lz::tensor<"b">();

constexpr auto z = lz::tensor<"z">(lz::samples);
constexpr auto weighted = lz::define(z(n), w() * x(n) + b());
constexpr auto activated = lz::define(y(n), lz::tanh(z(n)));

#ifdef CORRECTED
constexpr auto unit = lz::graph<"unit">(lz::inputs(x), lz::parameters(w, b), weighted, activated);
#else
constexpr auto unit = lz::graph<"unit">(lz::inputs(x), lz::parameters(w, b), activated, weighted);
#endif
