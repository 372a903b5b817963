// expected: static assertion failed
#include <leibniz/network.hpp>
#include <leibniz/testing.hpp>

namespace lz = leibniz;

#ifdef CORRECTED
constexpr auto net =
    lz::network<"iris">(lz::input<4>, lz::dense<16>(lz::tanh), lz::dense<3>(lz::logistic));
#else
constexpr auto net =
    lz::network<"iris">(lz::input<4>, lz::dense<64>(lz::tanh), lz::dense<3>(lz::logistic));
#endif
// [budget]
constexpr auto grad = lz::gradient(lz::sum_of_squared_errors(net));
static_assert(lz::cost(grad).flops <= 1200);
// [/budget]
