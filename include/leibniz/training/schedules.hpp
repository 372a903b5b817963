#pragma once
#include <leibniz/scalar/math.hpp>

/// Learning-rate schedules: by what the optimiser's rate is multiplied in an epoch (from 0).
namespace leibniz {

struct constant_rate {
    constexpr double factor(int, int) const noexcept { return 1; }
};

/// ratioᵏ after every k·every epochs
struct step_decay {
    int every = 30;
    double ratio = 0.1;
    constexpr double factor(int epoch, int) const noexcept {
        double result = 1;
        for (int k = 0; k < epoch / every; ++k)
            result *= ratio;
        return result;
    }
};

/// ratio^epoch
struct exponential_decay {
    double ratio = 0.95;
    constexpr double factor(int epoch, int) const noexcept {
        return scalar::pow(ratio, static_cast<double>(epoch));
    }
};

/// From 1 to `least` along half a cosine (Loshchilov and Hutter 2017, without restarts).
struct cosine_decay {
    double least = 0;
    constexpr double factor(int epoch, int epochs) const noexcept {
        constexpr double half_turn = 3.14159265358979323846;
        return least +
               (1 - least) * 0.5 * (1 + scalar::cos(half_turn * epoch / (epochs > 1 ? epochs : 1)));
    }
};

} // namespace leibniz
