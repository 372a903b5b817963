#include "plans.hpp"

#include <leibniz/expr/adl.hpp>

// Which variables make the rows and the columns of a tile where samples run along the lanes.

namespace {

namespace lz = leibniz;
using namespace lz::literals;
using lz::program::tile_size;

// Filters at every second place, whose outputs go to filters again and are compared with each
// other.
constexpr auto length = lz::domain<"length", 49>;
constexpr auto taps = lz::domain<"taps", 3>;
constexpr auto filters = lz::domain<"filters", 8>;
constexpr auto wide = lz::domain<"wide", 24>;
constexpr auto narrow = lz::domain<"narrow", 22>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto u = lz::index<"u">(taps);
constexpr auto f = lz::index<"f">(filters);
constexpr auto g = lz::index<"g">(filters);
constexpr auto w = lz::index<"w">(wide);
constexpr auto t = lz::index<"t">(narrow);
constexpr auto x = lz::tensor<"x">(lz::samples, length);
constexpr auto F = lz::tensor<"F">(filters, taps);
constexpr auto G = lz::tensor<"G">(filters, filters, taps);
constexpr auto V = lz::tensor<"V">(filters, filters);
constexpr auto z = lz::tensor<"z">(lz::samples, filters, wide);
constexpr auto h = lz::tensor<"h">(lz::samples, filters, wide);
constexpr auto e = lz::tensor<"e">(lz::samples, filters, narrow);
constexpr auto m = lz::tensor<"m">(lz::samples, filters);
constexpr auto s = lz::tensor<"s">(lz::samples, filters, filters);
constexpr auto a = lz::tensor<"a">(lz::samples, filters);
constexpr auto net =
    lz::graph<"net">(lz::inputs(x), lz::parameters(F, G, V),
                     lz::define(z(n, f, w), sum(u, F(f, u) * x(n, 2_c * w + u))),
                     lz::define(h(n, f, w), tanh(z(n, f, w))),
                     lz::define(e(n, f, t), tanh(sum(g, sum(u, G(f, g, u) * h(n, g, t + u))))),
                     lz::define(s(n, f, g), sum(t, e(n, f, t) * e(n, g, t))),
                     lz::define(m(n, f), sum(t, e(n, f, t))),
                     lz::define(a(n, f), m(n, f) + sum(g, V(f, g) * s(n, f, g))));

template <int Width, int Block> using plan = plans::gradient_plan<net, Width, Block>;
static_assert(plan<16, 16>::samples_along_lanes && plan<16, 64>::samples_along_lanes &&
              plan<8, 16>::samples_along_lanes && plan<8, 8>::samples_along_lanes);

template <class Tensor, int Width, int Block> struct chosen {
    using kernel = plans::kernel_writing<Tensor, plan<Width, Block>>;
    static constexpr bool has_columns_of_samples =
        std::is_same_v<typename kernel::column, typename kernel::lane>;
    static constexpr tile_size tile =
        lz::program::detail::best_tile<plans::lanes_of<Width>, kernel>();
};
template <auto const& Handle, int Width, int Block>
using writing = chosen<plans::tensor<Handle>, Width, Block>;

// Four vectors of samples, or two, are columns for filters. One alone is not: filters and places
// make the tile.
static_assert(writing<h, 16, 64>::has_columns_of_samples);
static_assert(writing<h, 16, 64>::tile == tile_size{4, 4});
static_assert(writing<h, 8, 16>::has_columns_of_samples);
static_assert(!writing<h, 16, 16>::has_columns_of_samples);
static_assert(writing<h, 16, 16>::tile == tile_size{4, 4});
static_assert(!writing<h, 8, 8>::has_columns_of_samples);
static_assert(writing<e, 16, 64>::has_columns_of_samples);
static_assert(!writing<e, 16, 16>::has_columns_of_samples);

// Each sample has rows of its own to be compared: vectors of samples serve a row only, however many
// there are.
static_assert(!writing<s, 16, 64>::has_columns_of_samples);
static_assert(!writing<s, 8, 16>::has_columns_of_samples);

// Of the adjoint conditions say which places there are, so that those are a plain loop, and filters
// and samples remain: of one vector as many rows as keep both multiply-adders busy.
using adjoint = lz::expr::adjoint<plans::tensor<z>>;
static_assert(chosen<adjoint, 16, 64>::has_columns_of_samples);
static_assert(chosen<adjoint, 16, 16>::has_columns_of_samples);
static_assert(chosen<adjoint, 16, 64>::tile == tile_size{4, 4});
static_assert(chosen<adjoint, 16, 16>::tile == tile_size{8, 1});

// One number for each filter and sample.
static_assert(writing<a, 16, 16>::has_columns_of_samples);
static_assert(writing<a, 16, 16>::tile == tile_size{8, 1});

} // namespace
