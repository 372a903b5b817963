#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

/// Which derivatives are stated in terms of the value that is stored: so that nothing but the
/// activation reads the weighted sum.
namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
constexpr auto w = lz::symbol<"w">;
constexpr auto z = lz::symbol<"z">;
constexpr auto a = lz::symbol<"a">;

/// Is ∂E/∂z of E = ½(a − t)², a = f(z), the residual times this slope?
constexpr bool has_slope(auto f, auto slope) {
    auto const model =
        lz::graph<"one">(lz::inputs(x), lz::parameters(w), lz::define(z, w * x), lz::define(a, f));
    auto const loss = lz::sum_of_squared_errors(model);
    return lz::same(lz::gradient(loss)[z], (a - loss.target()) * slope);
}

static_assert(has_slope(tanh(z), 1_c - a * a));

// a ≤ 0 just where z ≤ 0; one is zero, not below it, where the other is.
static_assert(has_slope(relu(z), lz::select(a <= 0_c, 0_c, 1_c)));
static_assert(has_slope(leaky_relu(z), lz::select(a <= 0_c, 0.01_c, 1_c)));
static_assert(has_slope(max(z, 0_c), lz::select(0_c < a, 1_c, 0_c)));
static_assert(has_slope(min(z, 0_c), lz::select(a < 0_c, 1_c, 0_c)));
static_assert(has_slope(lz::select(z < 0_c, z, 2_c * z), lz::select(a < 0_c, 1_c, 2_c)));
static_assert(has_slope(lz::select(0_c <= z, 2_c * z, z), lz::select(0_c <= a, 2_c, 1_c)));
static_assert(has_slope(lz::select(z <= 0_c, -1_c, 1_c) * z, lz::select(z <= 0_c, -1_c, 1_c)));

// At zero these two differ: max(0, z) has the slope of z there.
static_assert(has_slope(max(0_c, z), lz::select(z < 0_c, 0_c, 1_c)));
static_assert(has_slope(lz::select(z <= 0_c, z, 0_c), lz::select(z <= 0_c, 1_c, 0_c)));
// A hundredth of the least number is zero, which is not below zero.
static_assert(has_slope(lz::select(z < 0_c, 0.01_c * z, z), lz::select(z < 0_c, 0.01_c, 1_c)));
static_assert(has_slope(lz::select(z <= 0_c, z, 0.01_c * z), lz::select(z <= 0_c, 1_c, 0.01_c)));
// These lose the sign, or may.
static_assert(has_slope(abs(z), lz::select(z < 0_c, -1_c, 1_c)));
static_assert(has_slope(leaky_relu(z, -2_c), lz::select(z <= 0_c, -2_c, 1_c)));
static_assert(has_slope(leaky_relu(z, x), lz::select(z <= 0_c, x, 1_c)));
static_assert(has_slope(lz::select(z <= 0_c, 3_c * z, 0_c), lz::select(z <= 0_c, 3_c, 0_c)));
// And of other numbers than zero nothing is known.
static_assert(has_slope(lz::select(z <= 1_c, 1_c, z), lz::select(z <= 1_c, 0_c, 1_c)));

} // namespace
