#include "limit.hpp"
#include "networks.hpp"
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <leibniz/leibniz.hpp>
#include <leibniz/training/parallel.hpp>
#include <memory>

// The full step of leibniz.cpp in one thread and in two, which need two processors: not to be
// pinned to one. The time is that of a clock, not of the processor.
namespace {

namespace lz = leibniz;

constexpr auto mnist =
    lz::network<"mnist">(lz::input<784>, lz::dense<128>(lz::relu), lz::dense<10>(lz::logistic));
constexpr auto wide = lz::network<"wide">(lz::input<256>, lz::dense<512>(lz::relu),
                                          lz::dense<512>(lz::relu), lz::dense<256>(lz::relu));

template <auto const& Net, auto const& Shape, int Batch> struct subject {
    using model = lz::model<float, Net>;
    using alone = lz::trainer<model, lz::gradient_descent>;
    template <int Threads>
    using together = lz::parallel_trainer<model, lz::gradient_descent, Threads>;

    static auto data() {
        static auto const x = bench::numbers<float>(Batch * Shape.inputs(), -1, 1, 1);
        static auto const t = bench::numbers<float>(Batch * Shape.outputs(), 0.1, 0.9, 2);
        return lz::data(x, t);
    }

    template <class Trainer> static void step(benchmark::State& state) {
        auto const weights = std::make_unique<model>(lz::glorot{.seed = 3});
        auto const with = std::make_unique<Trainer>(lz::gradient_descent{.rate = 1e-6f});
        for (auto _ : state) {
            with->gradient(*weights, data(), 0, Batch);
            with->update(*weights, Batch, 1);
            benchmark::ClobberMemory();
        }
        limit::report(state, Batch, limit::work(Shape.step_flops(), Shape.activations()));
    }

    /// Stops when the weights after a few steps differ by more than rounding does.
    template <class Trainer> static void check() {
        auto const one = std::make_unique<model>(lz::glorot{.seed = 3});
        auto const other = std::make_unique<model>(lz::glorot{.seed = 3});
        auto const learn = [&](model& weights, auto with) {
            for (int steps = 0; steps < 3; ++steps) {
                with->gradient(weights, data(), 0, Batch);
                with->update(weights, Batch, 1);
            }
        };
        learn(*one, std::make_unique<alone>(lz::gradient_descent{.rate = 0.1f}));
        learn(*other, std::make_unique<Trainer>(lz::gradient_descent{.rate = 0.1f}));
        double difference = 0, size = 0;
        for (std::size_t at = 0; at < one->raw().size(); ++at) {
            difference += std::pow(double{one->raw()[at]} - double{other->raw()[at]}, 2);
            size += std::pow(double{one->raw()[at]}, 2);
        }
        if (!(difference <= 1e-10 * size)) {
            std::fprintf(stderr, "%s: one thread and several differ\n", Shape.name);
            std::exit(1);
        }
    }

    template <int Threads> static int add() {
        check<together<Threads>>();
        auto const name = [](std::string const& who) {
            return "train/" + who + "/" + Shape.name + "/" + std::to_string(Batch);
        };
        benchmark::RegisterBenchmark(name("leibniz-1-thread").c_str(), step<alone>)->UseRealTime();
        benchmark::RegisterBenchmark(
            name("leibniz-" + std::to_string(Threads) + "-threads").c_str(),
            step<together<Threads>>)
            ->UseRealTime();
        return 0;
    }
};

[[maybe_unused]] int const registered =
    subject<mnist, bench::mnist, 128>::add<2>() + subject<wide, bench::wide, 256>::add<2>();

} // namespace
