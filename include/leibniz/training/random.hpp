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

/// A random order of 0 … size − 1 without memory for it, for sizes up to 2⁶⁰: a Feistel network on
/// a grid of about √size rows and columns (Black and Rogaway 2002, "generalized Feistel"). A number
/// is row·columns + column; in five rounds a hash of the column moves the row, or a hash of the row
/// the column. What comes out beyond size goes through the network again ("cycle walking"). Hashes
/// have 15 bits for rows and 19 for columns, so that orders of more than 2³⁴ are mixed less.
class shuffled_order {
public:
    constexpr shuffled_order() = default;
    LEIBNIZ_NOINLINE constexpr shuffled_order(std::uint64_t size, std::uint64_t seed) noexcept
        : size_(size) {
        while (std::uint64_t{1} << 2 * bits_ < size)
            ++bits_;
        rows_ = static_cast<std::uint32_t>((size + last_column()) >> bits_);
        random_numbers random{seed};
        for (std::uint32_t& key : keys_)
            key = static_cast<std::uint32_t>(random.next() >> 32);
    }

    LEIBNIZ_NOINLINE constexpr std::uint64_t operator()(std::uint64_t position) const noexcept {
        do {
            auto row = static_cast<std::uint32_t>(position >> bits_);
            auto column = static_cast<std::uint32_t>(position) & last_column();
            for (int round = 0; round < rounds; ++round)
                if (round % 2 == 0)
                    row = moved_row(row, column, keys_[round], rows_);
                else
                    column = moved_column(row, column, keys_[round], last_column());
            position = std::uint64_t{row} << bits_ | column;
        } while (position >= size_);
        return position;
    }
    /// The same for as many positions from the first one on. Faster, since many go through a round
    /// side by side.
    LEIBNIZ_NOINLINE constexpr void fill(std::uint64_t first, std::uint64_t* values,
                                         int count) const noexcept {
        int at = 0;
        if (size_ >> 32 == 0)
            while (count - at >= vector)
                at += fill_some(static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(at),
                                values + at, count - at);
        for (; at < count; ++at)
            values[at] = (*this)(first + static_cast<std::uint64_t>(at));
    }

private:
    static constexpr int rounds = 5;
    static constexpr int vector = 16, most = 128;

    std::uint64_t size_ = 0;
    int bits_ = 0; ///< of a column
    std::uint32_t rows_ = 0;
    std::uint32_t keys_[rounds]{};

    constexpr std::uint32_t last_column() const noexcept { return (std::uint32_t{1} << bits_) - 1; }
    /// The middle of MurmurHash3's finaliser (Appleby 2011). Its high bits depend on all of a value
    /// of 16 bits.
    static constexpr std::uint32_t hash(std::uint32_t value, std::uint32_t key) noexcept {
        value = (value ^ key) * 0x85ebca6bu;
        return (value ^ value >> 13) * 0xc2b2ae35u;
    }
    static constexpr std::uint32_t moved_row(std::uint32_t row, std::uint32_t column,
                                             std::uint32_t key, std::uint32_t rows) noexcept {
        row += (hash(column, key) >> 17) * rows >> 15;
        return row - (row >= rows ? rows : 0);
    }
    static constexpr std::uint32_t moved_column(std::uint32_t row, std::uint32_t column,
                                                std::uint32_t key, std::uint32_t last) noexcept {
        return column ^ (hash(row, key) >> 13 & last);
    }

    /// For whole vectors of positions, `most` at most. Returns for how many that was.
    constexpr int fill_some(std::uint32_t first, std::uint64_t* values, int count) const noexcept {
        // Loops over a multiple of a vector need no code for what is left over, so that GCC 12
        // makes vectors of them with -O2, too. Locals, which no store to values can change.
        int const whole = (count < most ? count : most) / vector * vector, bits = bits_;
        std::uint32_t const rows = rows_, last = last_column();
        alignas(64) std::uint32_t row[most], column[most];
        for (int at = 0; at < whole; ++at)
            row[at] = first + static_cast<std::uint32_t>(at);
        for (int at = 0; at < whole; ++at) {
            column[at] = row[at] & last;
            row[at] >>= bits;
        }
        for (int round = 0; round < rounds; ++round) {
            std::uint32_t const key = keys_[round];
            if (round % 2 == 0)
                for (int at = 0; at < whole; ++at)
                    row[at] = moved_row(row[at], column[at], key, rows);
            else
                for (int at = 0; at < whole; ++at)
                    column[at] = moved_column(row[at], column[at], key, last);
        }
        std::uint32_t largest = 0;
        for (int at = 0; at < whole; ++at) {
            std::uint32_t const number = row[at] << bits | column[at];
            largest = largest > number ? largest : number;
            values[at] = number;
        }
        if (largest >= size_)
            for (int at = 0; at < whole; ++at)
                if (values[at] >= size_)
                    values[at] = (*this)(values[at]);
        return whole;
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
