#include <leibniz/leibniz.hpp>
#include <leibniz/testing/cost.hpp>

// Costs that can be found by hand. tests/unit/testing/cost.cpp counts them in running programs.

namespace {

namespace lz = leibniz;

// [cost]
constexpr auto net = lz::network<"budget">(lz::input<8>, lz::dense<16>(lz::tanh),
                                           lz::dense<16>(lz::tanh), lz::dense<4>(lz::logistic));
constexpr auto loss = lz::sum_of_squared_errors(net);
constexpr auto grad = lz::gradient(loss);

static_assert(lz::cost(net).flops == 16 * (8 * 2 + 1) + 16 * (16 * 2 + 1) + 4 * (16 * 2 + 1));
static_assert(lz::cost(net).transcendentals == 16 + 16 + 4);
static_assert(lz::cost(net).parameters == 16 * 9 + 16 * 17 + 4 * 17);
static_assert(lz::cost(grad).flops <= 3200);
static_assert(lz::cost<double>(grad).workspace_bytes <= 4096);
// [/cost]

// A neuron reads its inputs, their weights and its bias, and is stored once.
static_assert(lz::cost(net).loads == 16 * 17 + 16 * 33 + 4 * 33);
static_assert(lz::cost(net).stores == 16 + 16 + 4);
static_assert(lz::cost(net).kernels == 3);
static_assert(lz::cost(net).workspace_bytes == sizeof(float) * (16 + 16 + 4));
static_assert(lz::cost<double>(net).workspace_bytes == 2 * lz::cost(net).workspace_bytes);

// The loss: of 4 outputs a difference, a square, and a sum; one half, and one sum over samples.
static_assert(lz::cost(loss).flops == lz::cost(net).flops + 4 * 3 + 2);
static_assert(lz::cost(loss).stores == lz::cost(net).stores + 1);
static_assert(lz::cost(loss).transcendentals == lz::cost(net).transcendentals);

// The gradient calls no function again, since the forward pass has stored what it needs.
static_assert(lz::cost(grad).transcendentals == lz::cost(net).transcendentals);
static_assert(lz::cost(grad).stores == 37 + 36 + lz::cost(net).parameters, "E, δ, ∂E/∂w");

// Equal layers share their kernels, so a deeper network has as many.
constexpr auto two = lz::network<"two">(lz::input<8>, lz::dense<8>(lz::tanh),
                                        lz::dense<8>(lz::tanh), lz::dense<2>());
constexpr auto three =
    lz::network<"three">(lz::input<8>, lz::dense<8>(lz::tanh), lz::dense<8>(lz::tanh),
                         lz::dense<8>(lz::tanh), lz::dense<2>());
constexpr auto two_grad = lz::gradient(lz::sum_of_squared_errors(two));
constexpr auto three_grad = lz::gradient(lz::sum_of_squared_errors(three));
static_assert(lz::cost(two_grad).kernels == lz::cost(three_grad).kernels);
static_assert(lz::cost(two_grad).flops < lz::cost(three_grad).flops);

// A trainer runs the same formulas on vectors; only its workspace is larger.
constexpr lz::trainer<lz::model<float, net>, lz::adam, 32>::code wide;
constexpr lz::trainer<lz::model<float, two>, lz::adam, 32>::code narrow;
constexpr lz::costs of_wide = lz::cost(wide);
static_assert(of_wide.flops == lz::cost(grad).flops);
static_assert(of_wide.transcendentals == lz::cost(grad).transcendentals);
static_assert(of_wide.stores == lz::cost(grad).stores);
static_assert(of_wide.parameters == lz::cost(grad).parameters);
static_assert(of_wide.workspace_bytes >= 32 * 4 * (16 + 16 + 4));
static_assert(lz::cost(narrow).flops == lz::cost(two_grad).flops);

// An input without samples is no parameter.
constexpr auto in = lz::domain<"in", 5>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(in);
constexpr auto x = lz::tensor<"x">(lz::samples, in);
constexpr auto scale = lz::tensor<"scale">(in);
constexpr auto w = lz::tensor<"w">(in);
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto scaled =
    lz::graph<"scaled">(lz::inputs(x, scale), lz::parameters(w),
                        lz::define(y(n), lz::sum(i, w(i) * scale(i) * x(n, i))));
static_assert(lz::cost(scaled).parameters == 5);
static_assert(lz::cost(scaled).loads == 3 * 5);

// What the README shows of tests/errors/over_budget.cpp.
constexpr auto iris =
    lz::network<"iris">(lz::input<4>, lz::dense<64>(lz::tanh), lz::dense<3>(lz::logistic));
static_assert(lz::cost(lz::gradient(lz::sum_of_squared_errors(iris))).flops == 3040);

} // namespace
