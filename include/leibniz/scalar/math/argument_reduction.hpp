#pragma once

/// x = q·π/2 + angle with |angle| ≤ π/4, for every finite double.
///
/// M. H. Payne, R. N. Hanek, Radian reduction for trigonometric functions, SIGNUM Newsletter 18
/// (1983): of x·2/π only the bits worth less than 4 are formed, in 192-bit integers. No double lies
/// nearer than 2⁻⁶² to a multiple of π/2 (J.-M. Muller, Elementary Functions), so at least
/// 2⁻⁷⁰ relative accuracy is left.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include <leibniz/scalar/math/double_double.hpp>
#include <leibniz/scalar/math/floating_point.hpp>

namespace leibniz::scalar::detail {

struct reduced_angle {
    double_double angle;
    unsigned quadrant; // q modulo 4
};

/// 2/π: 64 zero bits, then the first 1,216 bits after the point
inline constexpr std::array<std::uint64_t, 20> two_over_pi{
    0x0000000000000000, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041,
    0xfe5163abdebbc561, 0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e,
    0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b,
    0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
    0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab};

struct wide_product {
    std::uint64_t hi;
    std::uint64_t lo;
};

constexpr wide_product multiply_wide(std::uint64_t a, std::uint64_t b) noexcept {
    constexpr std::uint64_t low = 0xffffffff;
    std::uint64_t const p = (a & low) * (b & low);
    std::uint64_t const q = (a >> 32) * (b & low) + (p >> 32);
    std::uint64_t const r = (a & low) * (b >> 32) + (q & low);
    return {(a >> 32) * (b >> 32) + (q >> 32) + (r >> 32), (r << 32) | (p & low)};
}

/// The 64 bits of 2/π that start at bit `start` of the table.
constexpr std::uint64_t bits_of_two_over_pi(unsigned start) noexcept {
    std::size_t const word = start / 64;
    unsigned const shift = start % 64;
    std::uint64_t const head = two_over_pi[word] << shift;
    return shift == 0 ? head : head | (two_over_pi[word + 1] >> (64 - shift));
}

/// The upper 106 of the bits hi:lo·2⁻⁶⁴:rest, hi ≠ 0, times 2⁻⁶⁴
constexpr double_double from_bits(std::uint64_t hi, std::uint64_t lo, std::uint64_t rest) noexcept {
    int const zeros = std::countl_zero(hi);
    if (zeros > 0) {
        hi = (hi << zeros) | (lo >> (64 - zeros));
        lo = (lo << zeros) | (rest >> (64 - zeros));
    }
    double const unit = power_of_two(-53 - zeros);
    auto const upper = static_cast<double>(static_cast<std::int64_t>(hi >> 11));
    auto const lower = static_cast<double>(static_cast<std::int64_t>((hi & 2047) << 42 | lo >> 22));
    return {upper * unit, lower * unit * 0x1p-53};
}

/// x finite
constexpr reduced_angle reduce_angle(double x) noexcept {
    double const size = magnitude(x);
    if (size <= half_pi.hi / 2) {
        return {{x}, 0};
    }
    auto const bits = std::bit_cast<std::uint64_t>(size);
    // size = m·2^(exponent − 1075), and bits of 2/π worth 4 or more times 1/m are left out
    auto const start = static_cast<unsigned>(bits >> 52) - 1013;
    std::uint64_t const m = (bits & 0x000fffffffffffff) | 0x0010000000000000;
    std::uint64_t const w0 = bits_of_two_over_pi(start + 128);
    wide_product const middle = multiply_wide(m, bits_of_two_over_pi(start + 64));
    std::uint64_t const p0 = m * w0;
    std::uint64_t const p1 = middle.lo + multiply_wide(m, w0).hi;
    std::uint64_t const carry = p1 < middle.lo ? 1 : 0;
    std::uint64_t const p2 = m * bits_of_two_over_pi(start) + middle.hi + carry;
    // p2:p1:p0·2⁻¹⁹⁰ = x·2/π modulo 4
    auto quadrant = static_cast<unsigned>(p2 >> 62);
    std::uint64_t f2 = (p2 << 2) | (p1 >> 62);
    std::uint64_t f1 = (p1 << 2) | (p0 >> 62);
    std::uint64_t f0 = p0 << 2;
    bool const round_up = (f2 >> 63) != 0;
    if (round_up) { // 1 − fraction; complementing is one unit of 2⁻¹⁹² off
        ++quadrant;
        f2 = ~f2;
        f1 = ~f1;
        f0 = ~f0;
    }
    double_double const angle = from_bits(f2, f1, f0) * half_pi;
    bool const negative = x < 0.0;
    return {round_up != negative ? -angle : angle, (negative ? 0U - quadrant : quadrant) & 3U};
}

} // namespace leibniz::scalar::detail
