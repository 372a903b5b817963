#include <leibniz/io/csv.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "files.hpp"

namespace io = leibniz::io;

namespace {

void rejected(std::string_view contents, std::size_t line, std::size_t column,
              std::string const& reason) {
    files::contents_throw_at(contents, line, column, reason, [](auto const& path) {
        io::read_labelled_csv<float>(path, {"cat", "dog"});
    });
}

} // namespace

BOOST_AUTO_TEST_SUITE(io_labelled_data)

BOOST_AUTO_TEST_CASE(features_and_one_hot_targets) {
    files::temporary const file("x, y ,label\n1,2,dog\n3, 4 , cat\n5,6,dog\n");
    auto const data = io::read_labelled_csv<double>(file.path(), {"cat", "dog"});
    BOOST_TEST(data.samples == 3U);
    BOOST_TEST(data.features == 2U);
    BOOST_TEST(data.classes == 2U);
    BOOST_TEST(data.inputs == (std::vector<double>{1, 2, 3, 4, 5, 6}),
               boost::test_tools::per_element());
    BOOST_TEST(data.targets == (std::vector<double>{0, 1, 1, 0, 0, 1}),
               boost::test_tools::per_element());
    BOOST_TEST(data.class_names == (std::vector<std::string>{"cat", "dog"}),
               boost::test_tools::per_element());
    BOOST_TEST(data.feature_names == (std::vector<std::string>{"x", "y"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(classes_in_an_array_and_no_header) {
    constexpr std::array<std::string_view, 2> names{"cat", "dog"};
    files::temporary const file("1;cat\n2;dog\n");
    auto const data =
        io::read_labelled_csv<float>(file.path(), names, {.delimiter = ';', .header = false});
    BOOST_TEST(data.samples == 2U);
    BOOST_TEST(data.feature_names.empty());
}

BOOST_AUTO_TEST_CASE(malformed_rows) {
    rejected("x,label\n1,cat\n2,cow\n", 3, 3, "unknown label 'cow'; known labels: cat, dog");
    rejected("x,label\n1,cat\n2,\n", 3, 3, "no label; known labels: cat, dog");
    rejected("x,label\n1,cat\n2,Dog\n", 3, 3, "unknown label 'Dog'; known labels: cat, dog");
    rejected("x,label\n1,cat\n2,cat\n", 0, 0, "no row has the label 'dog'");
    rejected("x,label\none,cat\n2,dog\n", 2, 1, "'one' is not a number");
    rejected("x,y,label\n1,nan,cat\n", 2, 3, "'nan' is not a finite number");
    rejected("x,y,label\n1,-inf,cat\n", 2, 3, "'-inf' is not a finite number");
    rejected("x,y,label\n1,1e40,cat\n", 2, 3, "'1e40' is out of the range of float");
    rejected("x,y,label\n1,,cat\n", 2, 3, "empty field where a number is expected");
    rejected("x,y,label\n1,cat\n", 2, 6, "expected 3 fields, found 2");
    rejected("label\ncat\ndog\n", 1, 1, "expected features and a label, found one column");
    rejected("x,label\n", 1, 8, "no rows after the header");
    rejected("", 1, 1, "the file is empty");
}

BOOST_AUTO_TEST_CASE(nothing_is_half_loaded) {
    files::temporary const good("x,label\n1,cat\n2,dog\n");
    files::temporary const bad("x,label\n9,cat\n9,cow\n");
    auto data = io::read_labelled_csv<float>(good.path(), {"cat", "dog"});
    BOOST_CHECK_THROW(data = io::read_labelled_csv<float>(bad.path(), {"cat", "dog"}),
                      io::data_error);
    BOOST_TEST(data.samples == 2U);
    BOOST_TEST(data.inputs == (std::vector<float>{1, 2}), boost::test_tools::per_element());
}

// R. A. Fisher, Annals of Eugenics 7 (1936): means 5.843, 3.057, 3.758, 1.199.
BOOST_AUTO_TEST_CASE(iris) {
    auto const data =
        io::read_labelled_csv<double>(files::iris(), {"setosa", "versicolor", "virginica"});
    BOOST_TEST(data.samples == 150U);
    BOOST_TEST(data.features == 4U);
    BOOST_TEST(data.classes == 3U);
    std::array<double, 4> sums{};
    std::array<double, 3> members{};
    for (std::size_t n = 0; n < data.samples; ++n) {
        for (std::size_t i = 0; i < 4; ++i) {
            sums[i] += data.inputs[4 * n + i];
        }
        for (std::size_t k = 0; k < 3; ++k) {
            members[k] += data.targets[3 * n + k];
        }
    }
    for (double count : members) {
        BOOST_TEST(count == 50.0);
    }
    constexpr std::array<double, 4> means{5.843, 3.057, 3.758, 1.199};
    for (std::size_t i = 0; i < 4; ++i) {
        BOOST_TEST(sums[i] / 150 == means[i], boost::test_tools::tolerance(0.0005 / means[i]));
    }
}

// The two rows that differ in the copy of the UCI repository.
BOOST_AUTO_TEST_CASE(iris_as_fisher_printed_it) {
    auto const data =
        io::read_labelled_csv<double>(files::iris(), {"setosa", "versicolor", "virginica"});
    auto const sample = [&](std::size_t number) {
        auto const first = data.inputs.begin() + static_cast<std::ptrdiff_t>(4 * (number - 1));
        return std::vector<double>(first, first + 4);
    };
    BOOST_TEST(sample(35) == (std::vector<double>{4.9, 3.1, 1.5, 0.2}),
               boost::test_tools::per_element());
    BOOST_TEST(sample(38) == (std::vector<double>{4.9, 3.6, 1.4, 0.1}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
