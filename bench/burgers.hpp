#pragma once
#include "learner.hpp"

/// Burgers' equation: a network u of place and time, of two hidden layers with tanh, learns what
/// makes u_t + u·u_x − ν·u_xx zero (Raissi, Perdikaris and Karniadakis 2019).
namespace bench::burgers {

inline constexpr int inputs = 2, hidden = 32, batch = 256;
inline constexpr float viscosity = 0.01f;

/// Values and their derivatives by place, time, and place twice go through the second and third
/// layer; of the first, derivatives are its weights. The elementwise operations are not counted.
inline constexpr int through = 2 * 4 * hidden * (hidden + 1), first = 2 * inputs * hidden;
/// Parameters: W1 [hidden][input], b1, W2 [hidden][hidden], b2, W3 [hidden], b3.
inline constexpr model sizes{"burgers",
                             batch,
                             inputs,
                             1,
                             hidden*(inputs + hidden + 3) + 1,
                             first + through,
                             2 * first + 3 * through,
                             2 * hidden,
                             0.7f};

std::unique_ptr<learner<float>> make_loops();
std::unique_ptr<learner<float>> make_libtorch();

} // namespace bench::burgers
