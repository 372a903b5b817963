#pragma once
#include <leibniz/program/load.hpp>
#include <leibniz/program/put.hpp>

/// What a formula needs more than once is computed once, as the weighted sum z = Σ W·x + b in
///     z·logistic(z)
/// after it was fused: a tile of z stays in registers.
namespace leibniz::program {

/// The place of a value that was computed before.
template <class Value> struct computed : expr::expression {
    static constexpr expr::node_facts facts = Value::facts;
};

/// A formula in which computed<Value> stands for the value.
template <class Value, class Formula> struct computing : expr::expression {
    static constexpr expr::node_facts facts = Formula::facts;
};

namespace detail {
using namespace expr;

/// Is the node a product with a condition on subscripts, which guards what it multiplies?
template <class Expression> inline constexpr bool is_guarded = false;
template <class... Factors>
inline constexpr bool is_guarded<multiplication<Factors...>> = (is_indicator<Factors> || ...);

/// The operands of a node that are evaluated wherever it is, once for each place of a tile.
template <class Expression> struct operands_of : children_of<Expression> {};
template <class Body, int... Ranges> struct operands_of<summation<Body, Ranges...>> {
    using type = meta::list<>;
};
template <class Expression>
    requires is_guarded<Expression>
struct operands_of<Expression> {
    using type = meta::list<>;
};

template <class Expression> inline constexpr bool is_costly = false;
template <class Body, int... Ranges>
inline constexpr bool is_costly<summation<Body, Ranges...>> = true;
template <class Lane, class Body, int... Ranges>
inline constexpr bool is_costly<lane_sum<Lane, Body, Ranges...>> = true;
template <class Function, class Argument>
inline constexpr bool is_costly<application<Function, Argument>> = true;
/// A root or a quotient.
template <class Base, rational Exponent>
inline constexpr bool is_costly<power<Base, Exponent>> =
    Exponent.denominator > 1 || Exponent.numerator < 0;

/// The expression and its operands, outermost first, as far as they are or hold something costly.
/// To keep anything less in registers would cost more than to compute it again.
template <class Expression, class Operands = typename operands_of<Expression>::type>
struct costly_parts;
template <class Expression, class... Operands>
struct costly_parts<Expression, meta::list<Operands...>> {
    using below = meta::concatenate<typename costly_parts<Operands>::type...>;
    using type = meta::conditional<is_costly<Expression> || below::size != 0,
                                   meta::concatenate<meta::list<Expression>, below>, below>;
};

template <class Part, class Parts> struct times_among;
template <class Part, class... Parts>
struct times_among<Part, meta::list<Parts...>>
    : std::integral_constant<int, (0 + ... + (__is_same(Part, Parts) ? 1 : 0))> {};

/// Does the part stand in several places, and what is in it nowhere else? Otherwise that comes
/// first.
template <class Part, class All, class Inside = typename costly_parts<Part>::type>
inline constexpr bool is_repeated = false;
template <class Part, class All, class... Inside>
    requires(times_among<Part, All>::value > 1)
inline constexpr bool is_repeated<Part, All, meta::list<Inside...>> =
    ((times_among<Inside, All>::value ==
      times_among<Part, All>::value * times_among<Inside, meta::list<Inside...>>::value) &&
     ...);
/// The outermost such part; void where there is none.
template <class All> struct first_repeated;
template <class... Parts> struct first_repeated<meta::list<Parts...>> {
    using type =
        meta::type_at<meta::list<Parts..., void>,
                      meta::first_true({is_repeated<Parts, meta::list<Parts...>>..., true})>;
};

template <class Formula,
          class Repeated = typename first_repeated<typename costly_parts<Formula>::type>::type>
struct computed_once {
    using value = typename computed_once<Repeated>::type;
    using rest = put<Formula, Repeated, computed<value>>;
    using type = computing<value, typename computed_once<rest>::type>;
};
template <class Formula> struct computed_once<Formula, void> {
    using type = Formula;
};
template <class Formula, bool Several = (Formula::facts.costly > 1)> struct checked_for_repeated {
    using type = Formula;
};
template <class Formula> struct checked_for_repeated<Formula, true> : computed_once<Formula> {};

} // namespace detail

/// A lowered formula in which nothing that holds a Σ or a function is computed twice.
template <class Formula> using compute_once = typename detail::checked_for_repeated<Formula>::type;

} // namespace leibniz::program

namespace leibniz::expr {

/// Of a lowered formula, its loads.
template <class Value> struct elements_of<program::computed<Value>> {
    using type = meta::list<>;
};
template <class Value, class Formula> struct elements_of<program::computing<Value, Formula>> {
    using type =
        meta::concatenate<typename elements_of<Value>::type, typename elements_of<Formula>::type>;
};

} // namespace leibniz::expr
