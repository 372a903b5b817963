// expected: inputs_do_not_fit<3, 4>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>(lz::logistic));

auto call(lz::model<float, net> const& model) {
#ifdef CORRECTED
    return model(std::array{5.1f, 3.5f, 1.4f, 0.2f});
#else
    return model(std::array{5.1f, 3.5f, 1.4f});
#endif
}
