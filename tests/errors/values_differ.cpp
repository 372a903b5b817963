// expected: values_differ< … "x + 17/351*x^7 … "tan(x)" … point<1> … left<2 … right<2 … apart<
#include <leibniz/calculus.hpp>
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
#ifdef CORRECTED
constexpr auto series = x + x * x * x / 3_c + 2_c / 15_c * pow(x, 5_c) + 17_c / 315_c * pow(x, 7_c);
#else
constexpr auto series = x + x * x * x / 3_c + 2_c / 15_c * pow(x, 5_c) + 17_c / 351_c * pow(x, 7_c);
#endif
constexpr auto places = lz::points(lz::point(x = 0.05), lz::point(x = 0.2));
static_assert(lz::same_at<places>(series, lz::tan(x), 2e-8_c));
