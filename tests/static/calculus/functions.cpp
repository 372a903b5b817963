#include <leibniz/calculus/diff.hpp>
#include <leibniz/expr/adl.hpp>

/// The derivative of each elementary function, of each composition, and the rules that join them.
namespace {

namespace lz = leibniz;
using namespace lz::literals;
using lz::diff;

constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;
constexpr auto half = 1_c / 2_c;

/// f(y²) by the chain rule, with f′ given at y².
template <class Function, class Slope> constexpr auto chain_rule_holds(Function f, Slope slope) {
    return diff(f(y * y), y) == 2_c * y * slope(y * y);
}

} // namespace

// --- primitives
// -------------------------------------------------------------------------------------
static_assert(diff(exp(x), x) == exp(x));
static_assert(diff(expm1(x), x) == expm1(x) + 1_c);
static_assert(diff(log(x), x) == 1_c / x);
static_assert(diff(log1p(x), x) == 1_c / (1_c + x));
static_assert(diff(sin(x), x) == cos(x));
static_assert(diff(cos(x), x) == -sin(x));
static_assert(diff(tan(x), x) == 1_c + tan(x) * tan(x));
static_assert(diff(asin(x), x) == 1_c / sqrt(1_c - x * x));
static_assert(diff(acos(x), x) == -1_c / sqrt(1_c - x * x));
static_assert(diff(atan(x), x) == 1_c / (1_c + x * x));
static_assert(diff(sinh(x), x) == cosh(x));
static_assert(diff(cosh(x), x) == sinh(x));
static_assert(diff(tanh(x), x) == 1_c - tanh(x) * tanh(x));
static_assert(diff(erf(x), x) == 2_c * exp(-x * x) / sqrt(lz::pi));
static_assert(diff(logistic(x), x) == logistic(x) * (1_c - logistic(x)));
static_assert(diff(softplus(x), x) == logistic(x));
static_assert(diff(sign(x), x) == 0_c);
static_assert(diff(lz::pi * x, x) == lz::pi && diff(lz::pi, x) == 0_c);

// --- powers
// -----------------------------------------------------------------------------------------
static_assert(diff(x, x) == 1_c && diff(y, x) == 0_c && diff(7_c, x) == 0_c);
static_assert(diff(lz::pow(x, 5_c), x) == 5_c * lz::pow(x, 4_c));
static_assert(diff(1_c / x, x) == -1_c / (x * x));
static_assert(diff(sqrt(x), x) == half / sqrt(x));
static_assert(diff(lz::pow(x, 2_c / 3_c), x) == 2_c / 3_c * lz::pow(x, -1_c / 3_c));
static_assert(diff(lz::pow(x, y), x) == y / x * lz::pow(x, y));
static_assert(diff(lz::pow(x, y), y) == log(x) * lz::pow(x, y));

// --- sums, products, quotients, chains
// --------------------------------------------------------------
static_assert(diff(3_c * x + y * x - x / 2_c, x) == y + 5_c / 2_c);
static_assert(diff(x * y * sin(x), x) == y * sin(x) + x * y * cos(x));
static_assert(diff(sin(x) / x, x) == cos(x) / x - sin(x) / (x * x));
static_assert(diff(x / (x + y), x) == 1_c / (x + y) - x / lz::pow(x + y, 2_c));
static_assert(diff(exp(sin(x * y)), x) == y * cos(x * y) * exp(sin(x * y)));
static_assert(diff(lz::pow(sin(x), 2_c), x) == 2_c * sin(x) * cos(x));
static_assert(chain_rule_holds(lz::exp, [](auto u) { return exp(u); }));
static_assert(chain_rule_holds(lz::log, [](auto u) { return 1_c / u; }));
static_assert(chain_rule_holds(lz::tanh, [](auto u) { return 1_c - lz::pow(tanh(u), 2_c); }));
static_assert(chain_rule_holds(lz::atan, [](auto u) { return 1_c / (1_c + u * u); }));
static_assert(chain_rule_holds(lz::softplus, [](auto u) { return logistic(u); }));

// --- compositions, with the branch of the kink
// -------------------------------------------------------
static_assert(diff(lz::relu(x), x) == lz::select(x <= 0_c, 0_c, 1_c));
static_assert(diff(lz::leaky_relu(x), x) == lz::select(x <= 0_c, 0.01_c, 1_c));
static_assert(diff(lz::elu(x), x) == lz::select(x <= 0_c, 1_c + expm1(x), 1_c));
static_assert(diff(lz::elu(x, 2_c), x) == lz::select(x <= 0_c, 2_c + 2_c * expm1(x), 1_c));
static_assert(diff(lz::abs(x), x) == lz::select(x < 0_c, -1_c, 1_c));
static_assert(diff(lz::max(x, y), x) == lz::select(y < x, 1_c, 0_c));
static_assert(diff(lz::max(x, y), y) == lz::select(y < x, 0_c, 1_c));
static_assert(diff(lz::min(x, y), x) == lz::select(x < y, 1_c, 0_c));
static_assert(diff(lz::silu(x), x) == logistic(x) + x * logistic(x) * (1_c - logistic(x)));
static_assert(diff(lz::gelu(x), x) == half * (1_c + erf(x / lz::sqrt(2_c))) +
                                          x * exp(-x * x / 2_c) / (lz::sqrt(2_c) * sqrt(lz::pi)));
static_assert(diff(lz::identity(x), x) == 1_c);
// A selection whose branches have the same derivative is that derivative.
static_assert(diff(lz::select(x < y, 2_c * x, 2_c * x + 1_c), x) == 2_c);

// --- derivatives of derivatives
// ----------------------------------------------------------------------
static_assert(diff(diff(sin(x), x), x) == -sin(x));
static_assert(diff(diff(sin(x * y), x), y) == diff(diff(sin(x * y), y), x));
static_assert(diff(diff(exp(x) * log(y), x), y) == exp(x) / y);
static_assert(diff(diff(lz::pow(x, 3_c), x), x) == 6_c * x);
static_assert(diff(diff(tanh(x), x), x) == -2_c * tanh(x) * (1_c - lz::pow(tanh(x), 2_c)));
