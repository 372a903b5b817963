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

// However often one equation reads what another computes.
constexpr auto by_selection =
    lz::network<"by_selection">(lz::input<2>, lz::dense<3>(lz::relu), lz::dense<1>(lz::leaky_relu));
static_assert(steps<by_selection> == 2);
constexpr auto by_product =
    lz::network<"by_product">(lz::input<2>, lz::dense<3>(lz::silu), lz::dense<1>());
static_assert(steps<by_product> == 2);

// Not where another equation reads the sum, too: SiLU's derivative does. Those of rectifiers and of
// tanh are told by the activation alone.
template <auto const& Net>
using objective_of = decltype(lz::sum_of_squared_errors(graph_of<Net>{}));
template <auto const& Net>
using written_in_training =
    typename lz::program::detail::written_by<typename lz::training_detail::gradient_program<
        objective_of<Net>, lz::simd::lanes<float>, 64>::equations>::type;
template <auto const& Net> constexpr bool stores_sums() {
    using sum = typename std::remove_const_t<decltype(Net.template weighted_sum<1>())>::type;
    return lz::meta::contains_by_key<sum, written_in_training<Net>>::value;
}
static_assert(stores_sums<by_product>());
static_assert(!stores_sums<by_selection>() && !stores_sums<by_function>());

// Whatever the equations call an index over so many values; but not where one reads what the other
// has in another place.
constexpr auto inputs = lz::domain<"inputs", 4>;
constexpr auto hidden = lz::domain<"hidden", 6>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(inputs);
constexpr auto j = lz::index<"j">(hidden);
constexpr auto h = lz::index<"h">(hidden);
constexpr auto x = lz::tensor<"x">(lz::samples, inputs);
constexpr auto W = lz::tensor<"W">(hidden, inputs);
constexpr auto z = lz::tensor<"z">(lz::samples, hidden);
constexpr auto y = lz::tensor<"y">(lz::samples, hidden);
template <class Second>
inline constexpr std::size_t left_of =
    lz::program::fuse<decltype(lz::equations(lz::define(z(n, j), sum(i, W(j, i) * x(n, i))),
                                             Second{})),
                      lz::meta::list<typename Second::tensor>>::size;
static_assert(left_of<decltype(lz::define(y(n, j), tanh(z(n, j))))> == 1);
static_assert(left_of<decltype(lz::define(y(n, h), tanh(z(n, h))))> == 1);
static_assert(left_of<decltype(lz::define(y(n, j), sum(h, z(n, h)) + z(n, j)))> == 2);

} // namespace
