#include "agreement.hpp"

namespace {

namespace lz = leibniz;

constexpr auto tanh_net = lz::network<"3-4-3-2 tanh">(
    lz::input<3>, lz::dense<4>(lz::tanh), lz::dense<3>(lz::tanh), lz::dense<2>(lz::tanh));

} // namespace

static_assert(agreement::prove<decltype(tanh_net), 1>(39));
