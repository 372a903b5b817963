#include <boost/test/unit_test.hpp>

#include "dual.hpp"

/// The reference itself: its slopes against central differences of its values.
namespace {

using reference::dual;

bool slope_is_right(dual (*function)(dual), double x) {
    double const h = 1e-5;
    dual const here = function({x, 1});
    double const above = function({x + h, 0}).value, below = function({x - h, 0}).value;
    return here.inside && std::abs(here.slope - (above - below) / (2 * h)) <=
                              1e-8 * std::fmax(1, std::abs(here.slope));
}

} // namespace

BOOST_AUTO_TEST_SUITE(dual_numbers)

BOOST_AUTO_TEST_CASE(functions) {
    using function = dual (*)(dual);
    for (double const x : {-0.7, -0.3, 0.2, 0.8})
        for (function const f : std::initializer_list<function>{
                 reference::exp,  reference::expm1,    reference::log1p,      reference::sin,
                 reference::cos,  reference::tan,      reference::asin,       reference::acos,
                 reference::atan, reference::sinh,     reference::cosh,       reference::tanh,
                 reference::erf,  reference::logistic, reference::softplus,   reference::sign,
                 reference::abs,  reference::relu,     reference::leaky_relu, reference::elu,
                 reference::silu, reference::gelu})
            BOOST_TEST(slope_is_right(f, x));
    for (double const x : {0.2, 1.0, 3.5}) {
        BOOST_TEST(slope_is_right(reference::log, x));
        BOOST_TEST(slope_is_right(reference::sqrt, x));
        BOOST_TEST(slope_is_right([](dual a) { return pow(a, -3, 2); }, x));
        BOOST_TEST(slope_is_right([](dual a) { return pow(a, a); }, x));
    }
}

BOOST_AUTO_TEST_CASE(operations) {
    for (double const x : {-1.5, 0.4, 2.0}) {
        BOOST_TEST(slope_is_right([](dual a) { return a * a * a - a / (a * a + a * a); }, x));
        BOOST_TEST(slope_is_right([](dual a) { return pow(a, 5, 1) - pow(a, -2, 1); }, x));
        BOOST_TEST(slope_is_right(
            [](dual a) { return max(a, reference::number(1, 3)) * min(reference::number(1), a); },
            x));
    }
}

BOOST_AUTO_TEST_CASE(outside_the_domain) {
    BOOST_TEST(!reference::log({-1, 1}).inside);
    BOOST_TEST(!reference::sqrt({-1, 1}).inside);
    BOOST_TEST(!reference::asin({2, 1}).inside);
    BOOST_TEST(!reference::abs({1e-4, 1}).inside);
    BOOST_TEST(!(reference::number(1) / reference::log({0, 1})).inside);
}

BOOST_AUTO_TEST_SUITE_END()
