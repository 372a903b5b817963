#include "limit.hpp"
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <leibniz/leibniz.hpp>
#include <string>

// Measures elementary functions of an array of floats in the first cache: those of programs, four
// vectors at a time as in a tile, beside xsimd's and the C library's.
namespace {

using lanes = leibniz::simd::lanes<float>;
using vector = lanes::vector;
constexpr int count = 2048, vectors = 4;

template <class Function> void ours(float const* x, float* y) {
    leibniz::program::vectors<vector, 1, vectors> tile{};
    for (int i = 0; i < count; i += vectors * lanes::width) {
        leibniz::program::repeat<vectors>(
            [&](auto at) { tile.at[at] = lanes::load(x + i + at() * lanes::width); });
        tile = lanes::apply<Function>(tile);
        leibniz::program::repeat<vectors>(
            [&](auto at) { lanes::store(y + i + at() * lanes::width, tile.at[at]); });
    }
}
template <class F> void xsimds(F function, float const* x, float* y) {
    for (int i = 0; i < count; i += lanes::width)
        lanes::store(y + i, function(lanes::load(x + i)));
}
template <class F> void each(F function, float const* x, float* y) {
    for (int i = 0; i < count; ++i)
        y[i] = function(x[i]);
}

/// Stops where another library's values differ from ours by more than 10⁻⁵ of their size.
void check(std::string const& who, std::string const& name, float const* wanted, float const* got) {
    for (int i = 0; i < count; ++i)
        if (!(std::abs(got[i] - wanted[i]) <= 1e-5f * (std::abs(wanted[i]) + 1e-3f))) {
            std::fprintf(stderr, "%s of %s differs from ours\n", name.c_str(), who.c_str());
            std::exit(1);
        }
}

template <class Run>
void add(std::string const& who, std::string const& name, float const* x, float const* wanted,
         Run run) {
    alignas(64) static float y[count];
    run(x, y);
    check(who, name, wanted, y);
    benchmark::RegisterBenchmark(("function/" + who + "/functions/" + name).c_str(),
                                 [=](benchmark::State& state) {
                                     for (auto _ : state) {
                                         run(x, y);
                                         benchmark::ClobberMemory();
                                     }
                                     limit::report(state, count, limit::work(0, 1));
                                 });
}

/// A function by all three, between two numbers.
template <class Function, class Xsimd, class Scalar>
void add_function(char const* name, float from, float to, Xsimd theirs, Scalar scalar) {
    auto* const x = new (std::align_val_t{64}) float[2 * count]; // lives to the end of the program
    float* const wanted = x + count;
    for (int i = 0; i < count; ++i)
        x[i] = from + (to - from) * (static_cast<float>(i) + 0.5f) / count;
    ours<Function>(x, wanted);
    add("leibniz", name, x, wanted, ours<Function>);
    add("xsimd", name, x, wanted, [=](float const* a, float* b) { xsimds(theirs, a, b); });
    add("libm", name, x, wanted, [=](float const* a, float* b) { each(scalar, a, b); });
}
#define FUNCTION(name, from, to)                                                                   \
    add_function<leibniz::name##_>(                                                                \
        #name, from, to, [](vector const& x) { return xsimd::name(x); },                           \
        [](float x) { return std::name(x); })

void add_all() {
    FUNCTION(exp, -4, 4);
    FUNCTION(expm1, -4, 4);
    FUNCTION(log, 0.1f, 8);
    FUNCTION(log1p, -0.9f, 8);
    FUNCTION(sin, -4, 4);
    FUNCTION(cos, -4, 4);
    FUNCTION(tan, -1.5f, 1.5f);
    FUNCTION(atan, -4, 4);
    FUNCTION(tanh, -4, 4);
    FUNCTION(erf, -4, 4);
    add_function<leibniz::logistic_>(
        "logistic", -4, 4, [](vector const& x) { return 1.0f / (1.0f + xsimd::exp(-x)); },
        [](float x) { return 1 / (1 + std::exp(-x)); });
    add_function<leibniz::softplus_>(
        "softplus", -4, 4, [](vector const& x) { return xsimd::log1p(xsimd::exp(x)); },
        [](float x) { return std::log1p(std::exp(x)); });
}

} // namespace

int main(int argument_count, char** arguments) {
    benchmark::Initialize(&argument_count, arguments);
    if (benchmark::ReportUnrecognizedArguments(argument_count, arguments))
        return 1;
    limit::add_to_run(BENCH_ARCH);
    add_all();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
