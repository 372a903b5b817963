#pragma once
#include <benchmark/benchmark.h>

/// What the machine could do at best, measured on the core and in the run that measures the rest.
namespace limit {

/// The floating-point operations that a sample is allowed: its own, and for each activation those
/// that fit the time of one, 0.12 ns at 248 GFLOP/s with AVX-512, 0.225 ns at 125 GFLOP/s
/// otherwise. Divided by the peak this is the limit. Pinned, so that a better activation is a gain.
double work(int flops, int activations);
/// Reports the time that each of the samples of an iteration takes, and their work.
void report(benchmark::State& state, int samples, double work);

/// The instruction set whose vectors are measured, by its name in xsimd.
char const* instruction_set();

/// Fused multiply-adds of floats in independent chains of vectors, in GFLOP/s: the best of several
/// short runs.
double peak_gflops();

/// Nanoseconds per element of the functions of xsimd over an array in the first cache.
double exp_ns();
double tanh_ns();
double logistic_ns();

/// Adds all of these to the benchmarks of a program, as `limit/<what>`, and to its context the
/// instruction set and what it was compiled for.
void add_to_run(char const* march);

} // namespace limit
