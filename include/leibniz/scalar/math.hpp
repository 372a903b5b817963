#pragma once

/// Elementary functions that are constexpr and give the same bits at compile time and at run time
/// (with -ffp-contract=off), for float and double.

#include <leibniz/scalar/math/basic.hpp>
#include <leibniz/scalar/math/error_function.hpp>
#include <leibniz/scalar/math/exponential.hpp>
#include <leibniz/scalar/math/hyperbolic.hpp>
#include <leibniz/scalar/math/inverse_trigonometric.hpp>
#include <leibniz/scalar/math/logarithm.hpp>
#include <leibniz/scalar/math/power.hpp>
#include <leibniz/scalar/math/sigmoid.hpp>
#include <leibniz/scalar/math/square_root.hpp>
#include <leibniz/scalar/math/trigonometric.hpp>
