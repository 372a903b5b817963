#include <leibniz/expr/adl.hpp>
#include <leibniz/network/layers.hpp>
#include <leibniz/testing/gradient_agrees.hpp>

// The gradient that is derived, held against central differences and dual numbers. That a wrong one
// is refused: wrong_rules.cpp and tests/errors/wrong_rule.cpp.

namespace {

namespace lz = leibniz;
using namespace lz::literals;

// [large]
constexpr auto net =
    lz::network<"212 weights">(lz::input<8>, lz::dense<16>(lz::tanh), lz::dense<4>(lz::logistic));
static_assert(lz::gradient_agrees(net, 1e-8_c));
// [/large]

// No weight is left out: each has a slope, found in three ways.
using check = lz::testing_detail::check_of<decltype(net), lz::probe{}>;
static_assert(check::count == 212);
template <std::size_t... Chunks> constexpr int moving(std::index_sequence<Chunks...>) {
    int found = 0;
    auto const count = [&](std::size_t start, auto const& quotients, auto const& slopes) {
        for (std::size_t k = 0; k < check::chunk && start + k < check::count; ++k)
            found += check::derived[start + k] != 0 && quotients[k] != 0 && slopes[k] != 0;
    };
    (count(Chunks * check::chunk, check::quotients<Chunks>, check::slopes<Chunks>), ...);
    return found;
}
static_assert(moving(std::make_index_sequence<check::chunks>{}) == 212);
static_assert(check::worst.apart > 0, "found three ways, not all last digits are the same");

// Other points, and a loss in place of a network.
constexpr auto small =
    lz::network<"small">(lz::input<3>, lz::dense<4>(lz::relu), lz::dense<2>(lz::softplus));
constexpr auto loss = lz::sum_of_squared_errors(small);
static_assert(lz::gradient_agrees<lz::probe{.seed = 2, .samples = 1}>(small, 1e-8_c));
static_assert(lz::gradient_agrees(loss, 1e-8_c));
static_assert(lz::gradient_agrees(lz::gradient(loss), 1e-8_c));
static_assert(lz::gradient_deviation<lz::probe{.seed = 2, .samples = 1}>(small) !=
              lz::gradient_deviation(loss));

// So much work that each equation has a constant expression of its own: the same numbers.
using in_one = lz::testing_detail::check_of<decltype(loss), lz::probe{}>;
using by_equation = lz::testing_detail::gradient_check<decltype(loss), lz::probe{}, 1000>;
static_assert(!in_one::by_equation && by_equation::by_equation);
static_assert(in_one::worst.apart == by_equation::worst.apart);

// A model without layers, with weights without indices: y = a·exp(−b·t).
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto t = lz::tensor<"t">(lz::samples);
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto a = lz::symbol<"a">;
constexpr auto b = lz::symbol<"b">;
constexpr auto decay =
    lz::graph<"decay">(lz::inputs(t), lz::parameters(a, b), lz::define(y(n), a* lz::exp(-b* t(n))));
static_assert(lz::gradient_agrees(decay, 1e-8_c));
static_assert(lz::gradient_deviation(decay) < 1e-8);

} // namespace
