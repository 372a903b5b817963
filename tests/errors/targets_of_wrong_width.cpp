// expected: targets_do_not_fit<2, 3>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>(lz::logistic));

auto learn(lz::model<float, net>& model) {
    std::array<std::array<float, 4>, 150> const inputs{};
#ifdef CORRECTED
    std::array<std::array<float, 3>, 150> const targets{};
#else
    std::array<std::array<float, 2>, 150> const targets{};
#endif
    return lz::train(model, lz::data(inputs, targets), lz::adam{});
}
