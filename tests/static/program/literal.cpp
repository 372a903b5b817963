#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>
#include <numbers>

// Numbers without a fraction in a product are one, which the compiler has worked out.

namespace {

namespace lz = leibniz;
namespace expr = lz::expr;
using namespace lz::literals;

constexpr auto a = lz::symbol<"a">;
constexpr auto b = lz::symbol<"b">;

template <class Product>
using one_number = typename lz::program::detail::with_one_number<Product>::type;
/// The number in a product of that and one other factor; 0 where it is none such.
template <class Product> inline constexpr double number_in = 0;
template <double Value, class Other>
inline constexpr double number_in<expr::multiplication<lz::program::literal<Value>, Other>> = Value;
template <class Product> constexpr double number_before(Product) {
    return number_in<one_number<Product>>;
}
constexpr bool is_near(double got, double wanted) {
    double const difference = got < wanted ? wanted - got : got - wanted;
    return difference <= 3e-16 * (wanted < 0 ? -wanted : wanted);
}

static_assert(is_near(number_before(1_c / 2_c * sqrt(2_c) * a), std::numbers::sqrt2 / 2));
static_assert(is_near(number_before(a / sqrt(lz::pi)), std::numbers::inv_sqrtpi));
static_assert(is_near(number_before(-3_c * a * lz::pi), -3 * std::numbers::pi));
static_assert(is_near(number_before(a * pow(5_c, 2_c / 3_c)), 2.924017738212866));
static_assert(is_near(number_before(a * pow(1999_c, 11_c / 12_c)), 1061.0725055707055));
static_assert(is_near(number_before(a / sqrt(3_c) * sqrt(5_c)), 1.2909944487358056));
static_assert(is_near(number_before(sqrt(2_c) * exp(a + b)), std::numbers::sqrt2));

// A fraction stays as it is: programs know −1, and multiply by no 1.
template <class Product> constexpr bool stays(Product) {
    return std::is_same_v<one_number<Product>, Product>;
}
static_assert(stays(3_c / 2_c * a) && stays(-a * b) && stays(a * b));
static_assert(stays(a * pow(2_c, 1_c / 1000_c)) && stays(a * pow(lz::pi, 13_c)));
// There is no root of a negative number: at run time it is NaN.
static_assert(stays(a * sqrt(-3_c)));
// So does a root of what has a tensor.
static_assert(stays(2_c * sqrt(a)) && stays(a * sqrt(a + 2_c)));

// --- what a program works out for each value: no root, and one product in place of four
constexpr auto values = lz::domain<"values", 4>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(values);
constexpr auto x = lz::tensor<"x">(lz::samples, values);
constexpr auto y = lz::tensor<"y">(lz::samples, values);
constexpr auto scaled = lz::graph<"scaled">(
    lz::inputs(x), lz::parameters(),
    lz::define(y(n, i), 1_c / 3_c * sqrt(2_c) * x(n, i) / sqrt(lz::pi) + sqrt(7_c) + lz::pi));
static_assert(lz::cost(scaled).flops == 4 * (1 + 2));

} // namespace
