#pragma once

/// Formulas and their derivatives, without evaluation by SIMD: the lightest way in.
#include <leibniz/calculus/diff.hpp>
#include <leibniz/calculus/gradient.hpp>
#include <leibniz/calculus/total_derivative.hpp>
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/fingerprint.hpp>
#include <leibniz/expr/hana.hpp>
#include <leibniz/expr/unroll.hpp>
#include <leibniz/scalar/evaluate.hpp>
