#include <leibniz/io/numeric_data.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "files.hpp"

namespace io = leibniz::io;
using numbers = std::vector<double>;

namespace {

constexpr std::string_view houses = "area,town,rooms,price\n90,Jena,3,200\n120,Halle,5,310\n";

void rejected(std::string_view contents, io::column const& input, std::size_t line,
              std::size_t position, std::string const& reason) {
    files::contents_throw_at(contents, line, position, reason, [&](auto const& path) {
        io::read_numeric_csv<double>(path, {input}, {"price"});
    });
}

} // namespace

BOOST_AUTO_TEST_SUITE(io_numeric_data)

BOOST_AUTO_TEST_CASE(columns_by_name) {
    files::temporary const file(houses);
    auto const data = io::read_numeric_csv<double>(file.path(), {"rooms", "area"}, {"price"});
    BOOST_TEST(data.samples == 2U);
    BOOST_TEST(data.features == 2U);
    BOOST_TEST(data.outputs == 1U);
    BOOST_TEST(data.inputs == (numbers{3, 90, 5, 120}), boost::test_tools::per_element());
    BOOST_TEST(data.targets == (numbers{200, 310}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(columns_by_number) {
    files::temporary const file("1 2 3\n4 5 6\n");
    auto const data =
        io::read_numeric_csv<float>(file.path(), {0}, {1, 2}, {.delimiter = ' ', .header = false});
    BOOST_TEST(data.inputs == (std::vector<float>{1, 4}), boost::test_tools::per_element());
    BOOST_TEST(data.targets == (std::vector<float>{2, 3, 5, 6}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(columns_in_an_array) {
    files::temporary const file(houses);
    std::array<io::column, 2> const inputs{"area", 2U};
    std::array<io::column, 1> const targets{std::string_view("price")};
    auto const data = io::read_numeric_csv<double>(file.path(), inputs, targets);
    BOOST_TEST(data.inputs == (numbers{90, 3, 120, 5}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(columns_that_do_not_exist) {
    rejected(houses, "size", 1, 1, "no column 'size'; the columns are: area, town, rooms, price");
    rejected(houses, 4, 1, 1, "no column 4; the columns are 0 to 3");
    rejected(houses, -1, 1, 1, "no column -1; the columns are 0 to 3");
    rejected("a,b,a,price\n1,2,3,4\n", "a", 1, 5, "second column named 'a'");
    files::contents_throw_at("1,2\n", 1, 1, "no column 'a'; there is no header",
                             [](auto const& path) {
                                 io::read_numeric_csv<double>(path, {"a"}, {1}, {.header = false});
                             });
}

BOOST_AUTO_TEST_CASE(malformed_fields) {
    rejected(houses, "town", 2, 4, "'Jena' is not a number");
    rejected("a,price\n1,2\n3,inf\n", "a", 3, 3, "'inf' is not a finite number");
    rejected("a,price\n1,2\n3\n", "a", 3, 2, "expected 2 fields, found 1");
}

BOOST_AUTO_TEST_SUITE_END()
