#pragma once

/// Networks and losses as equations.
#include <leibniz/network/layers.hpp>
#include <leibniz/network/loss.hpp>
