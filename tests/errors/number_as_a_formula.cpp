// expected: numbers here are exact constants: 2_c or 0.5_c, not 2 or 0.5
#include <leibniz/network.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef CORRECTED
constexpr auto value = 1_c;
#else
constexpr auto value = 1;
#endif

constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto e = lz::tensor<"e">(lz::samples);
constexpr auto constant = lz::define(e(n), value);
