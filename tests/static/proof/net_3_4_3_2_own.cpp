#include "agreement.hpp"

namespace {

namespace lz = leibniz;

/// An activation of the user's own: x + ⅓·tanh(x)², which no rule file knows.
constexpr auto soft_square = [](auto x) {
    using namespace lz::literals;
    return x + 1_c / 3_c * tanh(x) * tanh(x);
};

constexpr auto own_net = lz::network<"3-4-3-2 own">(
    lz::input<3>, lz::dense<4>(soft_square), lz::dense<3>(soft_square), lz::dense<2>(soft_square));

} // namespace

static_assert(agreement::prove<decltype(own_net), 1>(39));
