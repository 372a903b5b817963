#pragma once
#include "workloads.hpp"
#include <cmath>

/// The peer that is always there: plain loops with fixed sizes, samples innermost so that the
/// compiler vectorises over the batch. Activations are stated so that it can (exp as polynomial
/// code of the compiler's own is not available, so std::exp stays scalar where it must).
namespace loops {

template <auto const& Shape, int Batch> class network {
    static constexpr std::size_t layers = Shape.width.size() - 1;
    static constexpr int widest = [] {
        int result = 0;
        for (int const width : Shape.width)
            result = width > result ? width : result;
        return result;
    }();

public:
    /// Weights of layer l, row-major [out][in], then its biases.
    std::vector<float> weights[layers], bias[layers], weight_gradient[layers],
        bias_gradient[layers];

    network() {
        for (std::size_t l = 0; l < layers; ++l) {
            auto const in = static_cast<std::size_t>(Shape.width[l]);
            auto const out = static_cast<std::size_t>(Shape.width[l + 1]);
            weights[l].assign(in * out, 0);
            weight_gradient[l].assign(in * out, 0);
            bias[l].assign(out, 0);
            bias_gradient[l].assign(out, 0);
        }
    }

    /// The gradient of ½Σ(a − t)² over the batch; x and t row-major, sample after sample.
    void gradient(float const* x, float const* t) {
        transpose(x, value_[0], Shape.width[0]);
        forward<0>();
        constexpr int outputs = Shape.width[layers];
        transpose(t, target_, outputs);
        for (int k = 0; k < outputs; ++k)
            for (int n = 0; n < Batch; ++n)
                delta_[layers][k][n] =
                    (value_[layers][k][n] - target_[k][n]) * slope<layers>(value_[layers][k][n]);
        backward<layers>();
    }
    void update(float rate) {
        for (std::size_t l = 0; l < layers; ++l) {
            for (std::size_t i = 0; i < weights[l].size(); ++i)
                weights[l][i] -= rate * weight_gradient[l][i];
            for (std::size_t i = 0; i < bias[l].size(); ++i)
                bias[l][i] -= rate * bias_gradient[l][i];
        }
    }

private:
    template <std::size_t Layer> static float activate(float z) {
        constexpr auto kind = Layer == layers ? Shape.output : Shape.hidden;
        if constexpr (kind == workload::activation::logistic)
            return 1 / (1 + std::exp(-z));
        else if constexpr (kind == workload::activation::tanh)
            return std::tanh(z);
        else
            return z > 0 ? z : 0;
    }
    template <std::size_t Layer> static float slope(float a) {
        constexpr auto kind = Layer == layers ? Shape.output : Shape.hidden;
        if constexpr (kind == workload::activation::logistic)
            return a * (1 - a);
        else if constexpr (kind == workload::activation::tanh)
            return 1 - a * a;
        else
            return a > 0 ? 1.0f : 0.0f;
    }
    static void transpose(float const* rows, float (*columns)[Batch], int width) {
        for (int n = 0; n < Batch; ++n)
            for (int i = 0; i < width; ++i)
                columns[i][n] = rows[n * width + i];
    }
    template <std::size_t Layer> void forward() {
        if constexpr (Layer < layers) {
            constexpr int in = Shape.width[Layer], out = Shape.width[Layer + 1];
            for (int j = 0; j < out; ++j) {
                float z[Batch];
                for (int n = 0; n < Batch; ++n)
                    z[n] = bias[Layer][static_cast<std::size_t>(j)];
                for (int i = 0; i < in; ++i) {
                    float const w = weights[Layer][static_cast<std::size_t>(j * in + i)];
                    for (int n = 0; n < Batch; ++n)
                        z[n] += w * value_[Layer][i][n];
                }
                for (int n = 0; n < Batch; ++n)
                    value_[Layer + 1][j][n] = activate<Layer + 1>(z[n]);
            }
            forward<Layer + 1>();
        }
    }
    template <std::size_t Layer> void backward() {
        if constexpr (Layer > 0) {
            constexpr int in = Shape.width[Layer - 1], out = Shape.width[Layer];
            for (int j = 0; j < out; ++j) {
                for (int i = 0; i < in; ++i) {
                    float sum[16]{};
                    for (int n = 0; n < Batch; n += 16)
                        for (int k = 0; k < 16; ++k)
                            sum[k] += delta_[Layer][j][n + k] * value_[Layer - 1][i][n + k];
                    float total = 0;
                    for (float const part : sum)
                        total += part;
                    weight_gradient[Layer - 1][static_cast<std::size_t>(j * in + i)] = total;
                }
                float total = 0;
                for (int n = 0; n < Batch; ++n)
                    total += delta_[Layer][j][n];
                bias_gradient[Layer - 1][static_cast<std::size_t>(j)] = total;
            }
            if constexpr (Layer > 1) {
                for (int i = 0; i < in; ++i) {
                    float sum[Batch]{};
                    for (int j = 0; j < out; ++j) {
                        float const w = weights[Layer - 1][static_cast<std::size_t>(j * in + i)];
                        for (int n = 0; n < Batch; ++n)
                            sum[n] += w * delta_[Layer][j][n];
                    }
                    for (int n = 0; n < Batch; ++n)
                        delta_[Layer - 1][i][n] =
                            sum[n] * slope<Layer - 1>(value_[Layer - 1][i][n]);
                }
                backward<Layer - 1>();
            }
        }
    }

    alignas(64) float value_[layers + 1][widest][Batch]{};
    alignas(64) float delta_[layers + 1][widest][Batch]{};
    alignas(64) float target_[widest][Batch]{};
};

} // namespace loops
