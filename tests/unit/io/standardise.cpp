#include <leibniz/io/standardise.hpp>

#include <cmath>
#include <limits>
#include <span>
#include <stdexcept>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <leibniz/io/labelled_data.hpp>

#include "files.hpp"

namespace io = leibniz::io;
namespace tools = boost::test_tools;

BOOST_AUTO_TEST_SUITE(io_standardise)

BOOST_AUTO_TEST_CASE(mean_and_population_deviation) {
    std::vector<double> const rows{2, 1, 4, 1, 4, 1, 4, 1, 5, 1, 5, 1, 7, 1, 9, 1};
    io::standardisation<double> const fitted(rows, 2);
    BOOST_TEST(fitted.mean()[0] == 5.0);
    BOOST_TEST(fitted.deviation()[0] == 2.0, tools::tolerance(1e-15));
    BOOST_TEST(fitted.mean()[1] == 1.0);
    BOOST_TEST(fitted.deviation()[1] == 1.0); // a constant feature
}

BOOST_AUTO_TEST_CASE(applied_to_other_data) {
    std::vector<float> const training{0, 10, 4, 30};
    std::vector<float> other{2, 20, 6, 50};
    io::standardisation<float>(training, 2).apply(other);
    BOOST_TEST(other == (std::vector<float>{0, 0, 2, 3}), tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_constant_without_an_exact_mean) {
    std::vector<double> values(3, 0.1); // their sum divided by 3 is not 0.1
    io::standardisation<double> const fitted(values, 1);
    fitted.apply(values);
    BOOST_TEST(values == std::vector<double>(3, 0.0), tools::per_element());
    BOOST_TEST(fitted.deviation()[0] == 1.0);
}

BOOST_AUTO_TEST_CASE(squares_beyond_the_range) {
    std::vector<double> const large{-1e300, 1e300};
    BOOST_TEST(io::standardisation<double>(large, 1).deviation()[0] == 1e300,
               tools::tolerance(1e-15));
    std::vector<double> const small{-1e-300, 1e-300};
    BOOST_TEST(io::standardisation<double>(small, 1).deviation()[0] == 1e-300,
               tools::tolerance(1e-15));
}

BOOST_AUTO_TEST_CASE(iris_has_mean_zero_and_deviation_one) {
    auto data = io::read_labelled_csv<double>(files::iris(), {"setosa", "versicolor", "virginica"});
    io::standardisation<double>(data.inputs, data.features).apply(data.inputs);
    io::standardisation<double> const again(data.inputs, data.features);
    for (std::size_t i = 0; i < data.features; ++i) {
        BOOST_TEST(std::abs(again.mean()[i]) < 1e-14);
        BOOST_TEST(again.deviation()[i] == 1.0, tools::tolerance(1e-14));
    }
}

BOOST_AUTO_TEST_CASE(incomplete_rows) {
    std::vector<double> values{1, 2, 3};
    BOOST_CHECK_THROW(io::standardisation<double>(values, 2), std::invalid_argument);
    BOOST_CHECK_THROW(io::standardisation<double>(values, 0), std::invalid_argument);
    BOOST_CHECK_THROW(io::standardisation<double>({}, 2), std::invalid_argument);
    std::vector<double> const pairs{1, 2, 3, 4};
    io::standardisation<double> const fitted(pairs, 2);
    BOOST_CHECK_THROW(fitted.apply(values), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
