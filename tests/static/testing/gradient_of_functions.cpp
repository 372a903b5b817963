#include <leibniz/expr/adl.hpp>
#include <leibniz/network/layers.hpp>
#include <leibniz/testing/gradient_agrees.hpp>

// Every function with a weight before and behind it: its rule, its value, and the derivative that
// dual numbers have for it.

namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto all = lz::domain<"all", 22>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto x = lz::tensor<"x">(lz::samples);
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto U = lz::tensor<"U">(all);
constexpr auto V = lz::tensor<"V">(all);

template <int At> constexpr auto argument() {
    constexpr lz::expr::constant<lz::rational{At}> at{};
    return U(at) * x(n);
}
template <int At, class F> constexpr auto term(F f) {
    constexpr lz::expr::constant<lz::rational{At}> at{};
    return V(at) * f(argument<At>());
}
template <int... At, class... Functions>
constexpr auto sum_of(std::integer_sequence<int, At...>, Functions... f) {
    return lz::graph<"functions">(lz::inputs(x), lz::parameters(U, V),
                                  lz::define(y(n), (term<At>(f) + ...)));
}

constexpr auto functions = sum_of(
    std::make_integer_sequence<int, 22>{}, lz::exp, lz::expm1, lz::log, lz::log1p, lz::sin, lz::cos,
    lz::tan, lz::asin, lz::acos, lz::atan, lz::sinh, lz::cosh, lz::tanh, lz::erf, lz::logistic,
    lz::softplus, lz::sign, lz::sqrt, [](auto u) { return pow(u, 2_c / 3_c); },
    [](auto u) { return pow(u, -3_c / 2_c); }, [](auto u) { return 1_c / (1_c + u * u * u); },
    [](auto u) { return max(u, 1_c / 4_c); });

// Arguments between 0.04 and 0.64, where every function is smooth.
constexpr lz::probe inside{.low = 0.2, .high = 0.8};
static_assert(lz::gradient_agrees<inside>(functions, 1e-7_c));
using check = lz::testing_detail::check_of<decltype(functions), inside>;
static_assert(check::count == 44);

// All but two move: sign is flat, and so is a maximum below its bound.
static_assert([] {
    int moving = 0;
    for (double const slope : check::derived)
        moving += slope != 0 ? 1 : 0;
    return moving;
}() >= 42);

// Where the logarithm has no value a selection takes something else; without it there is no
// gradient.
constexpr auto chosen = lz::network<"chosen">(
    lz::input<2>, lz::dense<3>([](auto u) { return lz::select(u <= 0_c, u, lz::log(u)); }),
    lz::dense<1>());
static_assert(lz::gradient_agrees(chosen, 1e-6_c));
constexpr auto outside =
    lz::network<"outside">(lz::input<2>, lz::dense<3>(lz::log), lz::dense<1>());
static_assert(lz::gradient_deviation(outside) > 1e300);

} // namespace
