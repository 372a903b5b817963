// expected: numbers here are exact constants: 2_c or 0.5_c, not 2 or 0.5
#include <leibniz/network.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef CORRECTED
constexpr auto half = 0.5_c;
#else
constexpr auto half = 0.5;
#endif

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
constexpr auto squares =
    lz::sum_over_outputs([](auto a, auto t) { return half * (a - t) * (a - t); });
constexpr auto loss = squares(net);
