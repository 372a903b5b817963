#pragma once

/// Features brought to mean 0 and standard deviation 1.

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <vector>

namespace leibniz::io {

/// (x − mean)/deviation, feature by feature. Fit it on the training data alone and apply it to all.
/// The deviation is the population's, √(Σ(x − mean)²/n); a constant feature has deviation 1.
template <std::floating_point T> class standardisation {
public:
    /// samples × features numbers, row by row; std::invalid_argument if that does not divide.
    standardisation(std::span<T const> training, std::size_t features) {
        if (features == 0 || training.empty() || training.size() % features != 0) {
            throw std::invalid_argument("standardisation: expected whole rows of features");
        }
        for (std::size_t i = 0; i < features; ++i) {
            fit(training, features, i);
        }
    }

    /// In place; std::invalid_argument unless the rows are as long as those of the training data.
    void apply(std::span<T> values) const {
        if (values.size() % mean_.size() != 0) {
            throw std::invalid_argument("standardisation: expected whole rows of features");
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            std::size_t const feature = i % mean_.size();
            values[i] = (values[i] - mean_[feature]) / deviation_[feature];
        }
    }

    std::span<T const> mean() const noexcept { return mean_; }
    std::span<T const> deviation() const noexcept { return deviation_; }

private:
    void fit(std::span<T const> training, std::size_t features, std::size_t feature) {
        double low = static_cast<double>(training[feature]);
        double high = low;
        double sum = 0.0;
        for (std::size_t i = feature; i < training.size(); i += features) {
            auto const x = static_cast<double>(training[i]);
            low = std::min(low, x);
            high = std::max(high, x);
            sum += x;
        }
        auto const samples = static_cast<double>(training.size() / features);
        double const range = high - low;
        if (!(range >
              0.0)) { // the rounded mean may differ from a constant: take no deviation of it
            mean_.push_back(training[feature]);
            deviation_.push_back(T{1});
            return;
        }
        double const mean = sum / samples;
        double squares = 0.0; // of deviations in units of the range: neither over- nor underflows
        for (std::size_t i = feature; i < training.size(); i += features) {
            double const deviation = (static_cast<double>(training[i]) - mean) / range;
            squares += deviation * deviation;
        }
        mean_.push_back(static_cast<T>(mean));
        deviation_.push_back(static_cast<T>(range * std::sqrt(squares / samples)));
    }

    std::vector<T> mean_;
    std::vector<T> deviation_;
};

} // namespace leibniz::io
