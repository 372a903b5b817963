// expected: formulas_differ< … "... … 1/720*x^6 … "... … 1/702*x^6
#include <leibniz/calculus.hpp>
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
constexpr auto start = 1_c + x + pow(x, 2_c) / 2_c + pow(x, 3_c) / 6_c + pow(x, 4_c) / 24_c;
#ifdef CORRECTED
constexpr auto sixth = pow(x, 6_c) / 720_c;
#else
constexpr auto sixth = pow(x, 6_c) / 702_c;
#endif
constexpr auto series = start + pow(x, 5_c) / 120_c + pow(x, 6_c) / 720_c;
static_assert(lz::same(series, start + pow(x, 5_c) / 120_c + sixth));
