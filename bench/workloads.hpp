#pragma once
#include <leibniz/leibniz.hpp>
#include <vector>

/// The networks that are measured, and data for them that the compiler cannot see through.
namespace workload {

namespace lz = leibniz;

inline constexpr auto tiny =
    lz::network<"tiny">(lz::input<2>, lz::dense<4>(lz::logistic), lz::dense<1>(lz::logistic));
inline constexpr auto small = lz::network<"small">(
    lz::input<4>, lz::dense<16>(lz::tanh), lz::dense<16>(lz::tanh), lz::dense<3>(lz::logistic));
inline constexpr auto medium = lz::network<"medium">(
    lz::input<16>, lz::dense<64>(lz::tanh), lz::dense<64>(lz::tanh), lz::dense<8>(lz::logistic));
inline constexpr auto mnist =
    lz::network<"mnist">(lz::input<784>, lz::dense<128>(lz::relu), lz::dense<10>(lz::logistic));
inline constexpr auto wide = lz::network<"wide">(
    lz::input<256>, lz::dense<512>(lz::relu), lz::dense<512>(lz::relu), lz::dense<256>(lz::relu));

enum class activation { logistic, tanh, relu };

/// The same networks in numbers, for the limit and for programs that are not ours.
template <std::size_t Layers> struct shape {
    char const* name;
    std::array<int, Layers + 1> width;
    activation hidden, output;

    constexpr double weights(std::size_t first = 0) const {
        double total = 0;
        for (std::size_t l = first; l < Layers; ++l)
            total += static_cast<double>(width[l]) * width[l + 1];
        return total;
    }
    /// Forward and weight gradient for every layer, adjoints for all but the first; an FMA
    /// counts 2.
    constexpr double step_flops() const { return 4 * weights() + 2 * weights(1); }
    constexpr double inference_flops() const { return 2 * weights(); }
    constexpr double activations() const {
        double total = 0;
        for (std::size_t l = 1; l <= Layers; ++l)
            total += width[l];
        return total;
    }
};
inline constexpr shape<2> tiny_shape{"tiny", {2, 4, 1}, activation::logistic, activation::logistic};
inline constexpr shape<3> small_shape{
    "small", {4, 16, 16, 3}, activation::tanh, activation::logistic};
inline constexpr shape<3> medium_shape{
    "medium", {16, 64, 64, 8}, activation::tanh, activation::logistic};
inline constexpr shape<2> mnist_shape{
    "mnist", {784, 128, 10}, activation::relu, activation::logistic};
inline constexpr shape<3> wide_shape{
    "wide", {256, 512, 512, 256}, activation::relu, activation::relu};

/// Seeded numbers in [low, high).
inline std::vector<float> numbers(std::size_t count, double low, double high, std::uint64_t seed) {
    lz::random_numbers random{seed};
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(random.uniform(low, high));
    return values;
}

} // namespace workload
