#pragma once
#include <leibniz/leibniz.hpp>

/// XOR by a network of 2-2-1, small enough for the compiler to train.
namespace small {

namespace lz = leibniz;

inline constexpr auto net =
    lz::network<"small">(lz::input<2>, lz::dense<2>(lz::tanh), lz::dense<1>(lz::logistic));

inline constexpr std::array<double, 8> inputs{0, 0, 0, 1, 1, 0, 1, 1};
inline constexpr std::array<double, 4> targets{0, 1, 1, 0};

using model_type = lz::model<double, net, lz::one_by_one>;
template <class Optimiser> using trainer_type = lz::trainer<model_type, Optimiser, 4>;

/// All weights in the order W1, b1, W2, b2, each row-major.
template <class F> constexpr void for_each_weight(F f) {
    f(net.weights<1>());
    f(net.biases<1>());
    f(net.weights<2>());
    f(net.biases<2>());
}
constexpr std::array<double, 9> weights_of(model_type const& model) {
    std::array<double, 9> result{};
    std::size_t at = 0;
    for_each_weight([&](auto tensor) {
        model[tensor].for_each([&](double weight) { result[at++] = weight; });
    });
    return result;
}
constexpr model_type with_weights(std::array<double, 9> const& weights) {
    model_type model;
    std::size_t at = 0;
    for_each_weight([&](auto tensor) {
        model[tensor].for_each([&](double& weight) { weight = weights[at++]; });
    });
    return model;
}

struct slopes {
    double loss = 0;
    std::array<double, 9> gradient{};
    constexpr bool operator==(slopes const&) const = default;
};
constexpr slopes gradient_of(model_type const& model) {
    trainer_type<lz::gradient_descent> trainer;
    slopes result;
    result.loss = trainer.gradient(model, lz::data(inputs, targets), 0, 4);
    std::size_t at = 0;
    for_each_weight([&](auto tensor) {
        trainer.gradient_of_parameter(tensor).for_each(
            [&](double slope) { result.gradient[at++] = slope; });
    });
    return result;
}

/// The weights after some steps on all four samples, from the given ones.
template <class Optimiser>
constexpr std::array<double, 9> trained(std::array<double, 9> const& from, int steps,
                                        Optimiser optimiser) {
    model_type model = with_weights(from);
    trainer_type<Optimiser> trainer(optimiser);
    for (int step = 0; step < steps; ++step) {
        trainer.gradient(model, lz::data(inputs, targets), 0, 4);
        trainer.update(model, 4, 1.0);
    }
    return weights_of(model);
}

} // namespace small
