#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

/// What a formula needs several times is computed once, if it takes a Σ or a function.
namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr std::int64_t neurons = 32;
constexpr auto with = [](auto f) {
    return lz::network<"one">(lz::input<8>, lz::dense<neurons>(f));
};
constexpr auto sums = lz::cost(with(lz::identity));

/// Does a layer take its sums, and so much more for each neuron? Nothing else is stored or read.
constexpr bool adds(auto f, std::int64_t flops, std::int64_t functions) {
    auto const whole = lz::cost(with(f));
    return whole.flops == sums.flops + flops * neurons && whole.stores == sums.stores &&
           whole.loads == sums.loads && whole.transcendentals == functions * neurons;
}

static_assert(adds(lz::relu, 0, 0));
static_assert(adds(lz::leaky_relu, 1, 0));
static_assert(adds(lz::silu, 1, 1));
static_assert(adds(lz::gelu, 4, 1));
static_assert(adds(lz::elu, 0, 1));
static_assert(adds([](auto z) { return z + tanh(z); }, 1, 1));
static_assert(adds([](auto z) { return tanh(z) - z; }, 1, 1));
static_assert(adds([](auto z) { return z * z + z; }, 2, 0));
// What is repeated is part of what is repeated.
static_assert(adds([](auto z) { return max(tanh(z), 0_c); }, 0, 1));
static_assert(adds([](auto z) { return min(max(tanh(z), z), 0_c); }, 0, 1));
// Hard swish (Howard et al. 2019): what is repeated also stands by itself. z + 3, four times, is
// left to the compiler.
static_assert(adds([](auto z) { return z * min(max(z + 3_c, 0_c), 6_c) / 6_c; }, 6, 0));

// Roots and quotients are kept as well: one of each here, beside a product and two sums.
static_assert(adds([](auto z) { return 1_c / sqrt(1_c + z * z) + tanh(1_c / sqrt(1_c + z * z)); },
                   5, 1));

} // namespace
