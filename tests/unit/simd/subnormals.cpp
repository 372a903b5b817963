#include <leibniz/simd/subnormals.hpp>

#include <bit>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <limits>

namespace {

using leibniz::simd::without_subnormals;

float times(float value, float factor) {
    float volatile hidden = value;
    hidden = hidden * factor;
    return hidden;
}
float half(float value) { return times(value, 0.5f); }

/// Makes and unmakes one in a constant expression, where it does nothing.
constexpr float half_in_constant_expression(float value) {
    without_subnormals const inside;
    return value * 0.5f;
}

constexpr float least = std::numeric_limits<float>::min();
constexpr float subnormal = least / 4;

} // namespace

BOOST_AUTO_TEST_SUITE(subnormals)

BOOST_AUTO_TEST_CASE(none_while_it_lives) {
    BOOST_TEST(half(least) == least / 2);
    {
        without_subnormals const outer;
        {
            without_subnormals const inner;
        }
#if defined(__x86_64__) || defined(__aarch64__)
        // A result; by its bits, because == would take a subnormal number for 0.
        BOOST_TEST(std::bit_cast<std::uint32_t>(half(least)) == 0u);
        BOOST_TEST(times(subnormal, 0x1p100f) == 0.0f); // an operand
#endif
        BOOST_TEST(half(2 * least) == least);
    }
    BOOST_TEST(half(least) == least / 2);
    BOOST_TEST(half(subnormal) == subnormal / 2);
}

BOOST_AUTO_TEST_CASE(constant_expressions_keep_them) {
    static_assert(half_in_constant_expression(least) == least / 2);
    BOOST_TEST(half_in_constant_expression(3) == 1.5f);
}

BOOST_AUTO_TEST_SUITE_END()
