#pragma once

/// What users assert about their formulas.
#include <leibniz/testing/same.hpp>
