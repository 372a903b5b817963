// expected: inputs_do_not_fit<3, 4>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>(lz::logistic));

auto call(lz::model<float, net> const& model) {
#ifdef CORRECTED
    return model(std::array<std::array<float, 4>, 10>{});
#else
    return model(std::array<std::array<float, 3>, 10>{});
#endif
}
