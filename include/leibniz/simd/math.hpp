#pragma once

#include <leibniz/simd/math/error_function.hpp>
#include <leibniz/simd/math/exponential.hpp>
#include <leibniz/simd/math/hyperbolic.hpp>
#include <leibniz/simd/math/inverse_trigonometric.hpp>
#include <leibniz/simd/math/logarithm.hpp>
#include <leibniz/simd/math/power.hpp>
#include <leibniz/simd/math/sigmoid.hpp>
#include <leibniz/simd/math/sign.hpp>
#include <leibniz/simd/math/trigonometric.hpp>
