#pragma once
#include <leibniz/program/choice.hpp>
#include <leibniz/program/load.hpp>

namespace leibniz::expr {

/// Of a lowered formula, its loads.
template <class Source, class Address> struct elements_of<program::load<Source, Address>> {
    using type = meta::list<program::load<Source, Address>>;
};
template <class Lane, class Body, int... Ranges>
struct elements_of<program::lane_sum<Lane, Body, Ranges...>> : elements_of<Body> {};

} // namespace leibniz::expr

/// From a formula over anonymous tensors to one over addresses. Operands are put in the order of
/// what is left of them without names, so that renaming a tensor changes no kernel.
namespace leibniz::program {
namespace detail {

template <class Expression, class Lane, machine On> struct lowered {
    using type = Expression;
};

} // namespace detail

template <class Expression, class Lane, machine On>
using lower = typename detail::lowered<Expression, Lane, On>::type;

namespace detail {

template <class Layout, int At, class Done, class... Subscripts> struct address_from {
    using type = Done;
};
template <class Layout, int At, class Done, class First, class... Rest>
struct address_from<Layout, At, Done, First, Rest...>
    : address_from<Layout, At + 1, affine_sum<Done, First, Layout::value.stride[At]>, Rest...> {};

template <class Tensor, class... Subscripts, class Lane, machine On>
struct lowered<element<Tensor, Subscripts...>, Lane, On> {
    using array = typename array_for<element<Tensor, Subscripts...>, Lane>::type;
    using type = load<array, typename address_from<typename shape_of<array, On>::type, 0, fixed<0>,
                                                   Subscripts...>::type>;
};

/// Children stably sorted by key.
template <template <class...> class Node, arrangement Order, class Children,
          class Positions = std::make_index_sequence<Order.size>>
struct arranged_node;
template <template <class...> class Node, arrangement Order, class... Children, std::size_t... At>
struct arranged_node<Node, Order, meta::list<Children...>, std::index_sequence<At...>> {
    using type = Node<meta::type_at<meta::list<Children...>, Order.from[At]>...>;
};
template <template <class...> class Node, class... Children>
struct sorted_node : arranged_node<Node, arrange<sizeof...(Children)>({Children::facts.key...}),
                                   meta::list<Children...>> {};

template <class... Terms, class Lane, machine On>
struct lowered<addition<Terms...>, Lane, On> : sorted_node<addition, lower<Terms, Lane, On>...> {};
template <class... Factors, class Lane, machine On>
struct lowered<multiplication<Factors...>, Lane, On>
    : sorted_node<multiplication, lower<Factors, Lane, On>...> {};
template <class Base, rational Exponent, class Lane, machine On>
struct lowered<power<Base, Exponent>, Lane, On> {
    using type = power<lower<Base, Lane, On>, Exponent>;
};
template <class Function, class... Arguments, class Lane, machine On>
struct lowered<application<Function, Arguments...>, Lane, On> {
    using type = application<Function, lower<Arguments, Lane, On>...>;
};
template <relation Relation, class L, class R, class Then, class Else, class Lane, machine On>
struct lowered<selection<Relation, L, R, Then, Else>, Lane, On> {
    using type = selection<Relation, lower<L, Lane, On>, lower<R, Lane, On>, lower<Then, Lane, On>,
                           lower<Else, Lane, On>>;
};
/// Lane: of the Σ; void where it has none of its own.
template <class Body, class Lane, class Outside, machine On, int... Ranges> struct lowered_sum {
    using type = lane_sum<Lane, lower<Body, Lane, On>, Ranges...>;
};
template <class Body, class Outside, machine On, int... Ranges>
struct lowered_sum<Body, void, Outside, On, Ranges...> {
    using type = summation<lower<Body, Outside, On>, Ranges...>;
};
/// A Σ has lanes of its own where an element would have to be gathered otherwise.
template <class Body, int... Ranges, class Lane, machine On>
struct lowered<summation<Body, Ranges...>, Lane, On>
    : lowered_sum<Body, typename crossing_of_sum<summation<Body, Ranges...>, Lane, On>::type, Lane,
                  On, Ranges...> {};
template <class Body, int... Ranges, class Lane, machine On>
    requires(On.width == 1)
struct lowered<summation<Body, Ranges...>, Lane, On>
    : lowered_sum<Body, void, Lane, On, Ranges...> {};
/// Where no index of the left side runs along the lanes, one of the Σ does, unless all its terms
/// would not fill more than a vector: adding up lanes takes as long as so many terms.
template <class Body, int... Ranges, machine On>
struct lowered<summation<Body, Ranges...>, void, On>
    : lowered_sum<Body, typename lane_of_sum<summation<Body, Ranges...>>::type, void, On,
                  Ranges...> {};
template <class Body, int Range, machine On>
    requires(is_static_range(Range) && Range <= On.width)
struct lowered<summation<Body, Range>, void, On> : lowered_sum<Body, void, void, On, Range> {};

// --- slots
// -----------------------------------------------------------------------------------------
/// All loads of a formula, left to right, repeated as they occur.
template <class Expression> using loads_of = expr::elements_of<Expression>;

template <class Loads> struct sources_of_loads;
template <class... Loads> struct sources_of_loads<meta::list<Loads...>> {
    using type = meta::unique<meta::list<typename Loads::source...>>;
};
/// The arrays that a formula reads, each once.
template <class Expression>
using sources_of = typename sources_of_loads<typename loads_of<Expression>::type>::type;

template <class Expression, class Sources> struct slotted {
    using type = Expression;
};
template <class Source, class Address, class Sources>
struct slotted<load<Source, Address>, Sources> {
    using type = load<slot<static_cast<int>(meta::position<Source, Sources>::value)>, Address>;
};
template <class... Terms, class Sources> struct slotted<addition<Terms...>, Sources> {
    using type = addition<typename slotted<Terms, Sources>::type...>;
};
template <class... Factors, class Sources> struct slotted<multiplication<Factors...>, Sources> {
    using type = multiplication<typename slotted<Factors, Sources>::type...>;
};
template <class Base, rational Exponent, class Sources>
struct slotted<power<Base, Exponent>, Sources> {
    using type = power<typename slotted<Base, Sources>::type, Exponent>;
};
template <class Function, class... Arguments, class Sources>
struct slotted<application<Function, Arguments...>, Sources> {
    using type = application<Function, typename slotted<Arguments, Sources>::type...>;
};
template <relation Relation, class L, class R, class Then, class Else, class Sources>
struct slotted<selection<Relation, L, R, Then, Else>, Sources> {
    using type =
        selection<Relation, typename slotted<L, Sources>::type, typename slotted<R, Sources>::type,
                  typename slotted<Then, Sources>::type, typename slotted<Else, Sources>::type>;
};
template <class Body, int... Ranges, class Sources>
struct slotted<summation<Body, Ranges...>, Sources> {
    using type = summation<typename slotted<Body, Sources>::type, Ranges...>;
};
template <class Lane, class Body, int... Ranges, class Sources>
struct slotted<lane_sum<Lane, Body, Ranges...>, Sources> {
    using type = lane_sum<Lane, typename slotted<Body, Sources>::type, Ranges...>;
};

} // namespace detail
} // namespace leibniz::program
