#pragma once

/// Unevaluated sums of two doubles: at least 76 bits where one double would lose the second ulp.
///
/// Sources: T. J. Dekker, A floating-point technique for extending the available precision,
/// Numer. Math. 18 (1971); D. E. Knuth, The Art of Computer Programming 2, 4.2.2;
/// M. Joldes, J.-M. Muller, V. Popescu, Tight and rigorous error bounds for basic building blocks
/// of double-word arithmetic, ACM TOMS 44 (2017). Written without fma, which is not constexpr in
/// C++20 and not in hardware everywhere.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace leibniz::scalar::detail {

struct double_double {
    double hi;
    double lo = 0.0;
};

inline constexpr double_double pi{0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};
inline constexpr double_double half_pi{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};

constexpr double_double operator-(double_double a) noexcept { return {-a.hi, -a.lo}; }

/// a + b exactly, given |a| ≥ |b| or a = 0
constexpr double_double fast_two_sum(double a, double b) noexcept {
    double const s = a + b;
    return {s, b - (s - a)};
}

/// a + b exactly
constexpr double_double two_sum(double a, double b) noexcept {
    double const s = a + b;
    double const t = s - a;
    return {s, (a - (s - t)) + (b - t)};
}

/// a to 26 bits, |a| < 2¹⁰²³; what is missing has at most 26 bits, so that products of such halves
/// are exact. By rounding the bits: Dekker's split by a product does not survive being contracted
/// into fused multiply-adds, which GCC does unasked where the processor has them.
constexpr double upper_half(double a) noexcept {
    return std::bit_cast<double>((std::bit_cast<std::uint64_t>(a) + 0x4000000) & ~0x7ffffffULL);
}

/// a·b with relative error 2⁻⁷⁸ unless it underflows. Every product in it is exact, so that
/// contraction changes nothing that matters; the exact a·b − fl(a·b) would be ruined by it.
constexpr double_double two_product(double a, double b) noexcept {
    double const a1 = upper_half(a);
    double const b1 = upper_half(b);
    double const a2 = a - a1;
    double const b2 = b - b1;
    return fast_two_sum(a1 * b1, (a1 * b2 + a2 * b1) + a2 * b2);
}

constexpr double_double operator+(double_double a, double b) noexcept {
    double_double const s = two_sum(a.hi, b);
    return fast_two_sum(s.hi, s.lo + a.lo);
}

constexpr double_double operator+(double_double a, double_double b) noexcept {
    double_double const s = two_sum(a.hi, b.hi);
    return fast_two_sum(s.hi, s.lo + (a.lo + b.lo));
}

constexpr double_double operator*(double_double a, double_double b) noexcept {
    double_double const p = two_product(a.hi, b.hi);
    return fast_two_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

constexpr double_double operator/(double_double a, double_double b) noexcept {
    double const q = a.hi / b.hi;
    double_double const p = two_product(q, b.hi);
    double const rest = ((a.hi - p.hi) - p.lo) + (a.lo - q * b.lo);
    return fast_two_sum(q, rest / b.hi);
}

constexpr double rounded(double_double a) noexcept { return a.hi + a.lo; }

/// Coefficients c₀, c₁, …; a plain array, since every std::array access is a call and so three
/// steps of the compiler's evaluator.
template <std::size_t N> struct coefficients {
    double at[N];
};

template <std::size_t N, std::size_t... I>
constexpr double horner(double x, coefficients<N> const& p, std::index_sequence<I...>) noexcept {
    double value = p.at[N - 1];
    ((value = value * x + p.at[N - 2 - I]), ...);
    return value;
}

/// c₀ + c₁x + c₂x² + …, by Horner's rule, unrolled: one step in all
template <std::size_t N> constexpr double polynomial(double x, coefficients<N> const& p) noexcept {
    return horner(x, p, std::make_index_sequence<N - 1>{});
}

} // namespace leibniz::scalar::detail
