#pragma once
#include <leibniz/program/load.hpp>

/// A node with each of its operands changed, and everything else as it stands. Programs need no
/// canonical form: what is changed here are names and places, by which no two operands become
/// equal.
namespace leibniz::program::detail {
using namespace expr;

/// Change::of<Operand> is what becomes of an operand. What has none stays as it is.
template <class Expression, class Change> struct mapped {
    using type = Expression;
};
template <class... Terms, class Change> struct mapped<addition<Terms...>, Change> {
    using type = addition<typename Change::template of<Terms>...>;
};
template <class... Factors, class Change> struct mapped<multiplication<Factors...>, Change> {
    using type = multiplication<typename Change::template of<Factors>...>;
};
template <class Base, rational Exponent, class Change>
struct mapped<power<Base, Exponent>, Change> {
    using type = power<typename Change::template of<Base>, Exponent>;
};
template <class Function, class... Arguments, class Change>
struct mapped<application<Function, Arguments...>, Change> {
    using type = application<Function, typename Change::template of<Arguments>...>;
};
template <relation Relation, class... Operands, class Change>
struct mapped<selection<Relation, Operands...>, Change> {
    using type = selection<Relation, typename Change::template of<Operands>...>;
};
template <class Body, int... Ranges, class Change>
struct mapped<summation<Body, Ranges...>, Change> {
    using type = summation<typename Change::template of<Body>, Ranges...>;
};
template <class Lane, class Body, int... Ranges, class Change>
struct mapped<lane_sum<Lane, Body, Ranges...>, Change> {
    using type = lane_sum<Lane, typename Change::template of<Body>, Ranges...>;
};

} // namespace leibniz::program::detail
