#pragma once
#include <cstddef>
#include <cstdint>
#include <leibniz/meta/inline.hpp>
#include <leibniz/scalar/math.hpp>

namespace leibniz {

/// SplitMix64 (Steele, Lea and Flood 2014): small, constexpr, the same numbers everywhere; the
/// standard library's distributions are not.
struct random_numbers {
    std::uint64_t state = 0;

    constexpr std::uint64_t next() noexcept {
        std::uint64_t z = state += 0x9e3779b97f4a7c15ull;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
        return z ^ (z >> 31);
    }
    /// Uniform in [0, 1), 53 bits.
    constexpr double uniform() noexcept { return static_cast<double>(next() >> 11) * 0x1p-53; }
    /// Uniform in [low, high).
    constexpr double uniform(double low, double high) noexcept {
        return low + (high - low) * uniform();
    }
};

/// A random order of 0 … size − 1 without memory for it: a four-round Feistel network on the next
/// even number of bits, walked until it is back inside (Black and Rogaway 2002, "cycle walking").
struct shuffled_order {
    std::uint64_t size = 0, seed = 0;

    constexpr std::uint64_t operator()(std::uint64_t position) const noexcept {
        int const half = half_of_bits();
        do
            position = permute(position, half, seed);
        while (position >= size);
        return position;
    }
    /// The same for as many positions from the first one on. Faster: whole rounds side by side,
    /// with no branch on where a single number ends up.
    constexpr void fill(std::uint64_t first, std::uint64_t* values, int count) const noexcept {
        int const half = half_of_bits();
        for (int at = 0; at < count; at += together)
            fill_some(first + static_cast<std::uint64_t>(at), half, values + at,
                      count - at < together ? count - at : together);
    }

private:
    constexpr int half_of_bits() const noexcept {
        int half = 1;
        while (half < 32 && (std::uint64_t{1} << (2 * half)) < size)
            ++half;
        return half;
    }
    static constexpr std::uint64_t permute(std::uint64_t value, int half,
                                           std::uint64_t seed) noexcept {
        std::uint64_t const mask = (std::uint64_t{1} << half) - 1;
        std::uint64_t left = value >> half, right = value & mask;
        for (std::uint64_t round = 0; round < 4; ++round) {
            std::uint64_t const mixed =
                random_numbers{seed ^ (right * 4 + round) * 0xd6e8feb86659fd93ull}.next();
            std::uint64_t const next = left ^ (mixed & mask);
            left = right;
            right = next;
        }
        return left << half | right;
    }
    LEIBNIZ_NOINLINE static constexpr void permute_all(std::uint64_t* values, int count, int half,
                                                       std::uint64_t seed) noexcept {
        for (int i = 0; i < count; ++i)
            values[i] = permute(values[i], half, seed);
    }

    static constexpr int together = 64;
    /// Those that are still outside walk on: the i-th of them is walking[i], for values[places[i]].
    constexpr void fill_some(std::uint64_t first, int half, std::uint64_t* values,
                             int count) const noexcept {
        std::uint64_t walking[together]{};
        int places[together]{};
        for (int i = 0; i < count; ++i) {
            walking[i] = first + static_cast<std::uint64_t>(i);
            places[i] = i;
        }
        for (int outside = count; outside > 0;) {
            permute_all(walking, outside, half, seed);
            int const walked = outside;
            outside = 0;
            for (int i = 0; i < walked; ++i) {
                auto const place = places[i];
                auto const value = walking[i];
                values[place] = value;
                places[outside] = place;
                walking[outside] = value;
                outside += value >= size;
            }
        }
    }
};

/// How the rows of a data set are read: in a random order, or as they lie.
struct row_order {
    shuffled_order shuffled{};
    bool shuffles = false;

    /// The numbers of `count` rows from the first one on.
    constexpr void fill(std::uint64_t first, std::uint64_t* values, int count) const noexcept {
        if (shuffles)
            return shuffled.fill(first, values, count);
        for (int at = 0; at < count; ++at)
            values[at] = first + static_cast<std::uint64_t>(at);
    }
};

} // namespace leibniz
