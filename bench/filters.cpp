#include "filters.hpp"
#include "ours.hpp"

// A network that is no chain of dense layers, written as equations, beside plain loops and
// libtorch.
namespace {

using namespace bench::filters;
namespace lz = leibniz;
using namespace lz::literals;

constexpr auto rows = lz::domain<"rows", side>;
constexpr auto columns = lz::domain<"columns", side>;
constexpr auto down = lz::domain<"down", taps>;
constexpr auto across = lz::domain<"across", taps>;
constexpr auto filter = lz::domain<"filter", filters>;
constexpr auto place_rows = lz::domain<"place_rows", places>;
constexpr auto place_columns = lz::domain<"place_columns", places>;
constexpr auto half_rows = lz::domain<"half_rows", halves>;
constexpr auto half_columns = lz::domain<"half_columns", halves>;
constexpr auto out = lz::domain<"out", outputs>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto u = lz::index<"u">(down);
constexpr auto v = lz::index<"v">(across);
constexpr auto f = lz::index<"f">(filter);
constexpr auto a = lz::index<"a">(place_rows);
constexpr auto b = lz::index<"b">(place_columns);
constexpr auto r = lz::index<"r">(half_rows);
constexpr auto c = lz::index<"c">(half_columns);
constexpr auto k = lz::index<"k">(out);
constexpr auto x = lz::tensor<"x">(lz::samples, rows, columns);
constexpr auto W = lz::tensor<"W">(filter, down, across);
constexpr auto B = lz::tensor<"B">(filter);
constexpr auto V = lz::tensor<"V">(out, filter, half_rows, half_columns);
constexpr auto d = lz::tensor<"d">(out);
constexpr auto z = lz::tensor<"z">(lz::samples, filter, place_rows, place_columns);
constexpr auto h = lz::tensor<"h">(lz::samples, filter, place_rows, place_columns);
constexpr auto m = lz::tensor<"m">(lz::samples, filter, place_rows, half_columns);
constexpr auto q = lz::tensor<"q">(lz::samples, filter, half_rows, half_columns);
constexpr auto o = lz::tensor<"o">(lz::samples, out);
constexpr auto y = lz::tensor<"y">(lz::samples, out);

constexpr auto net = lz::graph<"filters">(
    lz::inputs(x), lz::parameters(W, B, V, d),
    lz::define(z(n, f, a, b), sum(u, sum(v, W(f, u, v) * x(n, a + u, b + v))) + B(f)),
    lz::define(h(n, f, a, b), lz::relu(z(n, f, a, b))),
    lz::define(m(n, f, a, c), lz::max(h(n, f, a, 2_c * c), h(n, f, a, 2_c * c + 1_c))),
    lz::define(q(n, f, r, c), lz::max(m(n, f, 2_c * r, c), m(n, f, 2_c * r + 1_c, c))),
    lz::define(o(n, k), sum(f, sum(r, sum(c, V(k, f, r, c) * q(n, f, r, c)))) + d(k)),
    lz::define(y(n, k), lz::logistic(o(n, k))));

std::unique_ptr<bench::learner<float>> make_ours() {
    return std::make_unique<bench::ours_for<float, net, batch>>();
}

} // namespace

int main(int count, char** arguments) {
    return bench::measure(count, arguments, sizes,
                          {
                              {"leibniz", make_ours},
                              {"loops", make_loops},
#ifdef BENCH_LIBTORCH
                              {"libtorch", make_libtorch},
#endif
                          });
}
