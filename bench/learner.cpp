#include "learner.hpp"
#include "limit.hpp"
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace bench {
namespace {

std::vector<float> numbers(int count, double low, double high, unsigned seed) {
    std::mt19937 random{seed};
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values)
        value =
            static_cast<float>(low + (high - low) * (static_cast<double>(random()) / 4294967296.0));
    return values;
}
struct task {
    explicit task(model const& what)
        : samples(numbers(what.batch * what.inputs, -1, 1, 1)),
          targets(numbers(what.batch * what.outputs, 0.1, 0.9, 2)),
          results(numbers(what.batch * what.outputs, 0, 1, 3)) {}
    std::vector<float> samples, targets, results;
};
std::vector<float> start(model const& what) {
    double const bound = static_cast<double>(what.largest_weight);
    return numbers(what.parameters, -bound, bound, 4);
}

/// Gradient, outputs of the batch and of one sample, and both after a step.
std::vector<std::vector<float>> results(model const& what, learner<float>& who) {
    task of(what);
    std::vector<float> gradient(static_cast<std::size_t>(what.parameters));
    who.set(start(what).data());
    who.gradient(of.samples.data(), of.targets.data(), gradient.data());
    std::vector<std::vector<float>> all{gradient};
    for (int steps = 0; steps < 2; ++steps) {
        who.infer(of.samples.data(), of.results.data());
        all.push_back(of.results);
        std::vector<float> one(static_cast<std::size_t>(what.outputs));
        if (!who.infer_one(of.samples.data(), one.data()))
            std::copy_n(of.results.begin(), one.size(), one.begin());
        all.push_back(one);
        who.step(of.samples.data(), of.targets.data(), 0.5f);
    }
    return all;
}
/// Stops unless ‖a − b‖ ≤ 10⁻⁵ ‖a‖ for each.
void check(model const& what, char const* name, learner<float>& who, learner<float>& ours) {
    auto const wanted = results(what, ours), got = results(what, who);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        double difference = 0, size = 0;
        for (std::size_t j = 0; j < wanted[i].size(); ++j) {
            difference += std::pow(double{wanted[i][j]} - double{got[i][j]}, 2);
            size += std::pow(double{wanted[i][j]}, 2);
        }
        if (!(difference <= 1e-10 * size && size > 0)) {
            std::fprintf(stderr, "%s: result %d of %s differs from ours by %g\n", what.name,
                         static_cast<int>(i), name, std::sqrt(difference / size));
            std::exit(1);
        }
    }
}

void add_rows(model const& what, char const* name, std::unique_ptr<learner<float>> made) {
    // They live to the end of the program.
    auto* const who = made.release();
    auto* const of = new task(what);
    who->set(start(what).data());
    auto const add = [&](char const* kind, int flops, auto run) {
        std::string const row =
            std::string(kind) + "/" + name + "/" + what.name + "/" + std::to_string(what.batch);
        benchmark::RegisterBenchmark(row.c_str(), [=](benchmark::State& state) {
            for (auto _ : state) {
                run(*who, *of);
                benchmark::ClobberMemory();
            }
            limit::report(state, what.batch, limit::work(flops, what.activations));
        });
    };
    add("train", what.step_flops, [](learner<float>& one, task& with) {
        one.step(with.samples.data(), with.targets.data(), 1e-6f);
    });
    add("infer", what.forward_flops, [](learner<float>& one, task& with) {
        one.infer(with.samples.data(), with.results.data());
    });
    if (!who->infer_one(of->samples.data(), of->results.data()))
        return;
    std::string const row = std::string("latency/") + name + "/" + what.name;
    benchmark::RegisterBenchmark(row.c_str(), [=](benchmark::State& state) {
        float* const first = of->samples.data();
        float const value = *first;
        for (auto _ : state) {
            who->infer_one(first, of->results.data());
            // The next input depends on the output, by an amount that rounds away.
            *first = value + 1e-30f * of->results[0];
            benchmark::ClobberMemory();
        }
        limit::report(state, 1, limit::work(what.forward_flops, what.activations));
    });
}

} // namespace

int measure(int count, char** arguments, model const& what, std::initializer_list<library> all) {
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments))
        return 1;
    limit::add_to_run(BENCH_ARCH);
    for (library const& one : all) {
        check(what, one.name, *one.make(), *all.begin()->make());
        add_rows(what, one.name, one.make());
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}

} // namespace bench
