// expected: the model has no such parameter
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

inline constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<1>());
inline constexpr auto other = lz::network<"other">(lz::input<2>, lz::dense<1>());
using trainer = lz::trainer<lz::model<float, net>, lz::gradient_descent>;

float first_derivative(trainer const& finished) {
#ifdef CORRECTED
    return finished.gradient_of_parameter(net.weights<1>())(0, 0);
#else
    return finished.gradient_of_parameter(other.weights<1>())(0, 0);
#endif
}
