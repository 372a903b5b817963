#pragma once
#include <initializer_list>
#include <leibniz/expr/subscript.hpp>
#include <leibniz/meta/key.hpp>
#include <leibniz/meta/list.hpp>
#include <leibniz/meta/rational.hpp>
#include <type_traits>

/// The nodes of a formula. Each is an empty type; what an algorithm wants to know about it before
/// it descends is in its `facts`. Nodes are only ever made by the canonical constructors (make_sum,
/// make_product, make_power, apply, close_sum …), so that equal formulas are equal types. Each can
/// be called with the values of its symbols, `f(x = 2.0)`; what that does, scalar/evaluate.hpp
/// knows. (The call as a member of each node costs 0.05 s over 2,400 nodes, in a base class
/// template 0.3 s; GCC 12.)
namespace leibniz::expr {

struct expression_tag;

/// The one non-template base of all nodes: operators are found through it. (Hidden friends inside
/// each node template cost 75 times as much compile time over 2,400 nodes.)
struct expression {
    using hana_tag = expression_tag;
};

template <class Type>
concept is_expression = __is_base_of(expression, Type);

struct node_facts {
    meta::key key = 0;
    variable_set variables = 0;  ///< index variables below, as a filter
    variable_set skewed = 0;     ///< those that stand in affine forms, as a filter
    variable_set conditions = 0; ///< those on which there are conditions, as a filter
    std::uint64_t tensors = 0;   ///< tensors below, as a filter
    int height = 0;              ///< variables of Σ on the way down; the next Σ counts on from here
    int opening = 0;             ///< largest number of an opened variable below
    int cost = 0;                ///< how complicated the subscripts are; chooses between numberings
    int lanes = 0;             ///< of a lowered formula: values for the lanes of its sums, at most
    int costly = 0;            ///< how many Σ, and functions, roots, quotients without one below
    bool functions = false;    ///< is there a function, here or below?
    bool over_samples = false; ///< is there a Σ whose range is known only at run time?
    meta::key base = 0;        ///< of a power: the key of what is raised
    rational number = 1;       ///< of a constant

    constexpr bool is(meta::kind kind) const { return meta::kind_of(key) == kind; }
    /// The key under which a product collects its factors.
    constexpr meta::key base_key() const { return base == 0 ? key : base; }
};

constexpr node_facts gather(meta::kind rank, meta::key seed,
                            std::initializer_list<node_facts> children) {
    node_facts result;
    meta::key hash = meta::mix(static_cast<meta::key>(rank), seed);
    for (node_facts const& child : children) {
        hash = meta::mix(hash, child.key);
        result.variables |= child.variables;
        result.skewed |= child.skewed;
        result.conditions |= rank == meta::kind::indicator ? child.variables : child.conditions;
        result.over_samples = result.over_samples || child.over_samples;
        result.tensors |= child.tensors;
        result.height = child.height > result.height ? child.height : result.height;
        result.opening = child.opening > result.opening ? child.opening : result.opening;
        result.cost += child.cost;
        result.lanes = child.lanes > result.lanes ? child.lanes : result.lanes;
        result.costly += child.costly;
        result.functions = result.functions || child.functions;
    }
    if (rank == meta::kind::summation || (rank == meta::kind::application && result.costly == 0))
        result.costly = 1;
    result.key = meta::ranked(rank, hash);
    result.functions = result.functions || rank == meta::kind::application;
    return result;
}

constexpr node_facts facts_of_number(rational value) {
    node_facts result = gather(meta::kind::constant,
                               meta::mix(static_cast<meta::key>(value.numerator),
                                         static_cast<meta::key>(value.denominator)),
                               {});
    result.number = value;
    return result;
}
constexpr node_facts facts_of_power(node_facts const& base, rational exponent) {
    node_facts result = gather(meta::kind::power,
                               meta::mix(static_cast<meta::key>(exponent.numerator),
                                         static_cast<meta::key>(exponent.denominator)),
                               {base});
    result.base = base.key;
    if (result.costly == 0 && (exponent.numerator < 0 || !exponent.is_integer()))
        result.costly = 1;
    return result;
}
constexpr node_facts facts_of_sum(node_facts const& body, std::initializer_list<int> ranges) {
    meta::key seed = 0;
    bool over_samples = false;
    for (int const range : ranges) {
        seed = meta::mix(seed, static_cast<meta::key>(range));
        over_samples = over_samples || !is_static_range(range);
    }
    node_facts result = gather(meta::kind::summation, seed, {body});
    result.over_samples = result.over_samples || over_samples;
    result.height += static_cast<int>(ranges.size());
    return result;
}

constexpr node_facts facts_of_variables(meta::key key, variable_set variables, bool skewed,
                                        int opening, int cost) {
    node_facts result;
    result.key = key;
    result.variables = variables;
    result.skewed = skewed ? variables : 0;
    result.opening = opening;
    result.cost = cost;
    return result;
}
template <class Subscript>
inline constexpr node_facts facts_of_subscript =
    facts_of_variables(Subscript::key, Subscript::variables, is_affine<Subscript>,
                       Subscript::opening, Subscript::cost);

/// An exact number.
template <rational Value> struct constant : expression {
    static constexpr rational value = Value;
    static constexpr node_facts facts = facts_of_number(Value);

    template <class... Bound, class... Values>
    constexpr auto operator()(binding<Bound, Values> const&... given) const noexcept {
        return evaluate(*this, given...);
    }
};
using zero = constant<rational{0}>;
using one = constant<rational{1}>;

/// Terms[0] + Terms[1] + …, at least two, in the order of their keys, like terms collected.
template <class... Terms> struct addition : expression {
    static constexpr node_facts facts =
        gather(meta::kind::sum, sizeof...(Terms), {Terms::facts...});

    template <class... Bound, class... Values>
    constexpr auto operator()(binding<Bound, Values> const&... given) const noexcept {
        return evaluate(*this, given...);
    }
};

/// Factors[0]·Factors[1]·…, at least two; a constant, if any, comes first.
template <class... Factors> struct multiplication : expression {
    static constexpr node_facts facts =
        gather(meta::kind::product, sizeof...(Factors), {Factors::facts...});

    template <class... Bound, class... Values>
    constexpr auto operator()(binding<Bound, Values> const&... given) const noexcept {
        return evaluate(*this, given...);
    }
};

/// Base^Exponent with an exact exponent other than 0 and 1.
template <class Base, rational Exponent> struct power : expression {
    static constexpr node_facts facts = facts_of_power(Base::facts, Exponent);

    template <class... Bound, class... Values>
    constexpr auto operator()(binding<Bound, Values> const&... given) const noexcept {
        return evaluate(*this, given...);
    }
};

/// An elementary function applied to its arguments.
template <class Function, class... Arguments> struct application : expression {
    static constexpr node_facts facts = gather(
        meta::kind::application, meta::mix_text(1, Function::name.view()), {Arguments::facts...});

    template <class... Bound, class... Values>
    constexpr auto operator()(binding<Bound, Values> const&... given) const noexcept {
        return evaluate(*this, given...);
    }
};

/// Σ over variables whose numbers are Body's height + 1, + 2, …, in the order of Ranges.
template <class Body, int... Ranges> struct summation : expression {
    /// Its variables are numbered from lowest + 1. Variables of an outer Σ have larger numbers.
    static constexpr int lowest = Body::facts.height;
    static constexpr node_facts facts = facts_of_sum(Body::facts, {Ranges...});

    template <class... Bound, class... Values>
    constexpr auto operator()(binding<Bound, Values> const&... given) const noexcept {
        return evaluate(*this, given...);
    }
};

/// 1 where the affine form is 0, otherwise 0.
template <class Affine> struct kronecker : expression {
    static constexpr node_facts facts =
        gather(meta::kind::indicator, 1, {facts_of_subscript<Affine>});

    template <class... Bound, class... Values>
    constexpr auto operator()(binding<Bound, Values> const&... given) const noexcept {
        return evaluate(*this, given...);
    }
};

/// 1 where 0 ≤ Affine < Extent, otherwise 0: bounds of a shifted or strided subscript.
template <class Affine, int Extent> struct guard : expression {
    static constexpr node_facts facts =
        gather(meta::kind::indicator, meta::mix(2, Extent), {facts_of_subscript<Affine>});

    template <class... Bound, class... Values>
    constexpr auto operator()(binding<Bound, Values> const&... given) const noexcept {
        return evaluate(*this, given...);
    }
};

/// Is the node a condition on subscripts, 0 or 1?
template <class Expression>
concept is_indicator = Expression::facts.is(meta::kind::indicator);

/// The two comparisons; the others are these with the sides exchanged.
enum class relation { less, less_or_equal };

/// Then where Left (less | less_or_equal) Right holds, otherwise Else (also where one is NaN).
template <relation Relation, class Left, class Right, class Then, class Else>
struct selection : expression {
    static constexpr node_facts facts =
        gather(meta::kind::selection, static_cast<meta::key>(Relation),
               {Left::facts, Right::facts, Then::facts, Else::facts});

    template <class... Bound, class... Values>
    constexpr auto operator()(binding<Bound, Values> const&... given) const noexcept {
        return evaluate(*this, given...);
    }
};

} // namespace leibniz::expr
