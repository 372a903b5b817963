#pragma once
#include <leibniz/expr/product.hpp>

/// The canonical form of a selection. Conditions on subscripts leave it, term by term:
///     select(c, δ·f, δ·g) = δ·select(c, f, g),
/// so that a δ from a derivative stands where its Σ can solve it.
namespace leibniz::expr {
namespace detail {

/// A term as its indicators times the rest.
template <class Term> struct indicator_split {
    using indicators = one;
    using rest = Term;
};
template <class Factor>
    requires is_indicator<Factor>
struct indicator_split<Factor> {
    using indicators = Factor;
    using rest = one;
};
template <class... Factors> struct indicator_split<multiplication<Factors...>> {
    using indicators = make_product<one, meta::conditional<is_indicator<Factors>, Factors, one>...>;
    using rest = make_product<one, meta::conditional<is_indicator<Factors>, one, Factors>...>;
};

template <class Terms> struct indicators_of_terms;
template <class... Terms> struct indicators_of_terms<meta::list<Terms...>> {
    using type = meta::list<typename indicator_split<Terms>::indicators...>;
    static constexpr bool any =
        (!__is_same(typename indicator_split<Terms>::indicators, one) || ...);
    /// The sum of what these indicators guard.
    template <class Indicators>
    using guarded_by = make_sum<
        meta::conditional<__is_same(typename indicator_split<Terms>::indicators, Indicators),
                          typename indicator_split<Terms>::rest, zero>...>;
};
template <class Expression>
using indicators_in = indicators_of_terms<typename terms_of<Expression>::type>;

} // namespace detail

template <relation Relation, class Left, class Right, class Then, class Else>
struct selection_maker;
template <relation Relation, class Left, class Right, class Then, class Else>
using make_selection = typename selection_maker<Relation, Left, Right, Then, Else>::type;

namespace detail {

template <relation Relation, class Left, class Right, class Then, class Else, bool Indicators>
struct selection_of {
    using type = selection<Relation, Left, Right, Then, Else>;
};
template <relation Relation, class Left, class Right, class Then, class Else>
struct selection_of<Relation, Left, Right, Then, Else, true> {
    template <class... Indicators>
    static auto build(meta::list<Indicators...>) -> make_sum<make_product<
        Indicators,
        make_selection<Relation, Left, Right,
                       typename indicators_in<Then>::template guarded_by<Indicators>,
                       typename indicators_in<Else>::template guarded_by<Indicators>>>...>;
    using type =
        decltype(build(meta::unique<meta::concatenate<typename indicators_in<Then>::type,
                                                      typename indicators_in<Else>::type>>{}));
};

} // namespace detail

template <relation Relation, class Left, class Right, class Then, class Else>
struct selection_maker
    : detail::selection_of<Relation, Left, Right, Then, Else,
                           detail::indicators_in<Then>::any || detail::indicators_in<Else>::any> {};
template <relation Relation, class Left, class Right, class Same>
struct selection_maker<Relation, Left, Right, Same, Same> {
    using type = Same;
};
template <relation Relation, rational A, rational B, class Then, class Else>
    requires(!__is_same(Then, Else))
struct selection_maker<Relation, constant<A>, constant<B>, Then, Else> {
    static constexpr rational gap = B + (-A);
    static constexpr bool holds = gap.numerator > 0 ||
                                  (gap.numerator == 0 && Relation == relation::less_or_equal);
    using type = meta::conditional<holds, Then, Else>;
};

} // namespace leibniz::expr
