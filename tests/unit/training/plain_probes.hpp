#pragma once
#include "../program/plain_network.hpp"

/// The probes in plain loops over long double; see probes.hpp for the formulas.
namespace plain {

/// Reads numbers one after the other.
struct cursor {
    real const* at;
    real next() { return *at++; }
};

/// Output of the branching network for one sample. Weights: U 6×4, b1, V 6×5, b2, W 2×6, R 2×6, b3.
inline std::vector<real> branch_output(std::vector<real> const& weights, real const* x,
                                       real const* y) {
    cursor w{weights.data()};
    std::vector<real> h(6), g(6), a(2);
    for (real& z : h)
        for (std::size_t i = 0; i < 4; ++i)
            z += w.next() * x[i];
    for (real& z : h)
        z = std::tanh(z + w.next());
    for (real& z : g)
        for (std::size_t c = 0; c < 5; ++c)
            z += w.next() * y[c];
    for (real& z : g)
        z = logistic(z + w.next());
    for (real& z : a)
        for (std::size_t j = 0; j < 6; ++j)
            z += w.next() * h[j] * g[j];
    for (real& z : a)
        for (std::size_t j = 0; j < 6; ++j)
            z += w.next() * h[j];
    for (real& z : a)
        z = logistic(z + w.next());
    return a;
}
inline constexpr std::size_t branch_weights = 24 + 6 + 30 + 6 + 12 + 12 + 2;

/// Output of the convolutional network for one sample. Weights: W 3×2×5, b, V 2×3×12, b2.
inline std::vector<real> conv_output(std::vector<real> const& weights, real const* x) {
    real const *const W = weights.data(), *const b = W + 30, *const V = b + 3, *const b2 = V + 72;
    std::vector<real> a(3 * 12), result(2);
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t t = 0; t < 12; ++t) {
            real z = b[c];
            for (std::size_t d = 0; d < 2; ++d)
                for (std::size_t u = 0; u < 5; ++u)
                    z += W[(c * 2 + d) * 5 + u] * x[d * 16 + t + u];
            a[c * 12 + t] = std::tanh(z);
        }
    for (std::size_t k = 0; k < 2; ++k) {
        result[k] = b2[k];
        for (std::size_t i = 0; i < 36; ++i)
            result[k] += V[k * 36 + i] * a[i];
    }
    return result;
}
inline constexpr std::size_t conv_weights = 30 + 3 + 72 + 2;

/// Output of the network that mixes channels, for one sample. Weights: W 3×2, P 5×3, b.
inline std::vector<real> mixing_output(std::vector<real> const& weights, real const* x) {
    real const *const W = weights.data(), *const P = W + 6, *const b = P + 15;
    std::vector<real> result(5);
    for (std::size_t t = 0; t < 21; ++t) {
        real h[3];
        for (std::size_t c = 0; c < 3; ++c)
            h[c] = std::tanh(W[c * 2] * x[c * 22 + t] + W[c * 2 + 1] * x[c * 22 + t + 1]);
        for (std::size_t m = 0; m < 5; ++m) {
            real p = b[m];
            for (std::size_t c = 0; c < 3; ++c)
                p += P[m * 3 + c] * h[c];
            result[m] += std::tanh(p);
        }
    }
    return result;
}
inline constexpr std::size_t mixing_weights = 6 + 15 + 5;

/// Output of the filters that are compared, for one sample. Weights: F 5×3, b, V 5×5.
inline std::vector<real> comparing_output(std::vector<real> const& weights, real const* x) {
    real const *const F = weights.data(), *const b = F + 15, *const V = b + 5;
    real h[5][6];
    for (std::size_t f = 0; f < 5; ++f)
        for (std::size_t t = 0; t < 6; ++t) {
            real z = b[f];
            for (std::size_t u = 0; u < 3; ++u)
                z += F[f * 3 + u] * x[2 * t + u];
            h[f][t] = std::tanh(z);
        }
    std::vector<real> result(5);
    for (std::size_t f = 0; f < 5; ++f)
        for (std::size_t g = 0; g < 5; ++g) {
            real s = 0;
            for (std::size_t t = 0; t < 6; ++t)
                s += h[f][t] * h[g][t];
            result[f] += V[f * 5 + g] * std::tanh(s);
        }
    return result;
}
inline constexpr std::size_t comparing_weights = 15 + 5 + 25;

/// Output of the recurrent network for one sample. Weights: W 5×3, R 5×5, G 5×3, b, V 2×5.
inline std::vector<real> recurrent_output(std::vector<real> const& weights, real const* x) {
    real const *const W = weights.data(), *const R = W + 15, *const G = R + 25, *const b = G + 15,
                      *const V = b + 5;
    std::vector<real> h0(5), h1(5), result(2);
    for (std::size_t j = 0; j < 5; ++j) {
        real z = b[j];
        for (std::size_t i = 0; i < 3; ++i)
            z += W[j * 3 + i] * x[i];
        h0[j] = std::tanh(z);
    }
    for (std::size_t j = 0; j < 5; ++j) {
        real z = b[j], gate = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            z += W[j * 3 + i] * x[3 + i];
            gate += G[j * 3 + i] * x[3 + i];
        }
        for (std::size_t c = 0; c < 5; ++c)
            z += R[j * 5 + c] * h0[c];
        h1[j] = h0[j] * logistic(gate) + std::tanh(z);
    }
    for (std::size_t k = 0; k < 2; ++k) {
        real z = 0;
        for (std::size_t j = 0; j < 5; ++j)
            z += V[k * 5 + j] * h0[j] * h1[j];
        result[k] = z * logistic(z);
    }
    return result;
}
inline constexpr std::size_t recurrent_weights = 15 + 25 + 15 + 5 + 10;

/// ½ Σ (a − t)² where output(n) is what the network answers to sample n.
template <class Output> real squared_errors(std::vector<double> const& targets, Output output) {
    real result = 0;
    for (std::size_t n = 0, next = 0; next < targets.size(); ++n)
        for (real const a : output(n)) {
            real const error = a - static_cast<real>(targets[next++]);
            result += error * error / 2;
        }
    return result;
}

} // namespace plain
