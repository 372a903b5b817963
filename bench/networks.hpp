#pragma once
#include <array>
#include <cstddef>
#include <random>
#include <vector>

/// The networks that are measured, in numbers, and data for them that the compiler cannot see
/// through. BENCH_NET, given on the command line of the compiler, names the one of this program.
namespace bench {

enum class activation { logistic, tanh, relu, silu };

/// Is the derivative of an activation known by its own value? Otherwise it is worked out beside
/// that, and kept.
constexpr bool has_slope_by_value(activation kind) { return kind != activation::silu; }

template <std::size_t Layers, std::size_t Batches> struct shape {
    static constexpr std::size_t layers = Layers;
    char const* name;
    std::array<int, Layers + 1> width;
    activation hidden, output;
    std::array<int, Batches> batches;

    constexpr int inputs() const { return width[0]; }
    constexpr int outputs() const { return width[Layers]; }
    /// The activation of layer 1 … Layers.
    constexpr activation of_layer(std::size_t layer) const {
        return layer == Layers ? output : hidden;
    }
    constexpr int weights(std::size_t first = 0) const {
        int total = 0;
        for (std::size_t l = first; l < Layers; ++l)
            total += width[l] * width[l + 1];
        return total;
    }
    constexpr int activations() const {
        int total = 0;
        for (std::size_t l = 1; l <= Layers; ++l)
            total += width[l];
        return total;
    }
    /// Weights and biases.
    constexpr int parameters() const { return weights() + activations(); }
    /// Forward and weight gradient for every layer, adjoints for all but the first, per sample; a
    /// multiply-add counts 2.
    constexpr int step_flops() const { return 4 * weights() + 2 * weights(1); }
    constexpr int inference_flops() const { return 2 * weights(); }
};

inline constexpr shape<2, 2> tiny{
    "tiny", {2, 4, 1}, activation::logistic, activation::logistic, {64, 256}};
inline constexpr shape<3, 2> small{
    "small", {4, 16, 16, 3}, activation::tanh, activation::logistic, {64, 256}};
inline constexpr shape<3, 1> medium{
    "medium", {16, 64, 64, 8}, activation::tanh, activation::logistic, {256}};
inline constexpr shape<2, 1> mnist{
    "mnist", {784, 128, 10}, activation::relu, activation::logistic, {128}};
inline constexpr shape<3, 1> wide{
    "wide", {256, 512, 512, 256}, activation::relu, activation::relu, {256}};
inline constexpr shape<2, 1> one_output{
    "one_output", {8, 256, 1}, activation::relu, activation::logistic, {256}};

// Rows that fill no whole vectors.
inline constexpr shape<3, 1> uneven{
    "uneven", {4, 20, 20, 3}, activation::tanh, activation::logistic, {256}};
// Rows of no more than half a vector.
inline constexpr shape<3, 1> narrow{
    "narrow", {4, 8, 8, 2}, activation::tanh, activation::logistic, {256}};

// An activation whose derivative is not known by its own value.
inline constexpr shape<3, 1> smooth{
    "smooth", {16, 64, 64, 8}, activation::silu, activation::logistic, {256}};

inline constexpr auto const& net = BENCH_NET;

/// Seeded numbers in [low, high).
template <class Number>
std::vector<Number> numbers(int count, double low, double high, unsigned seed) {
    std::mt19937 random{seed};
    std::vector<Number> values(static_cast<std::size_t>(count));
    for (Number& value : values)
        value = static_cast<Number>(low +
                                    (high - low) * (static_cast<double>(random()) / 4294967296.0));
    return values;
}

} // namespace bench
