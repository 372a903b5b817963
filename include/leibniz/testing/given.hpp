#pragma once
#include <leibniz/calculus/gradient.hpp>
#include <leibniz/network/graph.hpp>
#include <leibniz/testing/differing.hpp>

/// What was given in place of what is asked for, in the name of an error: the type of a formula or
/// a network would fill pages.
namespace leibniz {
namespace errors {

/// A formula; of one longer than 36 letters its beginning.
template <fixed_string Text> struct formula;
/// A network, or another graph of equations, by its name.
template <fixed_string Name> struct network;
/// A loss, or its gradient, by the name of the network.
template <fixed_string Name> struct loss_of_network;
template <fixed_string Name> struct gradient_of_network;
/// Asked for is a formula, or an exact number.
template <class Given> struct not_a_formula;

} // namespace errors

namespace testing_detail {

template <class Given> struct given_as {
    using type = Given;
};
/// Against itself, from which it nowhere differs: so it is shown from its beginning.
template <expr::is_expression Formula> struct given_as<Formula> {
    using type = errors::formula<shown_against<Formula, Formula>>;
};
template <fixed_string Name, class... Rest> struct given_as<graph_type<Name, Rest...>> {
    using type = errors::network<Name>;
};
template <class Graph> struct name_of_graph;
template <fixed_string Name, class... Rest> struct name_of_graph<graph_type<Name, Rest...>> {
    using of_loss = errors::loss_of_network<Name>;
    using of_gradient = errors::gradient_of_network<Name>;
};
template <class Objective>
    requires requires { typename Objective::loss_tensor; }
struct given_as<Objective> {
    using type = typename name_of_graph<typename Objective::graph>::of_loss;
};
template <class Objective> struct given_as<gradient_of<Objective>> {
    using type = typename name_of_graph<typename Objective::graph>::of_gradient;
};

/// Only where it is wrong: Clang looks at return types before constraints, and would print what is
/// right, too.
template <bool Wrong, class Given> struct given_if {
    using type = Given;
};
template <class Given> struct given_if<true, Given> : given_as<Given> {};
template <bool Wrong, class Given> using given = typename given_if<Wrong, Given>::type;

} // namespace testing_detail
} // namespace leibniz
