#include "contestant.hpp"
#include "limit.hpp"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

// Measures one network: every contestant that was built, and the limit of the machine, in one run.
// Before anything is timed, each contestant's gradient, step and outputs are held against ours.
namespace {

using namespace bench;

/// Samples, targets and parameters, the same for all.
template <class Number> struct task {
    std::vector<Number> x, t, parameters, y;

    explicit task(int batch)
        : x(numbers<Number>(batch * net.inputs(), -1, 1, 1)),
          t(numbers<Number>(batch * net.outputs(), 0.1, 0.9, 2)),
          y(static_cast<std::size_t>(batch * net.outputs())) {
        for (std::size_t l = 0; l < net.layers; ++l) {
            double const bound = std::sqrt(6.0 / (net.width[l] + net.width[l + 1]));
            int const count = (net.width[l] + 1) * net.width[l + 1];
            auto const layer = numbers<Number>(count, -bound, bound, static_cast<unsigned>(3 + l));
            parameters.insert(parameters.end(), layer.begin(), layer.end());
        }
    }
};

/// What a contestant works out, in double: gradient, then outputs before and after a step.
template <class Number> std::vector<double> results(contestant<Number>& who, task<Number> of) {
    std::vector<Number> gradient(of.parameters.size());
    who.set(of.parameters.data());
    who.gradient(of.x.data(), of.t.data(), gradient.data());
    std::vector<double> all(gradient.begin(), gradient.end());
    who.infer(of.x.data(), of.y.data());
    all.insert(all.end(), of.y.begin(), of.y.end());
    who.step(of.x.data(), of.t.data(), Number(0.5));
    who.infer(of.x.data(), of.y.data());
    all.insert(all.end(), of.y.begin(), of.y.end());
    return all;
}

/// Whether two ranges agree: ‖a − b‖ ≤ 10⁻⁵ ‖a‖.
bool agree(double const* a, double const* b, std::size_t count) {
    double difference = 0, size = 0;
    for (std::size_t i = 0; i < count; ++i) {
        difference += (a[i] - b[i]) * (a[i] - b[i]);
        size += a[i] * a[i];
    }
    return difference <= 1e-10 * size && size > 0;
}
void check(char const* name, std::vector<double> const& ours, std::vector<double> const& theirs) {
    auto const gradient = static_cast<std::size_t>(net.parameters());
    std::size_t const outputs = (ours.size() - gradient) / 2;
    char const* const differs =
        !agree(&ours[0], &theirs[0], gradient)                ? "gradient"
        : !agree(&ours[gradient], &theirs[gradient], outputs) ? "output"
        : !agree(&ours[gradient + outputs], &theirs[gradient + outputs], outputs)
            ? "output after a step"
            : nullptr;
    if (differs != nullptr) {
        std::fprintf(stderr, "%s: the %s of %s differs from ours\n", net.name, differs, name);
        std::exit(1);
    }
}

template <class Number> void add_rows(entry<Number> const& one) {
    // They live to the end of the program.
    auto* const who = one.make().release();
    auto* const of = new task<Number>(one.batch);
    who->set(of->parameters.data());
    int const batch = one.batch;
    std::string const network = std::string(one.name) + "/" + net.name;
    std::string const with_batch = network + "/" + std::to_string(batch);
    benchmark::RegisterBenchmark(("train/" + with_batch).c_str(), [=](benchmark::State& state) {
        for (auto _ : state) {
            who->step(of->x.data(), of->t.data(), Number(1e-6));
            benchmark::ClobberMemory();
        }
        limit::report(state, batch, limit::work(net.step_flops(), net.activations()));
    });
    // Alone of its library: others would be measured by our loop around their steps.
    if (std::string(one.name) == "leibniz") {
        constexpr int batches = 16;
        auto* const all = new task<Number>(batches * batch);
        benchmark::RegisterBenchmark(("epoch/" + with_batch).c_str(), [=](benchmark::State& state) {
            bool trained = true;
            for (auto _ : state)
                trained = who->epoch(all->x.data(), all->t.data(), batches * batch) && trained;
            if (!trained)
                state.SkipWithError("training ended early");
            limit::report(state, batches * batch, limit::work(net.step_flops(), net.activations()));
        });
    }
    if (batch != net.batches.back())
        return;
    benchmark::RegisterBenchmark(("infer/" + with_batch).c_str(), [=](benchmark::State& state) {
        for (auto _ : state) {
            who->infer(of->x.data(), of->y.data());
            benchmark::ClobberMemory();
        }
        limit::report(state, batch, limit::work(net.inference_flops(), net.activations()));
    });
    constexpr int calls = 200;
    auto const latency = [=](std::string const& name, auto function) {
        benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
            for (auto _ : state)
                (who->*function)(of->x.data(), calls);
            limit::report(state, calls, limit::work(net.inference_flops(), net.activations()));
        });
    };
    latency("latency/" + network, &contestant<Number>::dependent);
    latency("latency/" + network + "/independent", &contestant<Number>::independent);
}

template <class Number> void add_all() {
    for (entry<Number> const& one : entries<Number>()) {
        task<Number> const of(one.batch);
        std::vector<double> expected;
        for (entry<float> const& mine : entries<float>())
            if (std::string(mine.name) == "leibniz" && mine.batch == one.batch)
                expected = results(*mine.make(), task<float>(one.batch));
        check(one.name, expected, results(*one.make(), of));
        add_rows(one);
    }
}

} // namespace

int main(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments))
        return 1;
    limit::add_to_run(BENCH_ARCH);
    add_all<float>();
    add_all<double>();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
