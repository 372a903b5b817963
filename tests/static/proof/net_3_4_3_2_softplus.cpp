#include "agreement.hpp"

namespace {

namespace lz = leibniz;

constexpr auto softplus_net =
    lz::network<"3-4-3-2 softplus">(lz::input<3>, lz::dense<4>(lz::softplus),
                                    lz::dense<3>(lz::softplus), lz::dense<2>(lz::softplus));

} // namespace

static_assert(agreement::prove<decltype(softplus_net), 1>(39));
