#pragma once
#include <leibniz/expr/close/merge.hpp>
#include <leibniz/expr/close/number.hpp>

/// One step of closing a Σ: which step is decided by a constexpr function over small arrays of what
/// the factors are, and only that step is instantiated.
namespace leibniz::expr::detail {

enum class step { merge, expand, solve, narrow, mirror, finish };

struct decision {
    step what = step::finish;
    std::size_t factor = 0, variable = 0;
    int coefficient = 0;
};

/// The affine form of a condition.
template <class Factor> struct form_of;
template <class Affine> struct form_of<kronecker<Affine>> {
    using type = Affine;
    static constexpr int extent = 0;
};
template <class Affine, int Extent> struct form_of<guard<Affine, Extent>> {
    using type = Affine;
    static constexpr int extent = Extent;
};

/// A range known only at run time counts as larger than any other.
constexpr bool is_larger(int range, int other) {
    return !is_static_range(other) ? false : !is_static_range(range) || range > other;
}

/// What a factor offers to do, for a Σ over some variables.
template <std::size_t Count> struct offer {
    step what = step::finish; ///< solve also stands for narrow and mirror
    bool is_delta = false;
    int extent = 0;                       ///< of a guard
    std::array<int, Count> coefficient{}; ///< of the variables, in a condition
};

template <std::size_t Count>
constexpr decision choose(std::array<int, Count> ranges,
                          std::initializer_list<offer<Count>> factors) {
    decision best;
    std::size_t at = 0;
    for (auto const& factor : factors) {
        if (factor.what == step::solve) {
            for (std::size_t v = 0; v < Count; ++v) {
                if (magnitude(factor.coefficient[v]) != 1)
                    continue;
                step const what = factor.is_delta                       ? step::solve
                                  : !is_static_range(factor.extent)     ? step::finish
                                  : is_larger(ranges[v], factor.extent) ? step::narrow
                                  : ranges[v] == factor.extent          ? step::mirror
                                                                        : step::finish;
                bool const same_delta =
                    what == step::solve && best.what == step::solve && best.factor == at;
                if (what < best.what || (same_delta && is_larger(ranges[v], ranges[best.variable])))
                    best = {what, at, v, factor.coefficient[v]};
            }
        } else if (factor.what < best.what) {
            best = {factor.what, at, 0, 0};
        }
        ++at;
    }
    return best;
}

/// Is there nothing to merge, to expand or to solve, whatever the variables are?
constexpr bool is_plain(node_facts const& factor) {
    return factor.conditions == 0 && !factor.is(meta::kind::summation) &&
           meta::kind_of(factor.base) != meta::kind::summation;
}

/// A base, so that all factors that offer nothing share the constant.
template <std::size_t Count, step What> struct same_offer {
    static constexpr offer<Count> value{What, false, 0, {}};
};
template <class Factor, class Variables, bool Plain = is_plain(Factor::facts)>
struct offer_of : same_offer<Variables::size, is_mergeable<Factor>             ? step::merge
                                              : must_expand<Factor, Variables> ? step::expand
                                                                               : step::finish> {};
template <class Factor, class Variables>
struct offer_of<Factor, Variables, true> : same_offer<Variables::size, step::finish> {};
template <class Factor, class... Variables>
    requires is_indicator<Factor>
struct offer_of<Factor, meta::list<Variables...>, false> {
    static constexpr offer<sizeof...(Variables)> value{
        step::solve,
        __is_same(Factor, kronecker<typename form_of<Factor>::type>),
        form_of<Factor>::extent,
        {coefficient<typename form_of<Factor>::type, Variables>...}};
};

template <class Variables, std::size_t At> struct without;
template <class... Variables, std::size_t At> struct without<meta::list<Variables...>, At> {
    template <std::size_t... I>
    static auto build(std::index_sequence<I...>)
        -> meta::concatenate<meta::conditional<I == At, meta::list<>, meta::list<Variables>>...>;
    using type = decltype(build(std::index_sequence_for<Variables...>{}));
};

template <class Factors, std::size_t At, class Variable, class Value, class Instead>
struct substitute_around;
template <class... Factors, std::size_t At, class Variable, class Value, class Instead>
struct substitute_around<meta::list<Factors...>, At, Variable, Value, Instead> {
    template <std::size_t... I>
    static auto build(std::index_sequence<I...>) -> make_product<typename meta::conditional<
        I == At, std::type_identity<Instead>,
        substituted<Factors, meta::list<Variable>, meta::list<Value>,
                    (Factors::facts.variables & Variable::variables) != 0>>::type...>;
    using type = decltype(build(std::index_sequence_for<Factors...>{}));
};

template <class Variables, class Factors, decision Decision, step Step> struct perform;

template <class Variables, class Factors, decision Decision>
struct perform<Variables, Factors, Decision, step::merge>
    : merge_inner<Variables, Factors, Decision.factor, meta::type_at<Factors, Decision.factor>> {};

template <class Variables, class Factors, decision Decision>
struct perform<Variables, Factors, Decision, step::expand>
    : expand_factor<Variables, Factors, Decision.factor, meta::type_at<Factors, Decision.factor>> {
};

/// Σ_t δ(k·t + rest = 0)·f(t) = f(−k·rest)·[0 ≤ −k·rest < range of t], for k = ±1.
template <class Variables, class Factors, decision Decision>
struct perform<Variables, Factors, Decision, step::solve> {
    using variable = meta::type_at<Variables, Decision.variable>;
    using form = typename form_of<meta::type_at<Factors, Decision.factor>>::type;
    using solution =
        affine_scale<affine_sum<form, variable, -Decision.coefficient>, -Decision.coefficient>;
    using type = close_sum<typename without<Variables, Decision.variable>::type,
                           typename substitute_around<Factors, Decision.factor, variable, solution,
                                                      make_guard<solution, variable::range>>::type>;
};

/// Σ_t [0 ≤ a < U]·f(t) with a = k·t + rest, k = ±1: summed over u = a instead, t = k·(u − rest).
template <class Variables, class Factors, decision Decision> struct reindexed {
    using variable = meta::type_at<Variables, Decision.variable>;
    using indicator = form_of<meta::type_at<Factors, Decision.factor>>;
    template <class... All> static constexpr int highest(meta::list<All...>) {
        return largest({All::facts.opening..., opening_of<Variables>});
    }
    using fresh = opened<highest(Factors{}) + 1, indicator::extent>;
    using rest = affine_sum<typename indicator::type, variable, -Decision.coefficient>;
    using solution = affine_scale<affine_sum<fresh, rest, -1>, Decision.coefficient>;
    using variables =
        meta::concatenate<typename without<Variables, Decision.variable>::type, meta::list<fresh>>;
    using body = typename substitute_around<Factors, Decision.factor, variable, solution,
                                            make_guard<solution, variable::range>>::type;
};

template <class Variables, class Factors, decision Decision>
struct perform<Variables, Factors, Decision, step::narrow> {
    using change = reindexed<Variables, Factors, Decision>;
    using type = close_sum<typename change::variables, typename change::body>;
};

/// Equal ranges on both sides: both spellings are finished, and the simpler one is kept.
template <class Variables, class Factors, decision Decision>
struct perform<Variables, Factors, Decision, step::mirror> {
    using change = reindexed<Variables, Factors, Decision>;
    using here = typename finish<Variables, Factors>::type;
    using there = typename finish<typename change::variables,
                                  typename plain_factors<typename change::body>::type>::type;
    using type = meta::conditional<is_simpler<there, here>, there, here>;
};

template <class Variables, class Factors, decision Decision>
struct perform<Variables, Factors, Decision, step::finish> : finish<Variables, Factors> {};

template <class Variables, class... Factors>
    requires(is_plain(Factors::facts) && ...)
struct closing_step<Variables, meta::list<Factors...>> : finish<Variables, meta::list<Factors...>> {
};
template <class... Variables, class... Factors>
    requires(!(is_plain(Factors::facts) && ...))
struct closing_step<meta::list<Variables...>, meta::list<Factors...>> {
    static constexpr decision chosen = choose<sizeof...(Variables)>(
        {Variables::range...}, {offer_of<Factors, meta::list<Variables...>>::value...});
    using type = typename perform<meta::list<Variables...>, meta::list<Factors...>, chosen,
                                  chosen.what>::type;
};

} // namespace leibniz::expr::detail
