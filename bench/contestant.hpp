#pragma once
#include "learner.hpp"
#include "networks.hpp"
#include <array>
#include <benchmark/benchmark.h>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace bench {

/// What is asked of each library for a network. Parameters come layer by layer, the weights
/// row-major [out][in], then the biases.
template <class Number> class contestant : public learner<Number> {
public:
    /// A pass over so many samples in random order, batch by batch, as users train; false where
    /// that is not measured.
    virtual bool epoch(Number const* /*x*/, Number const* /*t*/, int /*samples*/) { return false; }
    /// Calls with one sample, each with an input that depends on the output before; see chain.
    virtual void dependent(Number const* sample, int count) = 0;
    /// Calls with one sample that do not depend on each other; see repeat_calls.
    virtual void independent(Number const* sample, int count) = 0;
};

template <class Number>
using sample_of = std::array<Number, static_cast<std::size_t>(net.inputs())>;

/// Outputs as an array; a single number where a library's function that the compiler does not see
/// into has worked out all of them.
template <class Outputs> auto first_of(Outputs const& outputs) {
    if constexpr (std::is_arithmetic_v<Outputs>)
        return outputs;
    else
        return outputs[0];
}
/// The next input depends on the last output, by an amount that rounds away. Call maps a sample to
/// all outputs; all of them are wanted in memory, since a compiler that sees into the call would
/// leave out neurons of the last layer otherwise.
template <class Number, class Call>
[[gnu::flatten]] void chain(Number const* values, int count, Call call) {
    alignas(64) sample_of<Number> sample;
    std::copy(values, values + sample.size(), sample.begin());
    Number const first = sample[0];
    for (int k = 0; k < count; ++k) {
        auto const y = call(sample);
        Number const last = first_of(y);
        asm volatile("" : : "m"(y));
        sample[0] = first + last * Number(1e-12);
    }
    benchmark::DoNotOptimize(sample);
}
/// The compiler has to take each sample for a new one. Call returns all outputs.
template <class Number, class Call>
[[gnu::flatten]] void repeat_calls(Number const* values, int count, Call call) {
    alignas(64) sample_of<Number> sample;
    std::copy(values, values + sample.size(), sample.begin());
    for (int k = 0; k < count; ++k) {
        benchmark::DoNotOptimize(sample);
        auto const y = call(sample);
        benchmark::DoNotOptimize(y);
    }
}

template <class Number> struct entry {
    char const* name;
    int batch;
    std::unique_ptr<contestant<Number>> (*make)();
};
/// All contestants of this program, as they register.
template <class Number> std::vector<entry<Number>>& entries() {
    static std::vector<entry<Number>> all;
    return all;
}
/// Adds a contestant for each batch size of the network: Contestant<batch>.
template <class Number, template <int> class Contestant> bool add(char const* name) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (entries<Number>().push_back({name, net.batches[I],
                                      []() -> std::unique_ptr<contestant<Number>> {
                                          return std::make_unique<Contestant<net.batches[I]>>();
                                      }}),
         ...);
    }(std::make_index_sequence<net.batches.size()>{});
    return true;
}

/// Calls f with the constants 1 … layers.
template <class F> void each_layer(F f) {
    [&]<std::size_t... L>(std::index_sequence<L...>) {
        (f(std::integral_constant<std::size_t, L + 1>{}), ...);
    }(std::make_index_sequence<net.layers>{});
}

} // namespace bench
