#include <leibniz/io/table.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "files.hpp"

namespace io = leibniz::io;
using texts = std::vector<std::string>;

namespace {

texts texts_of(std::vector<io::field> const& fields) {
    texts result;
    for (io::field const& each : fields) {
        result.push_back(each.text);
    }
    return result;
}

io::table table_of(std::string_view contents, io::csv_options options = {}) {
    return io::read_csv(files::temporary(contents).path(), options);
}

void rejected(std::string_view contents, std::size_t line, std::size_t column,
              std::string const& reason) {
    files::contents_throw_at(contents, line, column, reason,
                             [](auto const& path) { io::read_csv(path); });
}

} // namespace

BOOST_AUTO_TEST_SUITE(io_table)

BOOST_AUTO_TEST_CASE(header_and_rows) {
    io::table const table = table_of("a,b\n1,2\n3,4\n");
    BOOST_TEST(texts_of(table.header) == (texts{"a", "b"}), boost::test_tools::per_element());
    BOOST_TEST(table.rows.size() == 2U);
    BOOST_TEST(table.columns() == 2U);
    BOOST_TEST(texts_of(table.rows[1].fields) == (texts{"3", "4"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(positions) {
    io::table const table = table_of("a,b\n10,\"x\ny\"\n300,4\n");
    BOOST_TEST(table.rows[0].fields[1].line == 2U);
    BOOST_TEST(table.rows[0].fields[1].column == 4U);
    BOOST_TEST(table.rows[1].fields[1].line == 4U); // a quoted line end is a line of the file
    BOOST_TEST(table.rows[1].fields[1].column == 5U);
}

BOOST_AUTO_TEST_CASE(other_delimiter_and_no_header) {
    io::table const table = table_of("1;2,5\n3;4", {.delimiter = ';', .header = false});
    BOOST_TEST(table.header.empty());
    BOOST_TEST(table.rows.size() == 2U);
    BOOST_TEST(texts_of(table.rows[0].fields) == (texts{"1", "2,5"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_same_table_in_other_clothes) {
    for (std::string_view contents :
         {"a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n",
          "\xEF\xBB\xBF"
          "a,b\n1,2\n3,4\n",
          "a,b\n1,2\n3,4\n\n", "a,b\r\n1,2\r\n3,4\r\n\r\n  \n", "\"a\",\"b\"\n\"1\",2\n3,\"4\"\n",
          "\xEF\xBB\xBF\"a\",b\n1,2\n3,4"}) {
        io::table const table = table_of(contents);
        BOOST_TEST(texts_of(table.header) == (texts{"a", "b"}), boost::test_tools::per_element());
        BOOST_TEST(table.rows.size() == 2U);
        BOOST_TEST(texts_of(table.rows[0].fields) == (texts{"1", "2"}),
                   boost::test_tools::per_element());
        BOOST_TEST(texts_of(table.rows[1].fields) == (texts{"3", "4"}),
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(quoted_fields) {
    io::table const table = table_of("a,b,c\n\"x,y\",\"say \"\"no\"\"\",\"\"\n");
    BOOST_TEST(texts_of(table.rows[0].fields) == (texts{"x,y", "say \"no\"", ""}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(empty_fields) {
    io::table const table = table_of("a,b,c\n,,\n");
    BOOST_TEST(texts_of(table.rows[0].fields) == (texts{"", "", ""}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_empty_field_in_quotes_is_no_blank_line) {
    io::table const table = table_of("a\n1\n\"\"\n");
    BOOST_REQUIRE(table.rows.size() == 2U);
    BOOST_TEST(texts_of(table.rows[1].fields) == (texts{""}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(ragged_rows) {
    rejected("a,b,c\n1,2,3\n1,2\n", 3, 4, "expected 3 fields, found 2");
    rejected("a,b,c\n1,2,3,45\n", 2, 7, "expected 3 fields, found 4");
    rejected("a\n1,2\n", 2, 3, "expected 1 field, found 2");
    rejected("a,b\n1,2\n\n3,4\n", 3, 1, "blank line inside the table");
}

BOOST_AUTO_TEST_CASE(nothing_to_read) {
    rejected("", 1, 1, "the file is empty");
    rejected("\n\n", 1, 1, "the file is empty");
    rejected("\xEF\xBB\xBF", 1, 1, "the file is empty");
    rejected("a,b\n", 1, 4, "no rows after the header");
    rejected("a,b", 1, 4, "no rows after the header");
}

BOOST_AUTO_TEST_CASE(stray_quotes) {
    rejected("a,b\n1,\"2\n3,4\n", 2, 3, "quote without an end");
    rejected("a,b\n1,\"2\"x\n", 2, 6, "text after a closing quote");
    rejected("a,b\n1,2\"\n", 2, 4, "quote inside an unquoted field");
}

BOOST_AUTO_TEST_CASE(missing_file) {
    auto const read = [](auto const& path) { io::read_csv(path); };
    auto const nowhere = std::filesystem::temp_directory_path() / "leibniz_no_such_file.csv";
    files::throws_at(nowhere, 0, 0, "cannot open the file", read);
    files::throws_at(std::filesystem::temp_directory_path(), 0, 0, "cannot open the file", read);
}

BOOST_AUTO_TEST_SUITE_END()
