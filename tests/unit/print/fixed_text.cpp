#include <boost/test/unit_test.hpp>
#include <leibniz/print/fixed_text.hpp>
#include <limits>

namespace {

using leibniz::print::fixed_text;
using leibniz::print::sink;

BOOST_AUTO_TEST_SUITE(print_fixed_text)

BOOST_AUTO_TEST_CASE(numbers_are_written_in_decimal) {
    fixed_text<64> text;
    sink out{text.letters, sizeof text.letters};
    out << std::int64_t{0} << ' ' << std::int64_t{-120} << ' '
        << std::numeric_limits<std::int64_t>::max() << ' '
        << std::numeric_limits<std::int64_t>::min();
    text.size = out.size;
    BOOST_TEST(text.view() == "0 -120 9223372036854775807 -9223372036854775808");
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_dropped) {
    fixed_text<4> text;
    sink out{text.letters, sizeof text.letters};
    out << "abc"
        << "def" << 'g';
    text.size = out.size;
    BOOST_TEST(text.view() == "abcd");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
