#include "../../unit/training/small_descent.hpp"

// Initialisation, inference, gradient and update in constant expressions.

namespace {

namespace lz = leibniz;

constexpr auto start = small::weights_of(small::model_type{lz::glorot{.seed = 7}});
constexpr auto slopes = small::gradient_of(small::with_weights(start));

constexpr double loss_of(std::array<double, 9> const& weights) {
    auto const model = small::with_weights(weights);
    double loss = 0;
    for (std::size_t n = 0; n < 4; ++n) {
        double const residual =
            model(std::array{small::inputs[2 * n], small::inputs[2 * n + 1]})[0] -
            small::targets[n];
        loss += residual * residual / 2;
    }
    return loss;
}
constexpr double magnitude(double x) { return x < 0 ? -x : x; }

static_assert(magnitude(slopes.loss - loss_of(start)) < 1e-15);

/// A central difference of the loss of the inferred outputs, one weight at a time.
template <std::size_t At> constexpr bool agrees() {
    constexpr double step = 1e-5;
    auto above = start, below = start;
    above[At] += step;
    below[At] -= step;
    return magnitude((loss_of(above) - loss_of(below)) / (2 * step) - slopes.gradient[At]) < 1e-9;
}
template <std::size_t... At> constexpr bool all_agree(std::index_sequence<At...>) {
    return (std::bool_constant<agrees<At>()>::value && ...);
}
static_assert(all_agree(std::make_index_sequence<9>{}));
static_assert(magnitude(slopes.gradient[0]) > 1e-6, "there is something to agree on");

constexpr auto after_5 = small::trained(start, 5, lz::gradient_descent{.rate = 2});
static_assert(loss_of(after_5) < loss_of(start));
// One step is the weights less rate times the mean gradient; ¼ and 2 are exact.
constexpr auto after_1 = small::trained(start, 1, lz::gradient_descent{.rate = 2});
static_assert([] {
    for (std::size_t i = 0; i < 9; ++i)
        if (magnitude(after_1[i] - (start[i] - 2 * (slopes.gradient[i] / 4))) > 1e-15)
            return false;
    return true;
}());
static_assert(after_1 != after_5);

} // namespace
