#pragma once

/// Training data from comma-separated values.

#include <leibniz/io/error.hpp>
#include <leibniz/io/labelled_data.hpp>
#include <leibniz/io/numeric_data.hpp>
#include <leibniz/io/table.hpp>
