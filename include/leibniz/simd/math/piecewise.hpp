#pragma once

#include <leibniz/simd/math/look_up.hpp>

/// Odd functions in float that grow to 1, as polynomials of degree 4 in pieces of |x|, where one
/// instruction looks up 32 numbers. Tables have 32 coefficients of each power together, the
/// constant ones first.
namespace leibniz::simd::detail {

/// The piece of a number: which one it is, and how far from its begin the number is.
template <class Group> struct piece_with {
    Group size, d, number;
};

/// What size + shift is without the digits behind the third, less shift, is where its piece begins,
/// and the last five bits left are the piece's number: the pieces of each octave are twice as wide
/// as those before. The last one ends at `limit`, where the function is 1.
template <class Group>
LEIBNIZ_INLINE piece_with<Group> piece_of(Group const& size, double shift, double limit) noexcept {
    constexpr int digits = 3, below = fraction_bits<Group> - digits;
    auto const shift_of_all = constant<Group>(shift);
    auto const limited = second_min(constant<Group>(limit), size);
    auto const bits = to_bits(limited + shift_of_all);
    auto const begin =
        from_bits<Group>(bits & word<Group>(~word_of<Group>{0} << below)) - shift_of_all;
    return {copy(limited), limited - begin, from_bits<Group>(shift_right<below>(bits))};
}

/// The polynomial of a piece, with its constant term apart.
template <class Group>
LEIBNIZ_INLINE Group grown(piece_with<Group> const& piece, float const* coefficients,
                           Group const& constant_term) noexcept {
    auto y = look_up(coefficients + 4 * 32, piece.number);
    y = fma(piece.d, y, look_up(coefficients + 3 * 32, piece.number));
    y = fma(piece.d, y, look_up(coefficients + 2 * 32, piece.number));
    y = fma(piece.d, y, look_up(coefficients + 1 * 32, piece.number));
    return fma(piece.d, y, constant_term);
}

} // namespace leibniz::simd::detail
