#pragma once

#include <leibniz/simd/math/error_function_table.hpp>
#include <leibniz/simd/math/exponential.hpp>

namespace leibniz::simd {

namespace detail {

/// erf(x) - x for |x| <= 1. Sollya: fpminimax(erf(sqrt(x))/sqrt(x)-1, 6 or 11, SG or D, [0; 1],
/// absolute).
template <class Group> LEIBNIZ_INLINE Group small_error_function(Group const& x) noexcept {
    auto const z = x * x;
    if constexpr (is_single<Group>)
        return fma(x,
                   horner(z, 0x1.06eba8p-3, -0x1.81274p-2, 0x1.ce2d52p-4, -0x1.b7fec4p-6,
                          0x1.542fecp-8, -0x1.a5197ap-11, 0x1.4c5cb4p-14),
                   x);
    else
        return fma(x,
                   horner(z, 0x1.06eba8214db68p-3, -0x1.812746b0379b5p-2, 0x1.ce2f21a040b02p-4,
                          -0x1.b82ce311f7069p-6, 0x1.565bccf908894p-8, -0x1.c02db03ff6859p-11,
                          0x1.f9a2bb4bba0e4p-14, -0x1.f4ca5bb2856d7p-17, 0x1.b9807f233887cp-20,
                          -0x1.5c0bc3130e21dp-23, 0x1.d73d744d56748p-27, -0x1.ac1a4196e188cp-31),
                   x);
}

/// erfc(x) for x from 1 to 4 (float), 6 (double). Float: e to a polynomial, fpminimax(log(erfc(x)),
/// 8, SG, [1; 4], absolute). Double: e^-x^2 times a polynomial in u = (x-2)/(x+2), fpminimax of
/// erfc(x)*exp(x^2), 15, D, u in [-1/3; 1/2], absolute.
template <class Group> LEIBNIZ_INLINE Group complement(Group const& x) noexcept {
    Group power, factor;
    if constexpr (is_single<Group>) {
        power =
            horner(x, 0x1.313174p-12, -0x1.214f8ap0, -0x1.439734p-1, -0x1.c2314ap-4, 0x1.af5b2ep-6,
                   -0x1.35d7dcp-8, 0x1.357426p-11, -0x1.7c05a8p-15, 0x1.ad813p-20);
        factor = constant<Group>(1);
    } else {
        auto const two = constant<Group>(2);
        power = -(x * x);
        factor = horner((x - two) / (x + two), 0x1.058671b52c775p-2, -0x1.b57034efd3f77p-2,
                        0x1.eeea7dc8a7c74p-3, -0x1.437f0b68bfcfep-4, 0x1.e9471590e1596p-9,
                        0x1.ca95ed50ffdb7p-8, -0x1.bc259f9dfbfddp-11, -0x1.016b5d7845a8dp-10,
                        0x1.6d5810dc5ee36p-15, 0x1.6dab118fa9c19p-13, 0x1.ce6f2efa4e5c4p-16,
                        -0x1.cfb11acfc0c73p-16, -0x1.dbee251314ce9p-17, 0x1.f3d8a15bf7bdbp-20,
                        0x1.192d6989c9dc6p-18, -0x1.18666955f8919p-22);
    }
    auto const parts = exponential(power);
    return power_of_two(parts.rounded) * (constant<Group>(1) + parts.fraction) * factor;
}

} // namespace detail

/// The error function, 2/sqrt(pi) times the integral of e^-t^2 from 0 to x. Where the machine looks
/// up 32 numbers at once, float's is a piecewise polynomial: a third of the operations.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> erf(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    if constexpr (detail::table_bits<values>::value == 5) {
        return detail::piecewise_erf(x);
    } else {
        auto const one = detail::constant<values>(1);
        auto const size = abs(x);
        // From the upper limit on the result rounds to 1.
        auto const tail =
            detail::complement(detail::clamp(size, 1, detail::is_single<values> ? 4 : 6));
        auto const value = select(size < one, detail::small_error_function(size), one - tail);
        return detail::keep_sign(value, x);
    }
}

} // namespace leibniz::simd
