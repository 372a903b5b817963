#pragma once
#include <cstddef>
#include <utility>

/// C = A·B in plain loops of fixed sizes, in tiles whose sums stay in registers.
namespace bench::plain {

#if defined(__AVX512F__)
inline constexpr int lanes = 16, sums_in_registers = 24;
#else
inline constexpr int lanes = 8, sums_in_registers = 12;
#endif

constexpr int padded(int width) { return (width + lanes - 1) / lanes * lanes; }

template <int Count, class F> [[gnu::always_inline]] inline void repeat(F f) {
    [&]<int... I>(std::integer_sequence<int, I...>) __attribute__((always_inline)) {
        (f(std::integral_constant<int, I>{}), ...);
    }(std::make_integer_sequence<int, Count>{});
}

/// A matrix by its strides: element (m, k) at m·Row + k·Column. B and C are row-major, N wide.
template <int Row, int Column> struct strides {};

/// The compilers' own vectors: as arrays of floats, GCC 12 takes the sums of a tile apart.
using vector [[gnu::vector_size(lanes * sizeof(float)), gnu::aligned(4), gnu::may_alias]] = float;

inline vector at(float const* from, int v) { return reinterpret_cast<vector const*>(from)[v]; }
inline vector& at(float* from, int v) { return reinterpret_cast<vector*>(from)[v]; }

template <int Rows, int Vectors, int K, int N, bool Accumulate, int Row, int Column>
[[gnu::always_inline]] inline void tile(strides<Row, Column>, float const* __restrict a,
                                        float const* __restrict b, float const* __restrict start,
                                        float* __restrict c) {
    vector sum[Rows][Vectors];
    repeat<Rows>([&](auto r) __attribute__((always_inline)) {
        repeat<Vectors>([&](auto v) __attribute__((always_inline)) {
            sum[r][v] = Accumulate ? at(c + r * N, v) : start != nullptr ? at(start, v) : vector{};
        });
    });
    for (int k = 0; k < K; ++k) {
        vector line[Vectors];
        repeat<Vectors>([&](auto v) __attribute__((always_inline)) { line[v] = at(b + k * N, v); });
        repeat<Rows>([&](auto r) __attribute__((always_inline)) {
            vector const factor = a[r * Row + k * Column] - vector{};
            repeat<Vectors>([&](auto v)
                                __attribute__((always_inline)) { sum[r][v] += factor * line[v]; });
        });
    }
    repeat<Rows>([&](auto r) __attribute__((always_inline)) {
        repeat<Vectors>([&](auto v)
                            __attribute__((always_inline)) { at(c + r * N, v) = sum[r][v]; });
    });
}

/// C [M][N] = start + A·B, or C += A·B. N is a multiple of the lanes; start may be null.
template <int M, int N, int K, bool Accumulate = false, int Row, int Column>
void multiply(strides<Row, Column> of_a, float const* __restrict a, float const* __restrict b,
              float const* __restrict start, float* __restrict c) {
    constexpr int vectors = N / lanes % 4 == 0   ? 4
                            : N / lanes % 3 == 0 ? 3
                            : N / lanes % 2 == 0 ? 2
                                                 : 1;
    constexpr int width = vectors * lanes, most = sums_in_registers / vectors;
    constexpr int rows = M < most ? M : most > 12 ? 12 : most;
    for (int n = 0; n < N; n += width) {
        int m = 0;
        for (; m + rows <= M; m += rows)
            tile<rows, vectors, K, N, Accumulate>(
                of_a, a + m * Row, b + n, start == nullptr ? nullptr : start + n, c + m * N + n);
        if constexpr (M % rows != 0)
            tile<M % rows, vectors, K, N, Accumulate>(
                of_a, a + m * Row, b + n, start == nullptr ? nullptr : start + n, c + m * N + n);
    }
}

} // namespace bench::plain
