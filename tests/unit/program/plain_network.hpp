#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <vector>

/// A network of fully connected layers in plain loops over long double: it shares no code with the
/// library, and its loss is what the library's gradients are differenced from. Where there are too
/// many weights for differences it propagates errors back by hand.
namespace plain {

using real = long double;

struct activation {
    real (*function)(real);
    bool kinked = false;             ///< has a derivative that jumps at 0
    real (*slope)(real z) = nullptr; ///< that derivative, where `gradient` needs it
};

inline real logistic(real z) { return 1 / (1 + std::exp(-z)); }
inline real softplus(real z) { return std::max(z, real(0)) + std::log1p(std::exp(-std::abs(z))); }

inline constexpr activation logistic_{[](real z) { return logistic(z); }, false,
                                      [](real z) { return logistic(z) * logistic(-z); }};
inline constexpr activation tanh_{[](real z) { return std::tanh(z); }, false,
                                  [](real z) { return 1 - std::tanh(z) * std::tanh(z); }};
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
inline constexpr activation identity_{[](real z) { return z; }, false,
                                      [](real) { return real(1); }};
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
    /// The weighted sums of a layer, and what its activation makes of them.
    struct layer {
        std::vector<real> z, a;
    };
    /// All layers, the input first. Weights layer by layer, W row-major and then b.
    std::vector<layer> run(std::vector<real> const& w, double const* x) const {
        std::vector<layer> layers{{{}, {x, x + widths[0]}}};
        std::size_t at = 0;
        for (std::size_t l = 1; l < widths.size(); ++l) {
            layer next{std::vector<real>(widths[l]), {}};
            for (real& z : next.z)
                for (real const input : layers.back().a)
                    z += w[at++] * input;
            for (real& z : next.z) {
                z += w[at++];
                next.a.push_back(activations[l - 1].function(z));
            }
            layers.push_back(next);
        }
        return layers;
    }
    /// `nearest` is lowered to the least |z| before an activation with a kink.
    std::vector<real> output(std::vector<real> const& w, double const* x, real& nearest) const {
        auto const layers = run(w, x);
        for (std::size_t l = 1; l < layers.size(); ++l)
            if (activations[l - 1].kinked)
                for (real const z : layers[l].z)
                    nearest = std::min(nearest, std::abs(z));
        return layers.back().a;
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
    /// The same by back-propagation: δ = a − t at the output, then δ ← Wᵀ(δ ∘ f′(z)) from layer to
    /// layer (Bishop, Pattern Recognition and Machine Learning, section 5.3).
    std::vector<double> gradient(std::vector<double> const& weights, std::vector<double> const& x,
                                 std::vector<double> const& t) const {
        std::vector<real> const w(weights.begin(), weights.end());
        std::vector<real> slopes(w.size());
        for (std::size_t n = 0; n < x.size() / widths[0]; ++n) {
            auto const layers = run(w, x.data() + n * widths[0]);
            std::vector<real> delta = layers.back().a;
            for (std::size_t k = 0; k < delta.size(); ++k)
                delta[k] -= t[n * delta.size() + k];
            std::size_t at = w.size();
            for (std::size_t l = layers.size() - 1; l > 0; --l) {
                auto const& inputs = layers[l - 1].a;
                std::size_t const bias = at - delta.size();
                at = bias - delta.size() * inputs.size();
                std::vector<real> before(inputs.size());
                for (std::size_t k = 0; k < delta.size(); ++k) {
                    real const error = delta[k] * activations[l - 1].slope(layers[l].z[k]);
                    slopes[bias + k] += error;
                    for (std::size_t i = 0; i < inputs.size(); ++i) {
                        slopes[at + k * inputs.size() + i] += error * inputs[i];
                        before[i] += error * w[at + k * inputs.size() + i];
                    }
                }
                delta = before;
            }
        }
        return {slopes.begin(), slopes.end()};
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
