#include "limit.hpp"
#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <leibniz/leibniz.hpp>
#include <string>

namespace limit {
namespace {

using lanes = leibniz::simd::lanes<float>;

/// Seconds of the fastest of several calls.
template <class F> double fastest(F run) {
    double best = 1e9;
    for (int k = 0; k < 7; ++k) {
        auto const start = std::chrono::steady_clock::now();
        run();
        std::chrono::duration<double> const seconds = std::chrono::steady_clock::now() - start;
        best = std::min(best, seconds.count());
    }
    return best;
}

template <class F> double ns_per_element(F function) {
    constexpr int count = 2048, rounds = 200;
    alignas(64) float x[count], y[count];
    for (int i = 0; i < count; ++i)
        x[i] = -4.0f + 8.0f * static_cast<float>(i) / count;
    double const seconds = fastest([&] {
        for (int round = 0; round < rounds; ++round) {
            benchmark::ClobberMemory();
            for (int i = 0; i < count; i += lanes::width)
                function(lanes::vector::load_aligned(x + i)).store_aligned(y + i);
            benchmark::DoNotOptimize(y);
        }
    });
    return seconds * 1e9 / count / rounds;
}

void add_to_run(char const* name, double (*measure)(), char const* unit) {
    benchmark::RegisterBenchmark((std::string("limit/") + name).c_str(),
                                 [=](benchmark::State& state) {
                                     double value = 0;
                                     for (auto _ : state)
                                         value = measure();
                                     state.counters[unit] = value;
                                 })
        ->Iterations(1);
}

} // namespace

double work(int flops, int activations) {
    return flops + activations * (lanes::width >= 16 ? 0.12 * 248 : 0.225 * 125);
}
void report(benchmark::State& state, int samples, double work) {
    state.counters["time/sample"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * samples,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
    state.counters["work"] = work;
}

char const* instruction_set() { return leibniz::simd::native::name(); }

double peak_gflops() {
    constexpr int chains = 12;
    constexpr long rounds = 200000;
    // Chains that start alike would be merged into one by the compiler.
    float start[chains];
    for (int k = 0; k < chains; ++k)
        start[k] = static_cast<float>(k);
    auto factor = lanes::broadcast(0.999f), term = lanes::broadcast(0.001f);
    double const seconds = fastest([&] {
        benchmark::DoNotOptimize(start);
        benchmark::DoNotOptimize(factor);
        benchmark::DoNotOptimize(term);
        typename lanes::vector sum[chains];
        for (int k = 0; k < chains; ++k)
            sum[k] = lanes::broadcast(start[k]);
        for (long round = 0; round < rounds; ++round)
            leibniz::program::repeat<chains>(
                [&](auto k) { sum[k] = lanes::fma(sum[k], factor, term); });
        auto total = sum[0];
        for (int k = 1; k < chains; ++k)
            total = total + sum[k];
        benchmark::DoNotOptimize(total);
    });
    return rounds * chains * 2.0 * lanes::width / seconds / 1e9;
}

double exp_ns() {
    return ns_per_element([](auto const& x) { return xsimd::exp(x); });
}
double tanh_ns() {
    return ns_per_element([](auto const& x) { return xsimd::tanh(x); });
}
double logistic_ns() {
    return ns_per_element([](auto const& x) { return 1.0f / (1.0f + xsimd::exp(-x)); });
}

void add_to_run(char const* march) {
    benchmark::AddCustomContext("instruction set", instruction_set());
    benchmark::AddCustomContext("march", march);
    add_to_run("peak", peak_gflops, "GFLOP/s");
    add_to_run("exp", exp_ns, "ns");
    add_to_run("tanh", tanh_ns, "ns");
    add_to_run("logistic", logistic_ns, "ns");
}

} // namespace limit
