#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/symbols.hpp>

/// The canonical form of sums and products: equal formulas are equal types.
namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;
constexpr auto u = lz::symbol<"u">;
constexpr auto v = lz::symbol<"v">;

// --- numbers of many digits, whose sum or product has few ----------------------------------------
static_assert(0.1234567891_c * x + 0.9876543211_c * x == 1.1111111102_c * x);
static_assert(1e-10_c * x + 1_c / 3_c * x == 10000000003_c / 30000000000_c * x);
static_assert(0.1234567891_c * x * (10000000000_c / 1234567891_c) == x);

} // namespace

// --- order and grouping
// ---------------------------------------------------------------------------
static_assert(x + y == y + x);
static_assert(x * y == y * x);
static_assert(x + (y + (u + v)) == ((v + u) + y) + x);
static_assert(x * (y * (u * v)) == ((v * u) * y) * x);
static_assert((x + y) + (u + v) == (u + x) + (v + y));
static_assert(sin(x) * y + u * exp(v) == exp(v) * u + y * sin(x));
static_assert(x + y != x + u);
static_assert(x * y != x + y);
static_assert(x - y != y - x);
static_assert(x / y != y / x);

// --- numbers
// --------------------------------------------------------------------------------------
static_assert(2_c / 3_c + 1_c / 6_c == 5_c / 6_c);
static_assert(2_c / 4_c == 1_c / 2_c);
static_assert(0.125_c == 1_c / 8_c);
static_assert(1'000_c == 10_c * 100_c);
static_assert(1e-3_c == 1_c / 1'000_c);
static_assert(2.5e2_c == 250_c);
static_assert(12e+1_c == 120_c);
static_assert(1e-15_c == 1e-8_c * 1e-7_c);
static_assert(!(1e-6_c == 1e-7_c));
static_assert(1_c - 1_c == 0_c);
static_assert(x + 0_c == x && 0_c + x == x);
static_assert(x * 1_c == x && 1_c * x == x && x / 1_c == x);
static_assert(x * 0_c == 0_c && 0_c * (x + y) == 0_c);
static_assert(0_c / x == 0_c);
static_assert(2_c * x + 3_c + y + 4_c == y + 7_c + 2_c * x);
static_assert(2_c * x * 3_c * y == 6_c * (x * y));
static_assert(-(-x) == x && +x == x);
static_assert(x != 2_c * x && x != -x && x != x + 1_c);

static_assert(x * std::integral_constant<int, 2>{} == 2_c * x);

// --- like terms
// -----------------------------------------------------------------------------------
static_assert(x + x == 2_c * x);
static_assert(2_c * x + 3_c * x == 5_c * x);
static_assert(x / 2_c + x / 3_c == 5_c / 6_c * x);
static_assert(x - x == 0_c);
static_assert(x * y + y * x == 2_c * x * y);
static_assert(x + y - x == y);
static_assert((x + y) + (x - y) == 2_c * x);
static_assert(sin(x) + 2_c * sin(x) - 3_c * sin(x) == 0_c);
static_assert(sin(x + y) - sin(y + x) == 0_c);
static_assert(exp(x) * y - y * exp(x) + u == u);
static_assert(lz::select(x < y, u, v) - lz::select(x < y, u, v) == 0_c);

// --- a number is distributed over a sum, a sum over nothing else ---------------------------------
static_assert(2_c * (x + y) == 2_c * x + 2_c * y);
static_assert(-(x - y) == y - x);
static_assert((x + y) / 2_c == x / 2_c + y / 2_c);
static_assert(x * (y + u) != x * y + x * u);

// --- like factors
// ---------------------------------------------------------------------------------
static_assert(x * x == lz::pow(x, 2_c));
static_assert(x * x * x == lz::pow(x, 3_c));
static_assert(lz::pow(x, 2_c) * lz::pow(x, 3_c) == lz::pow(x, 5_c));
static_assert(lz::pow(lz::pow(x, 2_c), 3_c) == lz::pow(x, 6_c));
static_assert(x / x == 1_c);
static_assert(x * y / x == y);
static_assert(lz::pow(x, 3_c) / x == x * x);
static_assert(1_c / (1_c / x) == x);
static_assert((x + y) / (y + x) == 1_c);
static_assert((x + y) * (y + x) == lz::pow(x + y, 2_c));
static_assert(lz::pow(x, 0_c) == 1_c && lz::pow(x, 1_c) == x);
static_assert(sin(x) * sin(x) / sin(x) == sin(x));

// --- powers of products
// ---------------------------------------------------------------------------
static_assert(lz::pow(x * y, 2_c) == x * x * y * y);
static_assert(lz::pow(2_c * x, 3_c) == 8_c * lz::pow(x, 3_c));
static_assert(lz::pow(x / y, -2_c) == y * y / (x * x));
static_assert(1_c / (x * y) == (1_c / x) * (1_c / y));
static_assert(lz::pow(-x, 2_c) == x * x && lz::pow(-x, 3_c) == -lz::pow(x, 3_c));

// --- content and sign of a sum
// --------------------------------------------------------------------
static_assert(lz::pow(x - y, 2_c) == lz::pow(y - x, 2_c));
static_assert(lz::pow(x - y, 3_c) == -lz::pow(y - x, 3_c));
static_assert((x - y) * (u - v) == (y - x) * (v - u));
static_assert((x - y) * u == -(y - x) * u);
static_assert((2_c * x + 2_c * y) * u == 2_c * u * (x + y));
static_assert((4_c * x + 6_c * y) * (3_c * u - 9_c * v) ==
              6_c * (2_c * x + 3_c * y) * (u - 3_c * v));
static_assert((x / 2_c + y / 3_c) * u == u * (3_c * x + 2_c * y) / 6_c);
static_assert(lz::pow(2_c * x - 2_c * y, 2_c) == 4_c * lz::pow(y - x, 2_c));
static_assert((2_c * x + 2_c * y) / (x + y) == 2_c);
static_assert((x - y) / (y - x) == -1_c);
static_assert(lz::pow(1_c - x, 2_c) == lz::pow(x - 1_c, 2_c));
static_assert((x - y) * u != (y - x) * u);

// --- selection
// -------------------------------------------------------------------------------------
static_assert(lz::select(x < y, u, v) == lz::select(y > x, u, v));
static_assert(lz::select(x <= y, u, v) == lz::select(y >= x, u, v));
static_assert(lz::select(x < y, u, v) != lz::select(x <= y, u, v));
static_assert(lz::select(x < y, u, v) != lz::select(y < x, u, v));
static_assert(lz::select(x < y, u, u) == u);
static_assert(lz::select(1_c < 2_c, u, v) == u && lz::select(2_c <= 1_c, u, v) == v);
static_assert(lz::select(x + y < u, u, v) == lz::select(y + x < u, u, v));

// --- functions at exact arguments
// ------------------------------------------------------------------
static_assert(sin(x - x) == 0_c && cos(x - x) == 1_c && exp(x - x) == 1_c);
static_assert(lz::log(1_c) == 0_c && lz::log1p(0_c) == 0_c && lz::expm1(0_c) == 0_c);
static_assert(lz::logistic(0_c) == 1_c / 2_c && lz::tanh(0_c) == 0_c && lz::erf(0_c) == 0_c);
static_assert(lz::sign(-3_c) == -1_c && lz::sign(0_c) == 0_c && lz::sign(2_c) == 1_c);
static_assert(lz::abs(-3_c) == 3_c && lz::relu(-3_c) == 0_c && lz::max(2_c, 3_c) == 3_c);
