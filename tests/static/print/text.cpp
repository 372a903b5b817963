#include <leibniz/calculus/gradient.hpp>
#include <leibniz/network/layers.hpp>
#include <leibniz/network/loss.hpp>
#include <leibniz/print/equations.hpp>
#include <type_traits>

// A text is a constant where it is asked to be, and its ASCII form part of a type's name.
namespace {

namespace lz = leibniz;

constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;

constexpr auto quotient = lz::to_text(x / (x + y));
static_assert(quotient.view() == "x/(x + y)");
static_assert(quotient == "x/(x + y)");
static_assert(lz::to_text(lz::sqrt(x), lz::ascii) == "sqrt(x)");
static_assert(lz::print::text<decltype(x - y)>() == "x − y");

template <lz::fixed_string> struct shown {};
static_assert(lz::print::name_of<decltype(x - y)>.view() == "x - y");
static_assert(sizeof(lz::print::name_of<decltype(x - y)>.text) == 6);
static_assert(std::is_same_v<shown<lz::print::name_of<decltype(x - y)>>, shown<"x - y">>);

constexpr auto net =
    lz::network<"iris">(lz::input<4>, lz::dense<16>(lz::tanh), lz::dense<3>(lz::logistic));
constexpr auto grad = lz::gradient(lz::sum_of_squared_errors(net));

constexpr int lines = [] {
    int count = 0;
    lz::for_each_equation(net, [&](std::string_view line) { count += line.empty() ? 0 : 1; });
    lz::for_each_derivative(grad, [&](std::string_view line) { count += line.empty() ? 0 : 1; });
    return count;
}();
static_assert(lines == 4 + 2 + 4);
static_assert(lz::to_text(grad[net.biases<2>()]) == "Σ_n δ2[n,p]");

} // namespace
