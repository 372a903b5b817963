// expected: inputs_do_not_fit<783, 784>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"digits">(lz::input<784>, lz::dense<10>(lz::logistic));

#ifdef CORRECTED
using picture = std::array<std::uint8_t, 784>;
#else
using picture = std::array<std::uint8_t, 783>;
#endif

auto learn(lz::model<float, net>& model, std::span<picture const> pictures,
           std::span<std::array<float, 10> const> kinds) {
    return lz::train(model, lz::data(pictures, kinds), lz::adam{});
}
