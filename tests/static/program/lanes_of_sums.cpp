#include "plans.hpp"

#include <leibniz/expr/adl.hpp>

// What runs along the lanes where sums over samples have lanes of their own.

namespace {

namespace lz = leibniz;
namespace meta = lz::meta;

// Places are contiguous in what is mixed and in δ, so that the gradient of the weights P has them
// along the lanes.
constexpr auto places = lz::domain<"places", 60>;
constexpr auto given = lz::domain<"given", 16>;
constexpr auto mixed = lz::domain<"mixed", 32>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto c = lz::index<"c">(given);
constexpr auto m = lz::index<"m">(mixed);
constexpr auto t = lz::index<"t">(places);
constexpr auto x = lz::tensor<"x">(lz::samples, given, places);
constexpr auto h = lz::tensor<"h">(lz::samples, given, places);
constexpr auto P = lz::tensor<"P">(mixed, given);
constexpr auto b = lz::tensor<"b">(mixed);
constexpr auto p = lz::tensor<"p">(lz::samples, mixed, places);
constexpr auto mixing = lz::graph<"mixing">(
    lz::inputs(x), lz::parameters(P, b), lz::define(h(n, c, t), tanh(x(n, c, t))),
    lz::define(p(n, m, t), sum(c, P(m, c) * h(n, c, t)) + b(m)));

using plans::lanes_of;
template <int Width> using plan_of = plans::gradient_plan<mixing, Width>;

/// The kernel that writes the adjoint of a parameter.
template <auto const& Handle, int Width>
using kernel = plans::kernel_writing<lz::expr::adjoint<plans::tensor<Handle>>, plan_of<Width>>;
template <auto const& Handle, int Width> constexpr bool has_lanes_outside() {
    return !std::is_void_v<typename kernel<Handle, Width>::lane>;
}
template <auto const& Handle, int Width>
constexpr auto tile = lz::program::detail::best_tile<lanes_of<Width>, kernel<Handle, Width>>();

// Nothing runs along the lanes outside: with the 16 of c there a tile would have one column, and
// load nearly as many vectors as it multiplies.
static_assert(!plan_of<16>::samples_along_lanes);
static_assert(!has_lanes_outside<P, 16>() && !has_lanes_outside<P, 8>());
static_assert(tile<P, 16> == lz::program::tile_size{4, 4});
static_assert(tile<P, 8>.rows > 1 && tile<P, 8>.columns > 1);
static_assert(!has_lanes_outside<b, 16>());
// Numbers one at a time have the lane that was asked for, of one number.
static_assert(has_lanes_outside<P, 1>());

// A dense layer's gradient has its weights along the lanes, as they lie.
constexpr auto dense =
    lz::network<"dense">(lz::input<64>, lz::dense<64>(lz::tanh), lz::dense<64>());
using dense_plan = plans::gradient_plan<dense, 16>;
template <class... Steps> constexpr bool all_have_lanes(meta::list<Steps...>) {
    return (
        (Steps::written::tensor::rank < 2 || !std::is_void_v<typename Steps::kernel_type::lane>) &&
        ...);
}
static_assert(all_have_lanes(typename dense_plan::steps{}));

} // namespace
