#include "limit.hpp"
#include <benchmark/benchmark.h>

// Batched inference, and the latency of a single sample: once where the next input depends on the
// last output, once with independent calls.
namespace {

using namespace workload;

template <auto const& Net> auto& model_of() {
    static leibniz::model<float, Net> const weights{leibniz::glorot{.seed = 3}};
    return weights;
}

template <auto const& Net, auto const& Shape, int Batch> void batched(benchmark::State& state) {
    auto const& model = model_of<Net>();
    auto const x = numbers(static_cast<std::size_t>(Batch * Shape.width.front()), -1, 1, 1);
    std::vector<float> y(static_cast<std::size_t>(Batch * Shape.width.back()));
    auto const start = std::chrono::steady_clock::now();
    for (auto _ : state) {
        model(std::span<float const>(x), std::span<float>(y));
        benchmark::ClobberMemory();
    }
    std::chrono::duration<double, std::nano> const elapsed =
        std::chrono::steady_clock::now() - start;
    double const ns = elapsed.count() / static_cast<double>(state.iterations()) / Batch;
    state.counters["ns/sample"] = ns;
    state.counters["%limit"] = 100 * limit::inference_ns(Shape) / ns;
}

template <auto const& Net> auto sample_of() {
    std::array<float, leibniz::model<float, Net>::input_width> sample{};
    auto const x = numbers(sample.size(), -1, 1, 1);
    std::copy(x.begin(), x.end(), sample.begin());
    return sample;
}
template <auto const& Net> void dependent(benchmark::State& state) {
    auto const& model = model_of<Net>();
    auto sample = sample_of<Net>();
    float const first = sample[0];
    for (auto _ : state)
        sample[0] = first + model(sample)[0] * 1e-12f;
    benchmark::DoNotOptimize(sample);
}
template <auto const& Net> void independent(benchmark::State& state) {
    auto const& model = model_of<Net>();
    auto sample = sample_of<Net>();
    for (auto _ : state) {
        benchmark::DoNotOptimize(sample);
        auto const y = model(sample);
        benchmark::DoNotOptimize(y);
    }
}

template <auto const& Net, auto const& Shape, int Batch> int add() {
    std::string const name = Shape.name;
    benchmark::RegisterBenchmark(("infer/leibniz/" + name + "/" + std::to_string(Batch)).c_str(),
                                 batched<Net, Shape, Batch>);
    benchmark::RegisterBenchmark(("latency/leibniz/" + name).c_str(), dependent<Net>);
    benchmark::RegisterBenchmark(("latency/leibniz/" + name + "/independent").c_str(),
                                 independent<Net>);
    return 0;
}

[[maybe_unused]] int const registered =
    add<tiny, tiny_shape, 256>() + add<small, small_shape, 256>() +
    add<medium, medium_shape, 256>() + add<mnist, mnist_shape, 128>() +
    add<wide, wide_shape, 256>();

} // namespace
