#include <leibniz/io/field.hpp>

#include <cstddef>
#include <limits>
#include <string>

#include <boost/test/unit_test.hpp>

#include "files.hpp"

namespace io = leibniz::io;

namespace {

template <class T> T parsed(std::string const& text) {
    return io::detail::number_in<T>({text, 7, 9}, "a.csv");
}

void rejected(std::string const& text, std::string const& reason) {
    files::throws_at(std::filesystem::path("a.csv"), 7, 9, reason,
                     [&](auto const&) { parsed<double>(text); });
}

} // namespace

BOOST_AUTO_TEST_SUITE(io_field)

BOOST_AUTO_TEST_CASE(numbers) {
    BOOST_TEST(parsed<double>("5.1") == 5.1);
    BOOST_TEST(parsed<float>("5.1") == 5.1F);
    BOOST_TEST(parsed<double>(" \t-2.5e-3 ") == -0.0025);
    BOOST_TEST(parsed<double>("+7") == 7.0);
    BOOST_TEST(parsed<double>(".5") == 0.5);
    BOOST_TEST(parsed<double>("1.7976931348623157e308") == std::numeric_limits<double>::max());
}

BOOST_AUTO_TEST_CASE(what_is_not_a_number) {
    rejected("abc", "'abc' is not a number");
    rejected("1.5x", "'1.5x' is not a number");
    rejected("1,5", "'1,5' is not a number");
    rejected("1 2", "'1 2' is not a number");
    rejected("+-1", "'+-1' is not a number");
    rejected("++1", "'++1' is not a number");
    rejected("+", "'+' is not a number");
    rejected("0x10", "'0x10' is not a number");
    rejected("1e999x", "'1e999x' is not a number");
    rejected("", "empty field where a number is expected");
    rejected("  ", "empty field where a number is expected");
}

BOOST_AUTO_TEST_CASE(numbers_that_are_not_finite) {
    rejected("nan", "'nan' is not a finite number");
    rejected("NaN", "'NaN' is not a finite number");
    rejected("inf", "'inf' is not a finite number");
    rejected("-Infinity", "'-Infinity' is not a finite number");
}

BOOST_AUTO_TEST_CASE(numbers_out_of_range) {
    rejected("1e400", "'1e400' is out of the range of double");
    rejected("-1e400", "'-1e400' is out of the range of double");
    rejected("1e-400", "'1e-400' is out of the range of double");
    files::throws_at(std::filesystem::path("a.csv"), 7, 9, "'1e39' is out of the range of float",
                     [](auto const&) { parsed<float>("1e39"); });
}

BOOST_AUTO_TEST_SUITE_END()
