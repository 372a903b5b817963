#pragma once
#include <boost/test/unit_test.hpp>
#include <leibniz/expr/adl.hpp>
#include <leibniz/print/text.hpp>
#include <string_view>

namespace lz = leibniz;
using namespace leibniz::literals;

/// Both notations of a formula.
template <class Formula>
void expect(Formula formula, std::string_view unicode, std::string_view ascii) {
    BOOST_TEST(lz::to_text(formula).view() == unicode);
    BOOST_TEST(lz::to_text(formula, lz::ascii).view() == ascii);
}
