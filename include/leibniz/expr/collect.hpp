#pragma once
#include <array>
#include <cstddef>
#include <initializer_list>
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

/// The order of operands by their keys, and whether these are all different: then nothing has to be
/// collected, which is the usual case. Plain arrays, because the compiler interprets this.
template <std::size_t Count> struct arrangement {
    bool distinct = true;
    std::size_t size = 0;
    std::size_t from[Count + 1]{};
};

/// Operands of key 0 are left out.
template <std::size_t Count>
constexpr arrangement<Count> arrange(std::initializer_list<meta::key> keys) {
    arrangement<Count> result;
    meta::key const* const key = keys.begin();
    for (std::size_t i = 0; i < Count; ++i) {
        if (key[i] == 0)
            continue;
        std::size_t at = result.size++;
        for (; at > 0 && key[result.from[at - 1]] > key[i]; --at)
            result.from[at] = result.from[at - 1];
        if (at > 0 && key[result.from[at - 1]] == key[i])
            result.distinct = false;
        result.from[at] = i;
    }
    return result;
}

} // namespace leibniz::expr
