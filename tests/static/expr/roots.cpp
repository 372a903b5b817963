#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/symbols.hpp>

/// Powers with a fraction as exponent.
namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;
constexpr auto half = 1_c / 2_c;
constexpr auto third = 1_c / 3_c;

} // namespace

// √x·√x = x, where x is not negative; (x²)^½ is |x| and left alone
static_assert(sqrt(x) * sqrt(x) == x);
static_assert(lz::pow(sqrt(x), 2_c) == x);
static_assert(lz::pow(sqrt(x), 4_c) == x * x);
static_assert(x / sqrt(x) == sqrt(x));
static_assert(lz::pow(x, third) * lz::pow(x, half) == lz::pow(x, 5_c / 6_c));
static_assert(lz::pow(lz::pow(x, 2_c), half) != x);
static_assert(sqrt(x * x) != x);
static_assert(sqrt(lz::pow(x, 3_c)) != lz::pow(x, 3_c / 2_c));
static_assert(sqrt(x * y) != sqrt(x) * sqrt(y));
static_assert(sqrt(x * y) == sqrt(y * x));
static_assert(sqrt(sqrt(x)) == lz::pow(x, 1_c / 4_c));
static_assert(lz::pow(lz::pow(x, 2_c / 3_c), 3_c / 2_c) == x);
static_assert(sqrt(x) * lz::pow(sqrt(x), -4_c / 3_c) == lz::pow(sqrt(x), -third));
static_assert(lz::pow(lz::sqrt(2_c), third) == lz::pow(2_c, 1_c / 6_c));

// A positive number leaves the root, a negative one leaves it but for the sign
static_assert(sqrt(4_c * x) == 2_c * sqrt(x));
static_assert(sqrt(x / 9_c) == sqrt(x) / 3_c);
static_assert(sqrt(2_c * x) == lz::sqrt(2_c) * sqrt(x));
static_assert(sqrt(-4_c * x) == 2_c * sqrt(-x));
static_assert(sqrt(4_c * x + 4_c * y) == 2_c * sqrt(x + y));
static_assert(sqrt(4_c * x - 4_c * y) == 2_c * sqrt(x - y));
static_assert(sqrt(4_c * y - 4_c * x) == 2_c * sqrt(y - x));
static_assert(sqrt(x - y) != sqrt(y - x));
static_assert(lz::pow(8_c * x, third) == 2_c * lz::pow(x, third));

// Roots of numbers: rational · integer^fraction, the fraction between 0 and 1
static_assert(lz::sqrt(4_c) == 2_c);
static_assert(lz::sqrt(9_c / 4_c) == 3_c / 2_c);
static_assert(lz::pow(8_c, third) == 2_c);
static_assert(lz::pow(8_c, 2_c / 3_c) == 4_c);
static_assert(lz::pow(4_c, -half) == half);
static_assert(lz::pow(27_c / 8_c, -2_c / 3_c) == 4_c / 9_c);
static_assert(lz::sqrt(2_c) * lz::sqrt(2_c) == 2_c);
static_assert(1_c / lz::sqrt(2_c) == lz::sqrt(2_c) / 2_c);
static_assert(lz::sqrt(1_c / 2_c) == lz::sqrt(2_c) / 2_c);
static_assert(lz::sqrt(2_c) / lz::sqrt(2_c) == 1_c);
static_assert(lz::pow(2_c, 3_c / 2_c) == 2_c * lz::sqrt(2_c));
static_assert(x / lz::sqrt(2_c) == x * lz::sqrt(1_c / 2_c));
static_assert(lz::sqrt(2_c) != lz::sqrt(3_c));
static_assert(lz::sqrt(2_c) + lz::sqrt(2_c) == 2_c * lz::sqrt(2_c));

// pow with an expression as exponent, for x > 0
static_assert(lz::pow(x, y) == exp(y * log(x)));
static_assert(lz::pow(x, 2_c + 1_c) == x * x * x);

// Roots of numbers: what is a whole power leaves, the rest is split into primes
static_assert(lz::sqrt(8_c) == 2_c * lz::sqrt(2_c));
static_assert(lz::sqrt(6_c) == lz::sqrt(2_c) * lz::sqrt(3_c));
static_assert(lz::pow(4_c, third) == lz::pow(2_c, 2_c / 3_c));
static_assert(lz::pow(12_c, 1.5_c) == 24_c * lz::sqrt(3_c));
static_assert(lz::sqrt(1_c / 12_c) == lz::sqrt(3_c) / 6_c);
static_assert(1_c / lz::sqrt(2_c) == lz::sqrt(2_c) / 2_c);
static_assert(lz::pow(lz::sqrt(2_c) * x, third) == lz::pow(2_c, 1_c / 6_c) * lz::pow(x, third));
static_assert(lz::sqrt(8_c) != 2_c * lz::sqrt(3_c));
