#pragma once
#include <array>
#include <cstddef>
#include <leibniz/meta/key.hpp>
#include <leibniz/meta/rational.hpp>

namespace leibniz::expr {

/// What is left of a list of weighted operands: which ones, in which order, with which weight.
template <std::size_t Count> struct collected {
    std::size_t size = 0;
    std::array<std::size_t, Count> from{};
    std::array<rational, Count> weight{};
};

/// Sorts operands by key and adds the weights of equal ones, dropping those that cancel. The one
/// step behind like terms (weight: coefficient), like powers (exponent) and affine subscripts.
/// Insertion sort: operands mostly arrive sorted, and there are few.
template <std::size_t Count>
constexpr collected<Count> collect(std::array<meta::key, Count> keys,
                                   std::array<rational, Count> weights) {
    collected<Count> sorted;
    std::array<meta::key, Count> order{};
    for (std::size_t i = 0; i < Count; ++i) {
        std::size_t at = sorted.size;
        while (at > 0 && order[at - 1] > keys[i])
            --at;
        if (at > 0 && order[at - 1] == keys[i]) {
            sorted.weight[at - 1] = sorted.weight[at - 1] + weights[i];
            continue;
        }
        for (std::size_t k = sorted.size; k > at; --k) {
            order[k] = order[k - 1];
            sorted.from[k] = sorted.from[k - 1];
            sorted.weight[k] = sorted.weight[k - 1];
        }
        order[at] = keys[i];
        sorted.from[at] = i;
        sorted.weight[at] = weights[i];
        ++sorted.size;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < sorted.size; ++i)
        if (sorted.weight[i].numerator != 0) {
            sorted.from[kept] = sorted.from[i];
            sorted.weight[kept] = sorted.weight[i];
            ++kept;
        }
    sorted.size = kept;
    return sorted;
}

} // namespace leibniz::expr
