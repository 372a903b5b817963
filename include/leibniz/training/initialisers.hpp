#pragma once
#include <leibniz/training/random.hpp>

namespace leibniz {

/// Every weight gets a number from [−bound, bound); tensors with one domain or none (biases) get 0.
/// The first domain of a tensor counts as its outputs, the product of the others as its inputs.

/// bound = √(6/(inputs + outputs)), for tanh and logistic (Glorot and Bengio 2010, equation 16).
struct glorot {
    std::uint64_t seed = 0;
    constexpr double bound(int fan_in, int fan_out) const noexcept {
        return scalar::sqrt(6.0 / (fan_in + fan_out));
    }
};

/// bound = √(6/inputs), for rectified units (He et al. 2015, equation 10, as a uniform distribution
/// of the same variance).
struct he {
    std::uint64_t seed = 0;
    constexpr double bound(int fan_in, int) const noexcept { return scalar::sqrt(6.0 / fan_in); }
};

} // namespace leibniz
