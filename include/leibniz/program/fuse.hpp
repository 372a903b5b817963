#pragma once
#include <leibniz/expr/readings.hpp>
#include <leibniz/expr/replace.hpp>
#include <leibniz/meta/key_map.hpp>
#include <leibniz/program/put.hpp>

/// A weighted sum that only its activation reads is not stored: the activation is computed where
/// the sum is, while it is still in registers.
namespace leibniz::program {
namespace detail {
using namespace expr;

template <class Tensor, class Elements> struct is_among;
template <class Tensor, class... Elements>
struct is_among<Tensor, meta::list<Elements...>>
    : std::bool_constant<(__is_same(typename Elements::tensor, Tensor) || ...)> {};

/// Does the expression read the element as it stands, outside every Σ, and nothing else of it?
template <class Element, class Expression> inline constexpr bool reads_plainly = true;
template <class Element, class... Terms>
inline constexpr bool reads_plainly<Element, addition<Terms...>> =
    (reads_plainly<Element, Terms> && ...);
template <class Element, class... Factors>
inline constexpr bool reads_plainly<Element, multiplication<Factors...>> =
    (reads_plainly<Element, Factors> && ...);
template <class Element, class Base, rational Exponent>
inline constexpr bool reads_plainly<Element, power<Base, Exponent>> = reads_plainly<Element, Base>;
template <class Element, class Function, class... Arguments>
inline constexpr bool reads_plainly<Element, application<Function, Arguments...>> =
    (reads_plainly<Element, Arguments> && ...);
template <class Element, relation Relation, class... Operands>
inline constexpr bool reads_plainly<Element, selection<Relation, Operands...>> =
    (reads_plainly<Element, Operands> && ...);
template <class Element, class Body, int... Ranges>
inline constexpr bool reads_plainly<Element, summation<Body, Ranges...>> =
    !is_among<typename Element::tensor, typename elements_of<Body>::type>::value;
template <class Tensor, class... Mine, class... Subscripts>
inline constexpr bool reads_plainly<element<Tensor, Mine...>, element<Tensor, Subscripts...>> =
    __is_same(element<Tensor, Mine...>, element<Tensor, Subscripts...>);

template <class A, class B> struct have_same_ranges : std::false_type {};
template <class... A, class... B>
    requires(sizeof...(A) == sizeof...(B))
struct have_same_ranges<meta::list<A...>, meta::list<B...>>
    : std::bool_constant<((A::range == B::range) && ...)> {};

/// An equation over other indices.
template <class Equation, class Indices> struct over_indices;
template <class Tensor, class... Own, class Right, class... Indices>
struct over_indices<equation<element<Tensor, Own...>, Right>, meta::list<Indices...>> {
    using left = element<Tensor, Indices...>;
    template <class Formula>
    using right_of = substitute<Formula, meta::list<Own...>, meta::list<Indices...>>;
};
template <class Tensor, class... Own, class Right>
struct over_indices<equation<element<Tensor, Own...>, Right>, meta::list<Own...>> {
    using left = element<Tensor, Own...>;
    template <class Formula> using right_of = Formula;
};

/// May the formula of the first equation stand in the second in place of the element, whatever they
/// call their indices?
template <class Equation, class Reader> struct fits_into : std::false_type {};
template <class Equation, class Reader>
    requires(have_same_ranges<typename Equation::indices, typename Reader::indices>::value)
struct fits_into<Equation, Reader>
    : std::bool_constant<
          reads_plainly<typename over_indices<Equation, typename Reader::indices>::left,
                        typename Reader::right>> {};

inline constexpr std::size_t nowhere = reading_table<0>::none;
template <std::size_t Position> struct place : std::integral_constant<std::size_t, Position> {};

/// The position of the one equation that reads what number At computes, as often as it may.
template <class Equations, class Kept, std::size_t At,
          class Tensor = typename meta::type_at<Equations, At>::tensor,
          std::size_t Reader = readings<Equations>::table.reader(Tensor::key, At + 1)>
struct only_reader
    : place<meta::contains_by_key<Tensor, Kept>::value ||
                    readings<Equations>::table.reader(Tensor::key, Reader + 1) != nowhere
                ? nowhere
                : Reader> {};
template <class Equations, class Kept, std::size_t At, class Tensor>
struct only_reader<Equations, Kept, At, Tensor, nowhere> : place<nowhere> {};

/// The position of the equation into which number At goes.
template <class Equations, std::size_t At, std::size_t Reader>
struct destination
    : place<fits_into<meta::type_at<Equations, At>, meta::type_at<Equations, Reader>>::value
                ? Reader
                : nowhere> {};
template <class Equations, std::size_t At>
struct destination<Equations, At, nowhere> : place<nowhere> {};

/// Which equations go into another: a list of them for each that receives some.
template <std::size_t Count> struct moves {
    bool gone[Count + 1]{};
    std::size_t first[Count + 1]{}, next[Count + 1]{};

    constexpr moves(std::initializer_list<std::size_t> destinations) {
        for (std::size_t at = 0; at < Count; ++at)
            first[at] = next[at] = nowhere;
        std::size_t at = 0;
        for (std::size_t const to : destinations) {
            if (to != nowhere) {
                gone[at] = true;
                std::size_t* link = &first[to];
                while (*link != nowhere)
                    link = &next[*link];
                *link = at;
            }
            ++at;
        }
    }
};

template <class Equations, class Kept, class Positions = std::make_index_sequence<Equations::size>>
struct fused_list;
template <class List, std::size_t At> struct fused_at;

/// The formula with another in the place of an element that stands in it so often. In several
/// places that is not multiplied out, so that it is computed once (program/repeated.hpp).
template <int Often, class Formula, class Element, class By> struct filled_in {
    using type = put<Formula, Element, By>;
};
template <class Formula, class Element, class By> struct filled_in<1, Formula, Element, By> {
    using type = replace<Formula, Element, By>;
};

/// The equation with the formulas of those that go into it, from number From on.
template <class List, class Equation, std::size_t From> struct received {
    using type = Equation;
};
template <class List, class Left, class Right, std::size_t From>
    requires(From != nowhere)
struct received<List, equation<Left, Right>, From> {
    using moved = typename fused_at<List, From>::type;
    using stated = over_indices<moved, typename equation<Left, Right>::indices>;
    static constexpr int often =
        readings<typename List::equations>::table.count(moved::tensor::key);
    using filled =
        typename filled_in<often, Right, typename stated::left,
                           typename stated::template right_of<typename moved::right>>::type;
    using type = typename received<List, equation<Left, filled>, List::all.next[From]>::type;
};

template <class List, std::size_t At> struct fused_at {
    using type = typename received<List, meta::type_at<typename List::equations, At>,
                                   List::all.first[At]>::type;
    using stays = meta::conditional<List::all.gone[At], meta::list<>, meta::list<type>>;
};

template <class Equations, class Kept, std::size_t... At>
struct fused_list<Equations, Kept, std::index_sequence<At...>> {
    using equations = Equations;
    static constexpr moves<sizeof...(At)> all{
        destination<Equations, At, only_reader<Equations, Kept, At>::value>::value...};
    using type = meta::concatenate<typename fused_at<fused_list, At>::stays...>;
};

} // namespace detail

/// The equations without those that could be fused into their only reader; tensors in Kept are
/// results and stay.
template <class Equations, class Kept>
using fuse = typename detail::fused_list<Equations, Kept>::type;

} // namespace leibniz::program
