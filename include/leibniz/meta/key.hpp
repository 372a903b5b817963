#pragma once
#include <cstdint>
#include <string_view>

namespace leibniz::meta {

/// The structural key of a node: 4 bits of kind, 14 bits of the name's first two letters, 46 bits
/// of hash. It orders operands, so it is made of explicit names and numbers only, never of a
/// compiler's spelling of a type: the same formula has the same order on every compiler.
using key = std::uint64_t;

enum class kind : unsigned {
    constant,
    indicator,
    element,
    power,
    application,
    selection,
    sum,
    summation,
    product,
    subscript
};

/// One round of a multiply-xorshift mixer (the finaliser of MurmurHash3, Appleby 2011).
constexpr key mix(key hash, key value) {
    hash ^= value + 0x9e3779b97f4a7c15ull + (hash << 6) + (hash >> 2);
    hash *= 0xff51afd7ed558ccdull;
    return hash ^ (hash >> 33);
}

constexpr key mix_text(key hash, std::string_view text) {
    for (char const letter : text)
        hash = mix(hash, static_cast<unsigned char>(letter));
    return mix(hash, text.size());
}

constexpr key ranked(kind rank, key hash, std::string_view name = {}) {
    auto const letter = [&](std::size_t i) -> key {
        return i < name.size() ? static_cast<key>(static_cast<unsigned char>(name[i]) & 0x7f) : 0;
    };
    constexpr key low_bits = (key{1} << 46) - 1;
    return static_cast<key>(rank) << 60 | letter(0) << 53 | letter(1) << 46 | (hash & low_bits);
}

} // namespace leibniz::meta
