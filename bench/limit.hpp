#pragma once
#include "workloads.hpp"
#include <chrono>

/// What the machine could do at best, measured on the core that runs the benchmark.
namespace limit {

/// Fused multiply-adds in twelve independent chains of vectors, in GFLOP/s: the best of several
/// runs.
inline double peak_gflops() {
    using lanes = leibniz::simd::lanes<float>;
    constexpr int chains = 12;
    constexpr long rounds = 200000;
    double best = 0;
    for (int run = 0; run < 7; ++run) {
        typename lanes::vector sum[chains];
        // Each chain starts from a number the compiler cannot know: from equal ones it computes one
        // chain for all.
        for (auto& chain : sum) {
            float volatile const start = 0.0f;
            chain = lanes::broadcast(start);
        }
        auto factor = lanes::broadcast(1.0001f), term = lanes::broadcast(0.9999f);
        auto const begin = std::chrono::steady_clock::now();
        for (long round = 0; round < rounds; ++round)
            leibniz::program::repeat<chains>(
                [&](auto k) { sum[k] = lanes::fma(sum[k], factor, term); });
        std::chrono::duration<double> const seconds = std::chrono::steady_clock::now() - begin;
        auto total = sum[0];
        for (int k = 1; k < chains; ++k)
            total = total + sum[k];
        float volatile kept = lanes::add_up(total);
        (void)kept;
        best = std::max(best, rounds * chains * 2.0 * lanes::width / seconds.count() / 1e9);
    }
    return best;
}

/// The peak, measured once per program.
inline double peak() {
    static double const measured = peak_gflops();
    return measured;
}

/// Nanoseconds that one activation is allowed: 0.12 at 248 GFLOP/s with 16 lanes, 0.225 at 125 with
/// 8, scaled with the measured peak. Pinned, so that a better activation is a gain.
inline double activation_ns() {
    return leibniz::simd::lanes<float>::width >= 16 ? 0.12 * 248 / peak() : 0.225 * 125 / peak();
}

template <class Shape> double step_ns(Shape const& shape) {
    return shape.step_flops() / peak() + shape.activations() * activation_ns();
}
template <class Shape> double inference_ns(Shape const& shape) {
    return shape.inference_flops() / peak() + shape.activations() * activation_ns();
}

} // namespace limit
