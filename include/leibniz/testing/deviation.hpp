#pragma once
#include <limits>

namespace leibniz::testing_detail {

/// How far apart two values are: relative to the first where that is above 1, otherwise absolute;
/// infinite where one is not a number.
constexpr double deviation(double a, double b) {
    if (a != a || b != b)
        return std::numeric_limits<double>::infinity();
    if (a == b) // equal infinities have no difference
        return 0;
    double const size = a < 0 ? -a : a, difference = a < b ? b - a : a - b;
    return difference / (size > 1 ? size : 1);
}

} // namespace leibniz::testing_detail
