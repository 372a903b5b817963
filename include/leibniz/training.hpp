#pragma once

/// Models that are called and trained.
#include <leibniz/training/train.hpp>
