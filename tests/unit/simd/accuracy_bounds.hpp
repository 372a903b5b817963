#pragma once

#include <string_view>

namespace accuracy {

/// The largest error each function may show, in units in the last place of the exact result: the
/// largest measured over all instruction sets and both compilers, rounded up to the next half
/// (and to the one after it when that is less than 0.03 away).
struct bound {
    std::string_view name;
    double single, twice;
};

inline constexpr bound bounds[] = {
    {"exp", 1.5, 1.5},
    {"expm1", 2, 2.5},
    {"log", 1, 1},
    {"log1p", 1.5, 1.5},
    {"pow", 1.5, 1.5},
    {"sin", 2, 2},
    {"cos", 2, 2},
    {"tan", 4, 3.5},
    {"asin", 2.5, 3},
    {"acos", 1.5, 1.5},
    {"atan", 2.5, 2.5},
    {"sinh", 2.5, 2.5},
    {"cosh", 1.5, 1.5},
    {"tanh", 4, 3},
    {"erf", 1.5, 1.5},
    {"sqrt", 0.5, 0.5},
    {"logistic", 4, 2.5},
    {"softplus", 3, 2.5},
    {"piecewise tanh", 1.5, 3},
};

/// The bound for T; -1, which no error meets, for a name that is not in the table.
template <class T> constexpr double bound_of(std::string_view name) {
    for (auto const& entry : bounds)
        if (entry.name == name)
            return sizeof(T) == sizeof(float) ? entry.single : entry.twice;
    return -1;
}

} // namespace accuracy
