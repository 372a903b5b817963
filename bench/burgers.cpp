#include "burgers.hpp"
#include "ours.hpp"

// A model of derivatives of a network by its inputs, beside plain loops and libtorch.
namespace {

using namespace bench::burgers;
namespace lz = leibniz;
using namespace lz::literals;

constexpr auto net = lz::network<"u">(lz::input<inputs>, lz::dense<hidden>(lz::tanh),
                                      lz::dense<hidden>(lz::tanh), lz::dense<1>());
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto u = net.output(n, 0_c);
constexpr auto place = net.tensor<"x">()(n, 0_c);
constexpr auto time = net.tensor<"x">()(n, 1_c);
constexpr auto u_x = lz::total_derivative(u, place);
constexpr auto r = lz::tensor<"r">(lz::samples);
constexpr auto equation =
    lz::graph<"burgers">(net, lz::define(r(n), lz::total_derivative(u, time) + u * u_x -
                                                   1_c / 100_c * lz::total_derivative(u_x, place)));

std::unique_ptr<bench::learner<float>> make_ours() {
    return std::make_unique<bench::ours_for<float, equation, batch>>();
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
