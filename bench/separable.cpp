#include "separable.hpp"
#include "ours.hpp"

// Filters over a signal, written as equations, beside plain loops and libtorch.
namespace {

using namespace bench::separable;
namespace lz = leibniz;
using namespace lz::literals;

constexpr auto channel = lz::domain<"channel", channels>;
constexpr auto time = lz::domain<"time", length>;
constexpr auto place = lz::domain<"place", places>;
constexpr auto tap = lz::domain<"tap", taps>;
constexpr auto mixture = lz::domain<"mixture", mixtures>;
constexpr auto out = lz::domain<"out", outputs>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto c = lz::index<"c">(channel);
constexpr auto t = lz::index<"t">(place);
constexpr auto u = lz::index<"u">(tap);
constexpr auto f = lz::index<"f">(mixture);
constexpr auto k = lz::index<"k">(out);
constexpr auto x = lz::tensor<"x">(lz::samples, channel, time);
constexpr auto W = lz::tensor<"W">(channel, tap);
constexpr auto B = lz::tensor<"B">(channel);
constexpr auto P = lz::tensor<"P">(mixture, channel);
constexpr auto C = lz::tensor<"C">(mixture);
constexpr auto V = lz::tensor<"V">(out, mixture);
constexpr auto D = lz::tensor<"D">(out);
constexpr auto h = lz::tensor<"h">(lz::samples, channel, place);
constexpr auto p = lz::tensor<"p">(lz::samples, mixture, place);
constexpr auto m = lz::tensor<"m">(lz::samples, mixture);
constexpr auto y = lz::tensor<"y">(lz::samples, out);

static_assert(places == 60);
constexpr auto net = lz::graph<"separable">(
    lz::inputs(x), lz::parameters(W, B, P, C, V, D),
    lz::define(h(n, c, t), lz::relu(sum(u, W(c, u) * x(n, c, t + u)) + B(c))),
    lz::define(p(n, f, t), lz::relu(sum(c, P(f, c) * h(n, c, t)) + C(f))),
    lz::define(m(n, f), 1_c / 60_c * sum(t, p(n, f, t))),
    lz::define(y(n, k), lz::logistic(sum(f, V(k, f) * m(n, f)) + D(k))));

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
