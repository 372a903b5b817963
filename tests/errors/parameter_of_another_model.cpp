// expected: the model has no such parameter
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

inline constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<1>());
inline constexpr auto other = lz::network<"other">(lz::input<2>, lz::dense<1>());

float first_weight(lz::model<float, net>& model) {
#ifdef CORRECTED
    return model[net.weights<1>()](0, 0);
#else
    return model[other.weights<1>()](0, 0);
#endif
}
