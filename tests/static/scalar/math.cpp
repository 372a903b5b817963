#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <leibniz/scalar/math.hpp>

#include "math_reference.hpp"

namespace scalar = leibniz::scalar;

namespace {

/// The place of a double among all doubles in increasing order, both zeros at 0
constexpr std::int64_t place(double x) {
    auto const bits = std::bit_cast<std::int64_t>(x);
    return bits >= 0 ? bits : std::numeric_limits<std::int64_t>::min() - bits;
}

/// The nearest double or a neighbour of it: less than 1.5 ulp off
constexpr bool agrees(double got, double expected) {
    std::int64_t const distance = place(got) - place(expected);
    return -1 <= distance && distance <= 1;
}

/// The row that disagrees, for the error message; the table's size if none does
template <std::size_t N, class Function>
constexpr std::size_t wrong_row(std::array<reference::unary, N> const& table, Function f) {
    std::size_t i = 0;
    while (i < N && agrees(f(table[i].x), table[i].value)) {
        ++i;
    }
    return i;
}

constexpr std::size_t wrong_power() {
    std::size_t i = 0;
    while (i < reference::pow.size() &&
           agrees(scalar::pow(reference::pow[i].x, reference::pow[i].y), reference::pow[i].value)) {
        ++i;
    }
    return i;
}

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr float infinity_f = std::numeric_limits<float>::infinity();
constexpr float nan_f = std::numeric_limits<float>::quiet_NaN();

} // namespace

#define AGREES_WITH_MPFR(function)                                                                 \
    static_assert(wrong_row(reference::function, [](double x) { return scalar::function(x); }) ==  \
                  reference::function.size())
AGREES_WITH_MPFR(exp);
AGREES_WITH_MPFR(expm1);
AGREES_WITH_MPFR(log);
AGREES_WITH_MPFR(log1p);
AGREES_WITH_MPFR(sqrt);
AGREES_WITH_MPFR(sin);
AGREES_WITH_MPFR(cos);
AGREES_WITH_MPFR(tan);
AGREES_WITH_MPFR(asin);
AGREES_WITH_MPFR(acos);
AGREES_WITH_MPFR(atan);
AGREES_WITH_MPFR(sinh);
AGREES_WITH_MPFR(cosh);
AGREES_WITH_MPFR(tanh);
AGREES_WITH_MPFR(erf);
AGREES_WITH_MPFR(logistic);
AGREES_WITH_MPFR(softplus);
static_assert(wrong_power() == reference::pow.size());

// A value two doubles off would be found, in either direction.
template <int Off> constexpr auto exp_but_for_row_3() {
    auto table = reference::exp;
    auto const bits = std::bit_cast<std::int64_t>(scalar::exp(table[3].x));
    table[3].value = std::bit_cast<double>(bits + Off);
    return table;
}
template <int Off>
inline constexpr std::size_t row_found =
    wrong_row(exp_but_for_row_3<Off>(), [](double x) { return scalar::exp(x); });
static_assert(row_found<2> == 3 && row_found<-2> == 3);
static_assert(row_found<0> == reference::exp.size());

// NaN, infinite and overflowing arguments are constant expressions, in float too.
#define PASSES_NAN_ON(function)                                                                    \
    static_assert(scalar::function(nan) != scalar::function(nan));                                 \
    static_assert(scalar::function(nan_f) != scalar::function(nan_f))
PASSES_NAN_ON(abs);
PASSES_NAN_ON(sign);
PASSES_NAN_ON(exp);
PASSES_NAN_ON(expm1);
PASSES_NAN_ON(log);
PASSES_NAN_ON(log1p);
PASSES_NAN_ON(sqrt);
PASSES_NAN_ON(sin);
PASSES_NAN_ON(cos);
PASSES_NAN_ON(tan);
PASSES_NAN_ON(asin);
PASSES_NAN_ON(acos);
PASSES_NAN_ON(atan);
PASSES_NAN_ON(sinh);
PASSES_NAN_ON(cosh);
PASSES_NAN_ON(tanh);
PASSES_NAN_ON(erf);
PASSES_NAN_ON(logistic);
PASSES_NAN_ON(softplus);
static_assert(scalar::pow(nan, 2.0) != scalar::pow(nan, 2.0));
static_assert(scalar::pow(2.0, nan) != scalar::pow(2.0, nan));
static_assert(scalar::pow(-2.0, 0.5) != scalar::pow(-2.0, 0.5));
static_assert(scalar::min(nan, 1.0) != scalar::min(nan, 1.0));
static_assert(scalar::max(1.0F, nan_f) != scalar::max(1.0F, nan_f));
static_assert(scalar::sin(infinity) != scalar::sin(infinity));
static_assert(scalar::cos(-infinity) != scalar::cos(-infinity));
static_assert(scalar::tan(infinity_f) != scalar::tan(infinity_f));

static_assert(scalar::exp(0.0) == 1.0);
static_assert(scalar::exp(1000.0) == infinity && scalar::exp(-1000.0) == 0.0);
static_assert(scalar::exp(infinity) == infinity && scalar::exp(-infinity) == 0.0);
static_assert(scalar::exp(89.0F) == infinity_f && scalar::exp(-104.0F) == 0.0F);
static_assert(scalar::exp(709.782712893384) < infinity &&
              scalar::exp(709.7827128933841) == infinity);
static_assert(scalar::expm1(infinity) == infinity && scalar::expm1(-infinity) == -1.0);
static_assert(scalar::log(0.0) == -infinity && scalar::log(infinity) == infinity);
static_assert(scalar::log(1.0) == 0.0 && scalar::log1p(-1.0) == -infinity);
static_assert(scalar::sqrt(infinity) == infinity && scalar::sqrt(9.0) == 3.0);
static_assert(scalar::pow(10.0, 400.0) == infinity && scalar::pow(-10.0, 401.0) == -infinity);
static_assert(scalar::pow(2.0F, 128.0F) == infinity_f && scalar::pow(2.0F, 10.0F) == 1024.0F);
static_assert(scalar::pow(1.5, 1e300) == infinity && scalar::pow(0.5, 1e300) == 0.0);
static_assert(scalar::sinh(-1000.0) == -infinity && scalar::cosh(-1000.0) == infinity);
static_assert(scalar::tanh(-infinity) == -1.0 && scalar::erf(infinity) == 1.0);
static_assert(scalar::logistic(1000.0) == 1.0 && scalar::logistic(-1000.0) == 0.0);
static_assert(scalar::logistic(0.0) == 0.5 && scalar::logistic(0.0F) == 0.5F);
static_assert(scalar::softplus(1000.0) == 1000.0 && scalar::softplus(-1000.0) == 0.0);
static_assert(scalar::softplus(infinity) == infinity && scalar::softplus(-infinity) == 0.0);
static_assert(scalar::sign(0.0) == 0.0 && scalar::sign(-3.0F) == -1.0F && scalar::sign(2.0) == 1.0);
static_assert(scalar::min(1.0, 2.0) == 1.0 && scalar::max(1.0, 2.0) == 2.0);
