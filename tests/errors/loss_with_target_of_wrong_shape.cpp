// expected: target_has_wrong_shape< … shape<0, 2> … shape<0, 3>
#include <leibniz/network.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>(lz::logistic));

#ifdef CORRECTED
constexpr auto t = lz::tensor<"t">(lz::samples, lz::domain<"1", 3>);
#else
constexpr auto t = lz::tensor<"t">(lz::samples, lz::domain<"1", 2>);
#endif
constexpr auto loss = lz::sum_of_squared_errors(net, t);
