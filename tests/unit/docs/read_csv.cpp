#include "../io/files.hpp"
#include <boost/test/unit_test.hpp>
#include <leibniz/io/csv.hpp>
#include <leibniz/io/standardise.hpp>
#include <leibniz/leibniz.hpp>
#include <string>

/// The code blocks of docs/howto/read_csv.md.
namespace {

namespace lz = leibniz;

BOOST_AUTO_TEST_SUITE(docs_read_csv)

BOOST_AUTO_TEST_CASE(a_class_in_the_last_column) {
    files::temporary const kept("length,width,species\n5.1,3.5,setosa\n7.0,3.2,versicolor\n");
    auto const file = kept.path();
    // [labelled]
    auto data = lz::io::read_labelled_csv<float>(file, {"setosa", "versicolor"});
    // data.inputs: samples × features; data.targets: samples × classes, 1 at the class
    // [/labelled]
    // [standardise]
    lz::io::standardisation<float> const scale(data.inputs, data.features);
    scale.apply(data.inputs);
    // [/standardise]
    BOOST_TEST(data.samples == 2u);
    BOOST_TEST(data.inputs[0] == -1.0f, boost::test_tools::tolerance(1e-6f));
    BOOST_TEST(data.targets[3] == 1.0f);
}

BOOST_AUTO_TEST_CASE(numbers_in_chosen_columns) {
    files::temporary const kept("town;area;rooms;price\nUlm;80;3;210\nGera;55;2;95\n");
    auto const file = kept.path();
    // [numeric]
    auto const houses =
        lz::io::read_numeric_csv<double>(file, {"area", "rooms"}, {"price"}, {.delimiter = ';'});
    // [/numeric]
    BOOST_TEST(houses.inputs[2] == 55);
    BOOST_TEST(houses.targets[1] == 95);
}

BOOST_AUTO_TEST_CASE(errors_read_as_quoted) {
    files::temporary const kept("length,species\n5.1,setosa\n4,9,setosa\n");
    auto const file = kept.path();
    std::string said;
    // [error]
    try {
        auto const data = lz::io::read_labelled_csv<float>(file, {"setosa"});
    } catch (lz::io::data_error const& error) {
        said = error.what(); // file:line:column: reason
    }
    // [/error]
    BOOST_TEST(said == file.string() + ":3:5: expected 2 fields, found 3");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
