#include "agreement.hpp"

namespace {

namespace lz = leibniz;

constexpr auto logistic_net =
    lz::network<"3-4-3-2 logistic">(lz::input<3>, lz::dense<4>(lz::logistic),
                                    lz::dense<3>(lz::logistic), lz::dense<2>(lz::logistic));

} // namespace

static_assert(agreement::prove<decltype(logistic_net), 1>(39));
