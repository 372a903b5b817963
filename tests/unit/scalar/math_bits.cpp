// The same bits at compile time and at run time.

#include <leibniz/scalar/math.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <boost/test/unit_test.hpp>

namespace scalar = leibniz::scalar;

namespace {

template <class T> using word = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

inline constexpr std::size_t count = 160;

/// Special values, then numbers of all sizes and of sizes near 1, from a linear congruential
/// generator (D. E. Knuth, MMIX)
template <class T> constexpr std::array<T, count> make_arguments() {
    using limits = std::numeric_limits<T>;
    std::array<T, count> x{T{0},
                           -T{0},
                           T{1},
                           T(-1),
                           T(10),
                           limits::max(),
                           limits::lowest(),
                           limits::infinity(),
                           -limits::infinity(),
                           limits::denorm_min(),
                           limits::min(),
                           limits::quiet_NaN()};
    std::uint64_t state = 1684;
    for (std::size_t i = 12; i < count; ++i) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        T const unit = static_cast<T>(static_cast<double>(state >> 11) * 0x1p-52 - 1.0);
        word<T> const bits = static_cast<word<T>>(state >> (64 - 8 * sizeof(T)));
        T const any = std::bit_cast<T>(bits);
        constexpr T sizes[] = {T(1), T(4), T(50), T(700)};
        bool const finite = any == any && any <= limits::max() && any >= limits::lowest();
        x[i] = i % 5 == 4 && finite ? any : unit * sizes[i % 4];
    }
    return x;
}

template <class T> constexpr word<T> bits_of(T x) {
    return x != x ? word<T>{1} : std::bit_cast<word<T>>(x); // any NaN is as good as another
}

template <class Function, class T>
constexpr std::array<word<T>, count> bits_at(std::array<T, count> const& x) {
    std::array<word<T>, count> bits{};
    for (std::size_t i = 0; i < count; ++i) {
        if constexpr (std::is_invocable_v<Function, T>) {
            bits[i] = bits_of(Function{}(x[i]));
        } else {
            bits[i] = bits_of(Function{}(x[i], x[(7 * i + 3) % count]));
        }
    }
    return bits;
}

template <class T, class Function> void compare(Function) {
    static constexpr std::array<T, count> arguments = make_arguments<T>();
    static constexpr std::array<word<T>, count> compiled = bits_at<Function>(arguments);
    std::array<T, count> hidden{};
    for (std::size_t i = 0; i < count; ++i) {
        T volatile x = arguments[i];
        hidden[i] = x;
    }
    BOOST_TEST(bits_at<Function>(hidden) == compiled, boost::test_tools::per_element());
}

} // namespace

#define SAME_BITS(function)                                                                        \
    BOOST_AUTO_TEST_CASE(function) {                                                               \
        auto const f = [](auto... x) -> decltype(scalar::function(x...)) {                         \
            return scalar::function(x...);                                                         \
        };                                                                                         \
        compare<double>(f);                                                                        \
        compare<float>(f);                                                                         \
    }

BOOST_AUTO_TEST_SUITE(scalar_bits)

SAME_BITS(abs)
SAME_BITS(sign)
SAME_BITS(min)
SAME_BITS(max)
SAME_BITS(exp)
SAME_BITS(expm1)
SAME_BITS(log)
SAME_BITS(log1p)
SAME_BITS(sqrt)
SAME_BITS(pow)
SAME_BITS(sin)
SAME_BITS(cos)
SAME_BITS(tan)
SAME_BITS(asin)
SAME_BITS(acos)
SAME_BITS(atan)
SAME_BITS(sinh)
SAME_BITS(cosh)
SAME_BITS(tanh)
SAME_BITS(erf)
SAME_BITS(logistic)
SAME_BITS(softplus)

BOOST_AUTO_TEST_SUITE_END()
