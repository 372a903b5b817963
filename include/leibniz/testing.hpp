#pragma once

/// What users assert about their formulas.
#include <leibniz/testing/cost.hpp>
#include <leibniz/testing/gradient_agrees.hpp>
#include <leibniz/testing/same.hpp>
#include <leibniz/testing/same_at.hpp>
#include <leibniz/testing/structure.hpp>
