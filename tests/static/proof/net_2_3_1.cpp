#include "agreement.hpp"

namespace {

namespace lz = leibniz;

/// An activation of the user's own: x + ⅓·tanh(x)², which no rule file knows.
constexpr auto soft_square = [](auto x) {
    using namespace lz::literals;
    return x + 1_c / 3_c * tanh(x) * tanh(x);
};

constexpr auto logistic_net = lz::network<"2-3-1 logistic">(
    lz::input<2>, lz::dense<3>(lz::logistic), lz::dense<1>(lz::logistic));

constexpr auto tanh_net =
    lz::network<"2-3-1 tanh">(lz::input<2>, lz::dense<3>(lz::tanh), lz::dense<1>(lz::tanh));

constexpr auto softplus_net = lz::network<"2-3-1 softplus">(
    lz::input<2>, lz::dense<3>(lz::softplus), lz::dense<1>(lz::softplus));

constexpr auto own_net =
    lz::network<"2-3-1 own">(lz::input<2>, lz::dense<3>(soft_square), lz::dense<1>(soft_square));

} // namespace

static_assert(agreement::prove<decltype(logistic_net), 2>(13));
static_assert(agreement::prove<decltype(tanh_net), 2>(13));
static_assert(agreement::prove<decltype(softplus_net), 2>(13));
static_assert(agreement::prove<decltype(own_net), 2>(13));
