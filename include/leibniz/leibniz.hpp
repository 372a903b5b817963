#pragma once

/// Everything but file access (leibniz/io/…) and the test helpers (leibniz/testing/…).
#include <leibniz/calculus.hpp>
#include <leibniz/network.hpp>
#include <leibniz/simd/evaluate.hpp>
#include <leibniz/training.hpp>
