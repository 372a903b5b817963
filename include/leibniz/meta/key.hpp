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

/// Takes a value into a hash. The value is spread over all bits first (the finaliser of SplitMix64,
/// Steele, Lea and Flood 2014): without that, small numbers such as 1/64 and 2/1 met in one key.
constexpr key mix(key hash, key value) {
    value = (value + 0x9e3779b97f4a7c15ull) * 0xbf58476d1ce4e5b9ull;
    value = (value ^ (value >> 29)) * 0x94d049bb133111ebull;
    hash = (hash ^ value ^ (value >> 32)) * 0xff51afd7ed558ccdull;
    return hash ^ (hash >> 32);
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

constexpr kind kind_of(key of) { return static_cast<kind>(of >> 60); }

} // namespace leibniz::meta
