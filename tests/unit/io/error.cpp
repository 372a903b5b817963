#include <leibniz/io/error.hpp>

#include <stdexcept>
#include <string>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(io_error)

BOOST_AUTO_TEST_CASE(says_where_and_why) {
    leibniz::io::data_error const error("data/a.csv", 3, 14, "no such thing");
    std::runtime_error const& base = error;
    BOOST_TEST(base.what() == std::string("data/a.csv:3:14: no such thing"));
    BOOST_TEST(error.file() == "data/a.csv");
    BOOST_TEST(error.line() == 3U);
    BOOST_TEST(error.column() == 14U);
    BOOST_TEST(!error.byte());
}

BOOST_AUTO_TEST_CASE(says_which_byte) {
    leibniz::io::data_error const error("data/a.gz", leibniz::io::byte_position{16}, "too short");
    BOOST_TEST(error.what() == std::string("data/a.gz: byte 16: too short"));
    BOOST_TEST(error.file() == "data/a.gz");
    BOOST_TEST(error.line() == 0U);
    BOOST_TEST(error.column() == 0U);
    BOOST_TEST(error.byte().value() == 16U);
}

BOOST_AUTO_TEST_SUITE_END()
