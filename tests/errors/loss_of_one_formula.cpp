// expected: not_a_function_of_output_and_target< … tanh_>
#include <leibniz/network.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
#ifdef CORRECTED
constexpr auto tanh_of_error =
    lz::sum_over_outputs([](auto a, auto t) { return lz::tanh((a - t) * (a - t)); });
#else
constexpr auto tanh_of_error = lz::sum_over_outputs(lz::tanh);
#endif
constexpr auto loss = tanh_of_error(net);
