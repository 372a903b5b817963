#pragma once

#include "accuracy_bounds.hpp"

#include <leibniz/simd/math.hpp>

#include <algorithm>
#include <bit>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <mpfr.h>
#include <random>
#include <string>
#include <tuple>
#include <vector>

// Measures our functions against libm in double (for float) and against MPFR (for double).
namespace reference {

namespace simd = leibniz::simd;

using scalars = std::tuple<float, double>;
template <class T, std::size_t Size = 2> using vectors = simd::group<xsimd::batch<T>, Size>;
template <class T> inline constexpr T infinity = std::numeric_limits<T>::infinity();
template <class T> inline constexpr T not_number = std::numeric_limits<T>::quiet_NaN();

/// f over n numbers each; n is a multiple of a group.
template <class T, class F, class... Inputs>
void evaluate(F f, std::vector<T>& result, Inputs const&... inputs) {
    using group = vectors<T>;
    constexpr std::size_t width = group::batch_type::size;
    auto const load = [](T const* from) {
        group g;
        for (std::size_t k = 0; k < group::size; ++k)
            g.lane[k] = group::batch_type::load_unaligned(from + k * width);
        return g;
    };
    for (std::size_t i = 0; i < result.size(); i += group::size * width) {
        group const y = f(load(inputs.data() + i)...);
        for (std::size_t k = 0; k < group::size; ++k)
            y.lane[k].store_unaligned(result.data() + i + k * width);
    }
}

/// f of one number, which must come out alike in all lanes and for groups of any size.
template <class F, class T, class... Rest> T at(F f, T first, Rest... rest) {
    T result{};
    auto const size = [&]<std::size_t Size>(std::integral_constant<std::size_t, Size>) {
        using group = vectors<T, Size>;
        group const y = f(group::broadcast(first), group::broadcast(rest)...);
        for (std::size_t k = 0; k < Size; ++k)
            for (std::size_t i = 0; i < group::batch_type::size; ++i) {
                T const value = y.lane[k].get(i);
                if (k == 0 && i == 0 && Size == 1)
                    result = value;
                bool const alike = value == result ? std::signbit(value) == std::signbit(result)
                                                   : std::isnan(value) && std::isnan(result);
                BOOST_TEST(alike, "lane " << i << " of vector " << k << " differs at " << first);
            }
    };
    size(std::integral_constant<std::size_t, 1>{});
    size(std::integral_constant<std::size_t, 2>{});
    size(std::integral_constant<std::size_t, 4>{});
    return result;
}

/// True for zeros of the same sign.
template <class T> bool same_zero(T got, T wanted) {
    return got == 0 && wanted == 0 && std::signbit(got) == std::signbit(wanted);
}

/// |got - exact| in units of the last place of exact; 0 when both are NaN or the same infinity.
inline double ulp_error(float got, double exact) {
    if (std::isnan(exact) || std::isnan(got))
        return std::isnan(exact) && std::isnan(got) ? 0 : infinity<double>;
    if (static_cast<float>(exact) == got && (std::isinf(got) || got == 0))
        return std::isinf(got) ? 0 : std::abs(exact) * 0x1p149;
    if (std::isinf(exact))
        return infinity<double>;
    int const exponent = exact == 0 ? -149 : std::max(std::ilogb(exact) - 23, -149);
    // An infinity stands for the number after the largest.
    double const value = std::isinf(got) ? std::copysign(0x1p128, got) : double(got);
    return std::abs(std::ldexp(value - exact, -exponent));
}

inline double ulp_error(double got, mpfr_srcptr exact) {
    if (mpfr_nan_p(exact) || std::isnan(got))
        return mpfr_nan_p(exact) && std::isnan(got) ? 0 : infinity<double>;
    if (std::isinf(got) && mpfr_get_d(exact, MPFR_RNDN) == got)
        return 0;
    if (mpfr_inf_p(exact))
        return infinity<double>;
    long const exponent = mpfr_zero_p(exact) ? -1074 : std::max(mpfr_get_exp(exact) - 53, -1074L);
    mpfr_t error;
    mpfr_init2(error, 200);
    if (std::isinf(got))
        mpfr_set_ui_2exp(error, 1, 1024, MPFR_RNDN);
    else
        mpfr_set_d(error, got, MPFR_RNDN);
    if (std::isinf(got) && got < 0)
        mpfr_neg(error, error, MPFR_RNDN);
    mpfr_sub(error, error, exact, MPFR_RNDN);
    mpfr_mul_2si(error, error, -exponent, MPFR_RNDN);
    double const result = std::abs(mpfr_get_d(error, MPFR_RNDN));
    mpfr_clear(error);
    return result;
}

/// The worst error found and where.
template <class T> struct worst {
    double error = 0;
    T at{}, got{};

    void see(double candidate, T x, T value) {
        if (!(candidate <= error)) {
            error = candidate;
            at = x;
            got = value;
        }
    }
};

/// What a function promises beyond its bound in the table.
struct promise {
    /// The interval, by magnitude, that is looked at most closely.
    double hot_low = 0x1p-10, hot_high = 0x1p7;
    /// Results below the smallest normal number may be 0.
    bool flushes = false;
};

/// All numbers `stride` bit patterns apart, from `first` on, `last` excluded; a whole number of
/// groups.
inline std::vector<float> patterns(std::uint64_t first, std::uint64_t last, std::uint64_t stride) {
    std::vector<float> result;
    for (std::uint64_t bits = first; bits < last; bits += stride)
        result.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    result.resize((result.size() + 63) / 64 * 64, 1.0F);
    return result;
}

/// Seeded points: all exponents alike, the hot interval, integers with a half, and the specials.
inline std::vector<double> points(promise const& how, std::size_t count, unsigned seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> unit(0, 1);
    std::vector<double> result = {0.0,
                                  -0.0,
                                  1.0,
                                  -1.0,
                                  0.5,
                                  -0.5,
                                  5e-324,
                                  -5e-324,
                                  1e-310,
                                  -1e-310,
                                  0x1p-1022,
                                  -0x1p-1022,
                                  0x1p1023,
                                  -0x1p1023,
                                  infinity<double>,
                                  -infinity<double>,
                                  not_number<double>};
    for (double const edge : {std::numeric_limits<double>::max(), how.hot_low, how.hot_high})
        for (double const sign : {-1.0, 1.0})
            result.push_back(sign * edge);
    auto const sign = [&] { return unit(random) < 0.5 ? -1.0 : 1.0; };
    for (std::size_t i = 0; i < count / 2; ++i) {
        auto const value = std::bit_cast<double>(random());
        result.push_back(std::isfinite(value) ? value : 1.0);
        double const scale = std::log(how.hot_high / how.hot_low);
        result.push_back(sign() * how.hot_low * std::exp(scale * unit(random)));
        result.push_back(sign() * how.hot_high * unit(random));
        result.push_back(0.25 * std::round(4 * how.hot_high * (2 * unit(random) - 1)));
    }
    result.resize((result.size() + 63) / 64 * 64, 1.0);
    return result;
}

template <class T> void hold(std::string const& name, worst<T> const& found) {
    BOOST_TEST_MESSAGE(name << (sizeof(T) == 4 ? " float " : " double ") << found.error
                            << " ULP at " << std::hexfloat << found.at << std::defaultfloat);
    BOOST_TEST(found.error <= accuracy::bound_of<T>(name), name << " is off by " << found.error
                                                                << " ULP at " << std::hexfloat
                                                                << found.at << ": " << found.got);
}

/// Float: every 2039th bit pattern, and every 151st of the hot interval.
template <class F, class Exact>
void sweep_float(std::string const& name, F ours, Exact exact, promise const& how = {}) {
    auto const low = std::bit_cast<std::uint32_t>(static_cast<float>(how.hot_low));
    auto const high = std::bit_cast<std::uint32_t>(static_cast<float>(how.hot_high));
    worst<float> found;
    for (auto const& x : {patterns(0, std::uint64_t(1) << 32, 2039), patterns(low, high, 151),
                          patterns(low | 0x80000000U, high | 0x80000000U, 151)}) {
        std::vector<float> y(x.size());
        evaluate(ours, y, x);
        for (std::size_t i = 0; i < x.size(); ++i) {
            double const wanted = exact(double(x[i]));
            if (how.flushes && y[i] == 0 && std::abs(wanted) < 0x1p-126)
                continue;
            found.see(ulp_error(y[i], wanted), x[i], y[i]);
        }
    }
    hold(name, found);
}

/// Double: 20,000 points over all exponents and 60,000 in the hot interval.
template <class F, class Exact>
void sweep_double(std::string const& name, F ours, Exact exact, promise const& how = {}) {
    auto const x = points(how, 40000, 20240607);
    std::vector<double> y(x.size());
    evaluate(ours, y, x);
    worst<double> found;
    mpfr_t argument, wanted;
    mpfr_init2(argument, 160);
    mpfr_init2(wanted, 160);
    for (std::size_t i = 0; i < x.size(); ++i) {
        mpfr_set_d(argument, x[i], MPFR_RNDN);
        exact(wanted, argument, MPFR_RNDN);
        if (how.flushes && y[i] == 0 && mpfr_cmpabs_ui(wanted, 1) < 0 &&
            (mpfr_zero_p(wanted) || mpfr_get_exp(wanted) < -1021))
            continue;
        found.see(ulp_error(y[i], wanted), x[i], y[i]);
    }
    mpfr_clears(argument, wanted, static_cast<mpfr_ptr>(nullptr));
    hold(name, found);
}

/// Both sweeps; `exact` is the function in double, `multiple` the one of MPFR.
template <class F, class Exact, class Multiple>
void sweep(std::string const& name, F ours, Exact exact, Multiple multiple,
           promise const& how = {}) {
    sweep_float(name, ours, exact, how);
    sweep_double(name, ours, multiple, how);
}

} // namespace reference
