#include "limit.hpp"
#include "loops.hpp"
#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>

// A full step of gradient descent: forward, gradient of the sum of squared errors for all weights
// and biases, update; samples as the user has them, row-major. Counters: ns per sample, GFLOP/s,
// and the share of the limit in bench/limit.hpp.
namespace {

using namespace workload;

/// Runs the body and reports, per sample, the time, the rate and the share of the limit.
template <class Shape, class Body>
void measure(benchmark::State& state, Shape const& shape, int batch, Body body) {
    auto const start = std::chrono::steady_clock::now();
    for (auto _ : state) {
        body();
        benchmark::ClobberMemory();
    }
    std::chrono::duration<double, std::nano> const elapsed =
        std::chrono::steady_clock::now() - start;
    double const ns = elapsed.count() / static_cast<double>(state.iterations()) / batch;
    state.counters["ns/sample"] = ns;
    state.counters["GFLOP/s"] = shape.step_flops() / ns;
    state.counters["%limit"] = 100 * limit::step_ns(shape) / ns;
}

template <class Shape> auto inputs_for(Shape const& shape, int batch) {
    return numbers(static_cast<std::size_t>(batch * shape.width.front()), -1, 1, 1);
}
template <class Shape> auto targets_for(Shape const& shape, int batch) {
    return numbers(static_cast<std::size_t>(batch * shape.width.back()), 0.1, 0.9, 2);
}

template <auto const& Net, int Batch> struct ours {
    static constexpr int block = Batch < 128 ? Batch : 128;
    using model = leibniz::model<float, Net>;
    using trainer = leibniz::trainer<model, leibniz::gradient_descent, block>;
    static inline model weights{leibniz::glorot{.seed = 3}};
    static inline trainer with{leibniz::gradient_descent{.rate = 1e-6f}};
};

template <auto const& Net, auto const& Shape, int Batch>
void leibniz_step(benchmark::State& state) {
    using mine = ours<Net, Batch>;
    auto const x = inputs_for(Shape, Batch), t = targets_for(Shape, Batch);
    auto const set = leibniz::data(x, t);
    measure(state, Shape, Batch, [&] {
        mine::with.gradient(mine::weights, set, 0, Batch);
        mine::with.update(mine::weights, Batch, 1);
    });
}

template <auto const& Shape, int Batch> auto& plain() {
    static loops::network<Shape, Batch> net;
    return net;
}

/// Copies our weights to the loops and holds their gradient against ours; stops when they differ.
template <auto const& Net, auto const& Shape, int Batch> void check_loops() {
    using mine = ours<Net, Batch>;
    auto& theirs = plain<Shape, Batch>();
    auto const x = inputs_for(Shape, Batch), t = targets_for(Shape, Batch);
    mine::with.gradient(mine::weights, leibniz::data(x, t), 0, Batch);
    auto const& weights = mine::weights;
    auto const each_layer = [&]<std::size_t... L>(std::index_sequence<L...>, auto f) {
        (f(std::integral_constant<unsigned, L + 1>{}), ...);
    };
    constexpr auto layers = std::make_index_sequence<Shape.width.size() - 1>{};
    each_layer(layers, [&](auto layer) {
        constexpr unsigned l = decltype(layer)::value;
        std::size_t i = 0;
        weights[Net.template weights<l>()].for_each(
            [&](float w) { theirs.weights[l - 1][i++] = w; });
    });
    theirs.gradient(x.data(), t.data());
    double difference = 0, size = 0;
    each_layer(layers, [&](auto layer) {
        constexpr unsigned l = decltype(layer)::value;
        std::size_t i = 0;
        mine::with.gradient_of_parameter(Net.template weights<l>()).for_each([&](float g) {
            double const d = g - theirs.weight_gradient[l - 1][i++];
            difference += d * d;
            size += static_cast<double>(g) * g;
        });
    });
    if (!(difference <= 1e-8 * size)) {
        std::fprintf(stderr, "%s: the gradients of leibniz and loops differ\n", Shape.name);
        std::exit(1);
    }
}

template <auto const& Shape, int Batch> void loops_step(benchmark::State& state) {
    auto& net = plain<Shape, Batch>();
    auto const x = inputs_for(Shape, Batch), t = targets_for(Shape, Batch);
    measure(state, Shape, Batch, [&] {
        net.gradient(x.data(), t.data());
        net.update(1e-6f);
    });
}

template <auto const& Net, auto const& Shape, int Batch> int add() {
    check_loops<Net, Shape, Batch>();
    auto const name = [](char const* peer) {
        return std::string("train/") + peer + "/" + Shape.name + "/" + std::to_string(Batch);
    };
    benchmark::RegisterBenchmark(name("leibniz").c_str(), leibniz_step<Net, Shape, Batch>);
    benchmark::RegisterBenchmark(name("loops").c_str(), loops_step<Shape, Batch>);
    return 0;
}

void limit_peak(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(limit::peak_gflops());
    state.counters["GFLOP/s"] = limit::peak();
}
BENCHMARK(limit_peak)->Name("limit/peak")->Unit(benchmark::kMillisecond)->Iterations(1);

[[maybe_unused]] int const registered =
    add<tiny, tiny_shape, 64>() + add<tiny, tiny_shape, 256>() + add<small, small_shape, 64>() +
    add<small, small_shape, 256>() + add<medium, medium_shape, 256>() +
    add<mnist, mnist_shape, 128>() + add<wide, wide_shape, 256>();

} // namespace
