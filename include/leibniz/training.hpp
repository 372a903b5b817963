#pragma once

/// Models that are called and trained.
#include <leibniz/training/accuracy.hpp>
#include <leibniz/training/train.hpp>
#include <leibniz/training/trained.hpp>
