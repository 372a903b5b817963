#pragma once

/// Formulas as text.
#include <leibniz/print/equations.hpp>
#include <leibniz/print/text.hpp>
