#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

#include "plans.hpp"

// Equations that differ in a number among subscripts alone share a kernel, whose arrays begin
// elsewhere.

namespace {

namespace lz = leibniz;
namespace meta = lz::meta;
namespace program = lz::program;
using namespace lz::literals;

constexpr auto moment = lz::domain<"moment", 4>;
constexpr auto feature = lz::domain<"feature", 5>;
constexpr auto hidden = lz::domain<"hidden", 9>;
constexpr auto earlier = lz::domain<"earlier", 9>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(feature);
constexpr auto h = lz::index<"h">(hidden);
constexpr auto g = lz::index<"g">(earlier);
constexpr auto x = lz::tensor<"x">(lz::samples, moment, feature);
constexpr auto U = lz::tensor<"U">(hidden, feature);
constexpr auto R = lz::tensor<"R">(hidden, earlier);
constexpr auto b = lz::tensor<"b">(moment, hidden);
constexpr auto p = lz::tensor<"p">(lz::samples, hidden);
constexpr auto q = lz::tensor<"q">(lz::samples, hidden);
constexpr auto r = lz::tensor<"r">(lz::samples, hidden);
constexpr auto d = lz::tensor<"d">(lz::samples, feature);
constexpr auto e = lz::tensor<"e">(lz::samples, feature);
constexpr auto y = lz::tensor<"y">(lz::samples, hidden);

constexpr auto net = lz::graph<"moments">(
    lz::inputs(x), lz::parameters(U, R, b),
    lz::define(p(n, h), lz::tanh(sum(i, U(h, i) * x(n, 0_c, i)) + b(0_c, h))),
    lz::define(q(n, h),
               lz::tanh(sum(i, U(h, i) * x(n, 2_c, i)) + sum(g, R(h, g) * p(n, g)) + b(1_c, h))),
    lz::define(r(n, h),
               lz::tanh(sum(i, U(h, i) * x(n, 3_c, i)) + sum(g, R(h, g) * q(n, g)) + b(2_c, h))),
    lz::define(d(n, i), x(n, 1_c, i) - x(n, 0_c, i)), lz::define(e(n, i), d(n, i) * x(n, 3_c, i)),
    lz::define(y(n, h), r(n, h) + sum(i, U(h, i) * e(n, i))));

using graph = std::remove_const_t<decltype(net)>;
template <program::machine On>
using steps = typename program::plan<typename graph::equations, typename graph::equations,
                                     meta::list<meta::type_at<graph::inputs, 0>>, On>::steps;
template <std::size_t At, program::machine On> using step = meta::type_at<steps<On>, At>;

template <auto const& Handle, class Step> constexpr int offset() {
    return []<class... Sources, int... Offsets>(meta::list<Sources...>,
                                                program::slice_offsets<Offsets...>) {
        static_assert(sizeof...(Sources) == sizeof...(Offsets));
        return (0 + ... +
                (std::is_same_v<typename Sources::tensor, plans::tensor<Handle>> ? Offsets : 0));
    }(typename Step::sources{}, typename Step::slices{});
}
template <program::machine On> constexpr bool share() {
    using first = step<0, On>;
    using second = step<1, On>;
    using third = step<2, On>;
    static_assert(std::is_same_v<typename second::kernel_type, typename third::kernel_type>);
    static_assert(!std::is_same_v<typename first::kernel_type, typename second::kernel_type>);
    static_assert(std::is_same_v<typename first::slices, program::slice_offsets<>>);
    return true;
}
static_assert(share<program::machine{1, 1}>() && share<program::machine{8, 1}>() &&
              share<program::machine{8, 64}>() && share<program::machine{16, 64}>());

// --- where they begin: in the user's array, in one of our own with rows of whole vectors, in a
// copy
// --- of the user's, and where samples run along the lanes ---------------------------------------
constexpr program::machine one_by_one{1, 1}, of_four{4, 64}, of_eight{8, 64};
static_assert(offset<x, step<1, one_by_one>>() == 2 * 5);
static_assert(offset<b, step<1, one_by_one>>() == 9 && offset<b, step<2, one_by_one>>() == 2 * 9);
static_assert(offset<x, step<1, of_four>>() == 2 * 8 && offset<x, step<2, of_four>>() == 3 * 8);
static_assert(offset<b, step<1, of_four>>() == 12 && offset<b, step<2, of_four>>() == 2 * 12);
static_assert(offset<x, step<4, one_by_one>>() == 3 * 5 && offset<x, step<4, of_four>>() == 3 * 8);
static_assert(offset<x, step<1, of_eight>>() == 2 * 5 * 64);
static_assert(offset<U, step<1, of_four>>() == 0 && offset<p, step<1, of_four>>() == 0);

// --- two slices of a tensor have one slot, and their numbers stay -------------------------------
static_assert(step<3, of_eight>::sources::size == 1);
static_assert(std::is_same_v<step<3, of_eight>::slices, program::slice_offsets<>>);

// --- what vectors reach beyond the last slice is beyond the array --------------------------------
constexpr auto channel = lz::domain<"channel", 2>;
constexpr auto time = lz::domain<"time", 24>;
constexpr auto place = lz::domain<"place", 20>;
constexpr auto tap = lz::domain<"tap", 5>;
constexpr auto c = lz::index<"c">(channel);
constexpr auto t = lz::index<"t">(place);
constexpr auto u = lz::index<"u">(tap);
constexpr auto a = lz::tensor<"a">(lz::samples, channel, time);
constexpr auto w = lz::tensor<"w">(tap);
constexpr auto z = lz::tensor<"z">(lz::samples, place);
template <class Equation> constexpr int room_beyond_a() {
    constexpr program::machine one_sample{8, 1};
    using equations = meta::list<Equation>;
    using plan = program::plan<equations, equations, meta::list<>, one_sample>;
    using array = program::stored<plans::tensor<a>, 2>;
    static_assert(meta::contains<array, typename plan::arrays>::value);
    return program::detail::reaches<typename plan::steps, one_sample>::of[array::key].beyond;
}
// 20 places are three vectors, whose last begins at 16 + u: up to 28 of 24 numbers.
static_assert(room_beyond_a<decltype(lz::define(z(n, t), sum(u, w(u) * a(n, 1_c, t + u))))>() == 4);
static_assert(room_beyond_a<decltype(lz::define(z(n, t), sum(u, w(u) * a(n, 0_c, t + u))))>() == 0);
static_assert(
    room_beyond_a<decltype(lz::define(z(n, t), sum(c, sum(u, w(u) * a(n, c, t + u)))))>() == 4);

// --- and in constant expressions, against differences and dual numbers ---------------------------
static_assert(lz::gradient_agrees(net, 1e-7_c));

} // namespace
