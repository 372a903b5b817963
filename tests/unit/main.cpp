#define BOOST_TEST_MODULE leibniz
#include <boost/test/unit_test.hpp>
