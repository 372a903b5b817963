#pragma once
#include <cstring>

/// Have two models the same weights, to the bit?
template <class Model> bool same_bits(Model const& a, Model const& b) {
    return std::memcmp(a.raw().data(), b.raw().data(), a.raw().size_bytes()) == 0;
}
