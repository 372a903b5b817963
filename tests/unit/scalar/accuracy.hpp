#pragma once

/// Sweeps of an elementary function against MPFR at 200 bits.

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <iomanip>
#include <limits>
#include <random>
#include <sstream>
#include <string>
#include <type_traits>

#include <boost/test/unit_test.hpp>
#include <mpfr.h>

namespace accuracy {

inline constexpr int points = 20'000;

/// A number of 200 bits
class exact {
public:
    explicit exact(double x) {
        mpfr_init2(value_, 200);
        mpfr_set_d(value_, x, MPFR_RNDN);
    }
    exact(exact const&) = delete;
    exact& operator=(exact const&) = delete;
    ~exact() { mpfr_clear(value_); }

    mpfr_ptr get() { return value_; }

private:
    mpfr_t value_;
};

template <class T> T nearest(exact& value) {
    if constexpr (sizeof(T) == sizeof(float)) {
        return mpfr_get_flt(value.get(), MPFR_RNDN);
    } else {
        return mpfr_get_d(value.get(), MPFR_RNDN);
    }
}

/// |got − value| in units of the last place of the nearest T; infinite if only one is finite.
template <class T> double error_in_ulps(T got, exact& value) {
    using limits = std::numeric_limits<T>;
    T const expected = nearest<T>(value);
    if (!std::isfinite(got) || !std::isfinite(expected)) {
        bool const same = got == expected || (std::isnan(got) && std::isnan(expected));
        return same ? 0.0 : std::numeric_limits<double>::infinity();
    }
    int exponent = limits::min_exponent;
    if (expected != T{0}) {
        std::frexp(expected, &exponent);
    }
    double const ulp = std::ldexp(1.0, std::max(exponent, limits::min_exponent) - limits::digits);
    exact difference{static_cast<double>(got)};
    mpfr_sub(difference.get(), difference.get(), value.get(), MPFR_RNDN);
    mpfr_div_d(difference.get(), difference.get(), ulp, MPFR_RNDN);
    return std::abs(mpfr_get_d(difference.get(), MPFR_RNDN));
}

/// Seeded arguments. The distributions of <random> differ between standard libraries; these do not.
class arguments {
public:
    double between(double low, double high) {
        return low + (high - low) * (static_cast<double>(bits_() >> 11) * 0x1p-53);
    }

    /// ±2ᵉ with e uniform between the bounds
    double of_exponent(double low, double high) {
        double const size = std::exp2(between(low, high));
        return (bits_() & 1) != 0 ? size : -size;
    }

    template <class T> T any_finite() {
        using word = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
        for (;;) {
            T const x = std::bit_cast<T>(static_cast<word>(bits_()));
            if (std::isfinite(x)) {
                return x;
            }
        }
    }

private:
    std::mt19937_64 bits_{1684};
};

/// The worst error over `points` arguments is at most `bound` ulps. The row of the table of
/// measured errors is printed with --log_level=message.
template <class T, class Function, class Reference, class Generator>
void sweep(std::string const& name, Function function, Reference reference, Generator generator,
           double bound) {
    double worst = 0.0;
    T at{};
    for (int i = 0; i < points; ++i) {
        T const x = static_cast<T>(generator());
        exact value{static_cast<double>(x)};
        reference(value.get(), value.get(), MPFR_RNDN);
        double const error = error_in_ulps(function(x), value);
        if (error > worst) {
            worst = error;
            at = x;
        }
    }
    std::ostringstream row;
    row << std::left << std::setw(28) << name << std::setw(7)
        << (sizeof(T) == 4 ? "float" : "double") << std::fixed << std::setprecision(3) << worst
        << " ulp at " << std::hexfloat << at;
    BOOST_TEST_MESSAGE(row.str());
    BOOST_TEST(worst <= bound, row.str());
}

/// In double, to less than `bound` ulps, and in float, where only the last rounding counts.
template <class Function, class Reference, class Generator>
void sweep_both(std::string const& name, Function function, Reference reference,
                Generator generator, double bound = 1.0) {
    sweep<double>(name, function, reference, generator, bound);
    sweep<float>(name, function, reference, generator, 0.501);
}

/// The same bits, so that −0 and +0 differ and NaN equals itself.
inline bool same(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
           (std::isnan(a) && std::isnan(b));
}

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double smallest = std::numeric_limits<double>::denorm_min();
inline constexpr double largest = std::numeric_limits<double>::max();

} // namespace accuracy
