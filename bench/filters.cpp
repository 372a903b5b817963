#include "filters.hpp"
#include "limit.hpp"
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <leibniz/leibniz.hpp>
#include <random>
#include <string>
#include <vector>

// A network that is no chain of dense layers, written as equations, beside plain loops and
// libtorch. Before anything is timed the gradients, outputs and a step are held against ours.
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

auto data(float const* samples, float const* targets) {
    return lz::data(std::span<float const>(samples, batch * inputs),
                    std::span<float const>(targets, batch * outputs));
}

class ours final : public learner {
    using model = lz::model<float, net>;
    using trainer = lz::trainer<model, lz::gradient_descent>;

public:
    void set(float const* from) override {
        auto const next = [&](float& value) { value = *from++; };
        model_[W].for_each(next);
        model_[B].for_each(next);
        model_[V].for_each(next);
        model_[d].for_each(next);
    }
    void gradient(float const* samples, float const* targets, float* result) override {
        trainer_.gradient(model_, data(samples, targets), 0, batch);
        auto const next = [&](float value) { *result++ = value; };
        trainer_.gradient_of_parameter(W).for_each(next);
        trainer_.gradient_of_parameter(B).for_each(next);
        trainer_.gradient_of_parameter(V).for_each(next);
        trainer_.gradient_of_parameter(d).for_each(next);
    }
    void step(float const* samples, float const* targets, float rate) override {
        trainer_.gradient(model_, data(samples, targets), 0, batch);
        trainer_.update(model_, batch, double{rate});
    }
    void infer(float const* samples, float* result) override {
        model_(std::span<float const>(samples, batch * inputs),
               std::span<float>(result, batch * outputs));
    }

private:
    model model_;
    trainer trainer_{lz::gradient_descent{.rate = 1}};
};

std::vector<float> numbers(int count, double low, double high, unsigned seed) {
    std::mt19937 random{seed};
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values)
        value =
            static_cast<float>(low + (high - low) * (static_cast<double>(random()) / 4294967296.0));
    return values;
}
struct task {
    std::vector<float> samples = numbers(batch * inputs, -1, 1, 1);
    std::vector<float> targets = numbers(batch * outputs, 0.1, 0.9, 2);
    std::vector<float> results = numbers(batch * outputs, 0, 1, 3);
};
std::vector<float> start() { return numbers(parameters, -0.1, 0.1, 4); }

/// Gradient, outputs, and outputs after a step.
std::vector<std::vector<float>> results(learner& who) {
    task of;
    std::vector<float> gradient(static_cast<std::size_t>(parameters));
    who.set(start().data());
    who.gradient(of.samples.data(), of.targets.data(), gradient.data());
    std::vector<std::vector<float>> all{gradient};
    for (int steps = 0; steps < 2; ++steps) {
        who.infer(of.samples.data(), of.results.data());
        all.push_back(of.results);
        who.step(of.samples.data(), of.targets.data(), 0.5f);
    }
    return all;
}
/// Stops unless ‖a − b‖ ≤ 10⁻⁵ ‖a‖ for each.
void check(char const* name, learner& who) {
    auto const wanted = results(*std::make_unique<ours>()), got = results(who);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        double difference = 0, size = 0;
        for (std::size_t j = 0; j < wanted[i].size(); ++j) {
            difference += std::pow(double{wanted[i][j]} - double{got[i][j]}, 2);
            size += std::pow(double{wanted[i][j]}, 2);
        }
        if (!(difference <= 1e-10 * size && size > 0)) {
            std::fprintf(stderr, "filters: result %d of %s differs from ours\n",
                         static_cast<int>(i), name);
            std::exit(1);
        }
    }
}

// Of the first layer no derivatives by its inputs are wanted. Comparisons are not counted.
constexpr int forward_flops = 2 * (filters * places * places * taps * taps + outputs * features);
constexpr int step_flops = 2 * forward_flops + 2 * outputs * features;

void add_rows(char const* name, std::unique_ptr<learner> made) {
    check(name, *made);
    // They live to the end of the program.
    auto* const who = made.release();
    auto* const of = new task;
    who->set(start().data());
    auto const add = [=](char const* kind, int flops, auto run) {
        std::string const row =
            std::string(kind) + "/" + name + "/filters/" + std::to_string(batch);
        benchmark::RegisterBenchmark(row.c_str(), [=](benchmark::State& state) {
            for (auto _ : state) {
                run(*who, *of);
                benchmark::ClobberMemory();
            }
            state.counters["time/sample"] =
                benchmark::Counter(static_cast<double>(state.iterations()) * batch,
                                   benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
            state.counters["work"] = limit::work(flops, outputs);
        });
    };
    add("train", step_flops, [](learner& one, task& with) {
        one.step(with.samples.data(), with.targets.data(), 1e-6f);
    });
    add("infer", forward_flops,
        [](learner& one, task& with) { one.infer(with.samples.data(), with.results.data()); });
}

} // namespace

int main(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments))
        return 1;
    limit::add_to_run(BENCH_ARCH);
    add_rows("leibniz", std::make_unique<ours>());
    add_rows("loops", make_loops());
#ifdef BENCH_LIBTORCH
    add_rows("libtorch", make_libtorch());
#endif
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
