#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <vector>

/// A network of fully connected layers in plain loops over long double: it shares no code with the
/// library, and its loss is what the library's gradients are differenced from.
namespace plain {

using real = long double;

struct activation {
    real (*function)(real);
    bool kinked = false; ///< has a derivative that jumps at 0
};

inline real logistic(real z) { return 1 / (1 + std::exp(-z)); }
inline real softplus(real z) { return std::max(z, real(0)) + std::log1p(std::exp(-std::abs(z))); }

inline constexpr activation logistic_{[](real z) { return logistic(z); }};
inline constexpr activation tanh_{[](real z) { return std::tanh(z); }};
inline constexpr activation softplus_{[](real z) { return softplus(z); }};
inline constexpr activation relu_{[](real z) { return z > 0 ? z : 0; }, true};
inline constexpr activation leaky_relu_{[](real z) { return z > 0 ? z : z / 100; }, true};
inline constexpr activation elu_{[](real z) { return z > 0 ? z : std::expm1(z); }, true};
inline constexpr activation silu_{[](real z) { return z * logistic(z); }};
inline constexpr activation gelu_{
    [](real z) { return z / 2 * (1 + std::erf(z / std::sqrt(real(2)))); }};
inline constexpr activation sin_{[](real z) { return std::sin(z); }};
inline constexpr activation atan_{[](real z) { return std::atan(z); }};
inline constexpr activation erf_{[](real z) { return std::erf(z); }};
inline constexpr activation identity_{[](real z) { return z; }};
/// What the tests give the library as a function of their own.
inline constexpr activation mish_{[](real z) { return z * std::tanh(softplus(z)); }};

/// Central differences of f for every number it depends on. In long double a step of 1e-6 leaves
/// about 1e-12 of truncation and of rounding each.
template <class F> std::vector<double> differences(std::vector<double> const& at, F f) {
    constexpr real step = 1e-6L;
    std::vector<real> w(at.begin(), at.end());
    std::vector<double> result;
    for (real& weight : w) {
        real const kept = weight;
        weight = kept + step;
        real const above = f(w);
        weight = kept - step;
        real const below = f(w);
        weight = kept;
        result.push_back(static_cast<double>((above - below) / (2 * step)));
    }
    return result;
}

struct network {
    std::vector<std::size_t> widths; ///< of the input and of every layer
    std::vector<activation> activations;

    std::size_t weights() const {
        std::size_t result = 0;
        for (std::size_t l = 1; l < widths.size(); ++l)
            result += widths[l] * (widths[l - 1] + 1);
        return result;
    }
    /// Weights layer by layer, W row-major and then b. `nearest` is lowered to the least |z| before
    /// an activation with a kink.
    std::vector<real> output(std::vector<real> const& w, double const* x, real& nearest) const {
        std::vector<real> a(x, x + widths[0]);
        std::size_t at = 0;
        for (std::size_t l = 1; l < widths.size(); ++l) {
            std::vector<real> next(widths[l]);
            for (real& z : next)
                for (real const input : a)
                    z += w[at++] * input;
            for (real& z : next) {
                z += w[at++];
                if (activations[l - 1].kinked)
                    nearest = std::min(nearest, std::abs(z));
                z = activations[l - 1].function(z);
            }
            a = next;
        }
        return a;
    }
    /// ½ Σ (a − t)² over the samples.
    real loss(std::vector<real> const& w, std::vector<double> const& x,
              std::vector<double> const& t, real& nearest) const {
        real result = 0;
        for (std::size_t n = 0; n < x.size() / widths[0]; ++n) {
            auto const a = output(w, x.data() + n * widths[0], nearest);
            for (std::size_t k = 0; k < a.size(); ++k)
                result += (a[k] - t[n * a.size() + k]) * (a[k] - t[n * a.size() + k]) / 2;
        }
        return result;
    }
    std::vector<double> differences(std::vector<double> const& weights,
                                    std::vector<double> const& x,
                                    std::vector<double> const& t) const {
        real ignored = 0;
        return plain::differences(
            weights, [&](std::vector<real> const& w) { return loss(w, x, t, ignored); });
    }
};

/// Multiples of 1/256 in [−bound, bound]: exact in float too, so that float and double see the same
/// problem.
inline std::vector<double> random_numbers(std::size_t count, unsigned seed, double bound = 1) {
    std::mt19937 random(seed);
    std::vector<double> result(count);
    auto const span = static_cast<unsigned>(512 * bound) + 1;
    for (double& value : result)
        value = static_cast<double>(random() % span) / 256 - bound;
    return result;
}
/// The same, exactly, in another type.
template <class Number>
std::vector<Number> random_numbers_of(std::size_t count, unsigned seed, double bound = 1) {
    auto const numbers = random_numbers(count, seed, bound);
    return {numbers.begin(), numbers.end()};
}

} // namespace plain
