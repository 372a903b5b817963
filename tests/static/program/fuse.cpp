#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>

// Which equations run, after those that only one other reads have become part of it.

namespace {

namespace lz = leibniz;

template <auto const& Net> using graph_of = std::remove_cvref_t<decltype(Net)>;

/// How many equations of a call remain of two for each layer.
template <auto const& Net>
inline constexpr std::size_t steps =
    lz::program::fuse<typename graph_of<Net>::equations,
                      lz::meta::list<typename graph_of<Net>::output_tensor>>::size;

constexpr auto by_function =
    lz::network<"by_function">(lz::input<2>, lz::dense<3>(lz::tanh), lz::dense<1>(lz::logistic));
static_assert(steps<by_function> == 2);

// What is compared and chosen is computed once, so a rectifier reads its sum once.
constexpr auto by_selection =
    lz::network<"by_selection">(lz::input<2>, lz::dense<3>(lz::relu), lz::dense<1>(lz::relu));
static_assert(steps<by_selection> == 2);

// But not where a choice is more than what was compared.
constexpr auto by_product = lz::network<"by_product">(
    lz::input<2>, lz::dense<3>([](auto z) { return lz::leaky_relu(z); }), lz::dense<1>());
static_assert(steps<by_product> == 3);
constexpr auto squared = lz::network<"squared">(
    lz::input<2>, lz::dense<3>([](auto z) { return z * lz::tanh(z); }), lz::dense<1>());
static_assert(steps<squared> == 3);

// Nor where another equation reads the sum: a rectifier's derivative compares it again.
using objective = decltype(lz::sum_of_squared_errors(graph_of<by_selection>{}));
using code = lz::training_detail::gradient_program<objective, lz::simd::lanes<float>, 64>;
using sum = std::remove_const_t<decltype(by_selection.weighted_sum<1>())>::type;
static_assert(
    lz::meta::contains_by_key<sum, lz::program::detail::written_by<code::equations>::type>::value);

} // namespace
