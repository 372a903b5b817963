#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/expr/equation.hpp>
#include <leibniz/expr/replace.hpp>

/// A weighted sum that only its activation reads is not stored: the activation is computed where
/// the sum is, while it is still in registers.
namespace leibniz::program {
namespace detail {
using namespace expr;

template <class Element> struct tensor_of_element;
template <class Tensor, class... Subscripts>
struct tensor_of_element<element<Tensor, Subscripts...>> {
    using type = Tensor;
};

template <class Tensor, class Elements> struct count_readings;
template <class Tensor, class... Elements> struct count_readings<Tensor, meta::list<Elements...>> {
    static constexpr int value =
        (0 + ... + (std::is_same_v<typename tensor_of_element<Elements>::type, Tensor> ? 1 : 0));
};
template <class Tensor, class Expression>
inline constexpr int read_in =
    count_readings<Tensor, typename elements_of<Expression>::type>::value;

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
    read_in<typename tensor_of_element<Element>::type, Body> == 0;
template <class Tensor, class... Mine, class... Subscripts>
inline constexpr bool reads_plainly<element<Tensor, Mine...>, element<Tensor, Subscripts...>> =
    std::is_same_v<element<Tensor, Mine...>, element<Tensor, Subscripts...>>;

/// The only reader of a tensor among the equations, or void where there are several or none.
template <class Tensor, class Found, class... Equations> struct only_reader {
    using type = Found;
};
template <class Tensor, class Found, class First, class... Rest>
struct only_reader<Tensor, Found, First, Rest...> {
    static constexpr bool reads = read_in<Tensor, typename First::right> > 0;
    template <bool Reads, class Dummy> struct next : only_reader<Tensor, Found, Rest...> {};
    template <class Dummy>
        requires std::is_void_v<Found>
    struct next<true, Dummy> : only_reader<Tensor, First, Rest...> {};
    template <class Dummy>
        requires(!std::is_void_v<Found>)
    struct next<true, Dummy> {
        using type = void;
    };
    using type = typename next<reads, void>::type;
};

/// The reader with the formula in place of the element, where that is allowed.
template <class Equation, class Reader> struct fused_into {
    using type = void;
};
template <class Left, class Right, class ReaderLeft, class ReaderRight>
    requires(std::is_same_v<typename equation<Left, Right>::indices,
                            typename equation<ReaderLeft, ReaderRight>::indices> &&
             read_in<typename equation<Left, Right>::tensor, ReaderRight> == 1 &&
             reads_plainly<Left, ReaderRight>)
struct fused_into<equation<Left, Right>, equation<ReaderLeft, ReaderRight>> {
    using type = equation<ReaderLeft, replace<ReaderRight, Left, Right>>;
};

template <class Done, class Kept, class... Equations> struct fuse_all {
    using type = Done;
};
template <class... Done, class... Kept, class First, class... Rest>
struct fuse_all<meta::list<Done...>, meta::list<Kept...>, First, Rest...> {
    using reader = typename only_reader<typename First::tensor, void, Rest...>::type;
    template <class Reader> struct attempt {
        using type = typename fused_into<First, Reader>::type;
    };
    template <class Reader>
        requires(std::is_void_v<Reader> ||
                 meta::contains<typename First::tensor, meta::list<Kept...>>)
    struct attempt<Reader> {
        using type = void;
    };
    using fused = typename attempt<reader>::type;
    template <class Fused> struct next {
        using type = typename fuse_all<
            meta::list<Done...>, meta::list<Kept...>,
            std::conditional_t<std::is_same_v<Rest, reader>, Fused, Rest>...>::type;
    };
    template <class Fused>
        requires std::is_void_v<Fused>
    struct next<Fused> {
        using type =
            typename fuse_all<meta::list<Done..., First>, meta::list<Kept...>, Rest...>::type;
    };
    using type = typename next<fused>::type;
};

template <class Equations, class Kept> struct fused_list;
template <class... Equations, class Kept>
struct fused_list<meta::list<Equations...>, Kept> : fuse_all<meta::list<>, Kept, Equations...> {};

} // namespace detail

/// The equations without those that could be fused into their only reader; tensors in Kept are
/// results and stay.
template <class Equations, class Kept>
using fuse = typename detail::fused_list<Equations, Kept>::type;

} // namespace leibniz::program
