#include "plans.hpp"

#include <leibniz/expr/adl.hpp>

// What becomes of formulas on their way to kernels.

namespace {

namespace lz = leibniz;
namespace meta = lz::meta;
using namespace lz::literals;

// --- two steps of a recurrent layer, whose weights are shared: with samples along the lanes the
// gradient of each is one sum, whose lanes are added up once
constexpr auto inputs = lz::domain<"inputs", 3>;
constexpr auto steps = lz::domain<"steps", 2>;
constexpr auto hidden = lz::domain<"hidden", 4>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(inputs);
constexpr auto j = lz::index<"j">(hidden);
constexpr auto h = lz::index<"h">(hidden);
constexpr auto x = lz::tensor<"x">(lz::samples, steps, inputs);
constexpr auto W = lz::tensor<"W">(hidden, inputs);
constexpr auto R = lz::tensor<"R">(hidden, hidden);
constexpr auto b = lz::tensor<"b">(hidden);
constexpr auto h0 = lz::tensor<"h0">(lz::samples, hidden);
constexpr auto h1 = lz::tensor<"h1">(lz::samples, hidden);
constexpr auto recurrent = lz::graph<"recurrent">(
    lz::inputs(x), lz::parameters(W, R, b),
    lz::define(h0(n, j), tanh(sum(i, W(j, i) * x(n, 0_c, i)) + b(j))),
    lz::define(h1(n, j), tanh(sum(i, W(j, i) * x(n, 1_c, i)) + sum(h, R(j, h) * h0(n, h)) + b(j))));

template <int Width> using plan_of = plans::gradient_plan<recurrent, Width>;

template <class Formula> inline constexpr int sums_of_lanes = 0;
template <class Lane, class Body, int... Ranges>
inline constexpr int sums_of_lanes<lz::program::lane_sum<Lane, Body, Ranges...>> = 1;
template <class... Terms>
inline constexpr int sums_of_lanes<lz::expr::addition<Terms...>> = (0 + ... + sums_of_lanes<Terms>);

/// How many sums along the lanes the steps have that write the gradient of a parameter, and of how
/// many products they are.
template <class Tensor, class... Steps> constexpr int sums_for(meta::list<Steps...>) {
    return (0 + ... +
            (std::is_same_v<typename Steps::written::tensor, lz::expr::adjoint<Tensor>>
                 ? sums_of_lanes<typename Steps::formula>
                 : 0));
}
template <auto const& Handle, int Width>
inline constexpr int sums = sums_for<typename std::remove_cvref_t<decltype(Handle)>::type>(
    typename plan_of<Width>::steps{});
static_assert(plan_of<16>::samples_along_lanes);
static_assert(sums<W, 16> == 1 && sums<b, 16> == 1 && sums<R, 16> == 1);
// Numbers one at a time have no lanes.
static_assert(sums<W, 1> == 0);

} // namespace
