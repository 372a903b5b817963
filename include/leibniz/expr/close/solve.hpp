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

template <class Factor> struct indicator_of {
    static constexpr bool is_delta = false, is_guard = false;
    using affine_form = fixed<0>;
    static constexpr int extent = 0;
};
template <class Affine> struct indicator_of<kronecker<Affine>> {
    static constexpr bool is_delta = true, is_guard = false;
    using affine_form = Affine;
    static constexpr int extent = 0;
};
template <class Affine, int Extent> struct indicator_of<guard<Affine, Extent>> {
    static constexpr bool is_delta = false, is_guard = true;
    using affine_form = Affine;
    static constexpr int extent = Extent;
};

/// A range known only at run time counts as larger than any other.
constexpr bool is_larger(int range, int other) {
    return !is_static_range(other) ? false : !is_static_range(range) || range > other;
}

template <class... Variables> struct chooser {
    template <class Factor> static constexpr decision consider(decision best, std::size_t at) {
        using indicator = indicator_of<Factor>;
        if constexpr (is_mergeable<Factor>) {
            if (step::merge < best.what)
                best = {step::merge, at, 0, 0};
        } else if constexpr (must_expand<Factor, meta::list<Variables...>>) {
            if (step::expand < best.what)
                best = {step::expand, at, 0, 0};
        } else if constexpr (indicator::is_delta || indicator::is_guard) {
            constexpr std::array<int, sizeof...(Variables)> coefficients{
                coefficient<typename indicator::affine_form, Variables>...};
            constexpr std::array<int, sizeof...(Variables)> ranges{Variables::range...};
            for (std::size_t v = 0; v < coefficients.size(); ++v) {
                if (magnitude(coefficients[v]) != 1)
                    continue;
                step const what = indicator::is_delta                       ? step::solve
                                  : !is_static_range(indicator::extent)     ? step::finish
                                  : is_larger(ranges[v], indicator::extent) ? step::narrow
                                  : ranges[v] == indicator::extent          ? step::mirror
                                                                            : step::finish;
                bool const same_delta =
                    what == step::solve && best.what == step::solve && best.factor == at;
                if (what < best.what || (same_delta && is_larger(ranges[v], ranges[best.variable])))
                    best = {what, at, v, coefficients[v]};
            }
        }
        return best;
    }
    template <class... Factors> static constexpr decision choose(meta::list<Factors...>) {
        decision best;
        std::size_t at = 0;
        ((best = consider<Factors>(best, at++)), ...);
        return best;
    }
};

template <class Variables, std::size_t At> struct without;
template <class... Variables, std::size_t At> struct without<meta::list<Variables...>, At> {
    template <std::size_t... I>
    static auto build(std::index_sequence<I...>)
        -> meta::concatenate<std::conditional_t<I == At, meta::list<>, meta::list<Variables>>...>;
    using type = decltype(build(std::index_sequence_for<Variables...>{}));
};

template <class Factors, std::size_t At, class Variable, class Value, class Instead>
struct substitute_around;
template <class... Factors, std::size_t At, class Variable, class Value, class Instead>
struct substitute_around<meta::list<Factors...>, At, Variable, Value, Instead> {
    template <std::size_t... I>
    static auto build(std::index_sequence<I...>) -> make_product<typename std::conditional_t<
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
    using form = typename indicator_of<meta::type_at<Factors, Decision.factor>>::affine_form;
    using solution =
        affine_scale<affine_sum<form, variable, -Decision.coefficient>, -Decision.coefficient>;
    using type = close_sum<typename without<Variables, Decision.variable>::type,
                           typename substitute_around<Factors, Decision.factor, variable, solution,
                                                      make_guard<solution, variable::range>>::type>;
};

/// Σ_t [0 ≤ a < U]·f(t) with a = k·t + rest, k = ±1: summed over u = a instead, t = k·(u − rest).
template <class Variables, class Factors, decision Decision> struct reindexed {
    using variable = meta::type_at<Variables, Decision.variable>;
    using indicator = indicator_of<meta::type_at<Factors, Decision.factor>>;
    template <class... All> static constexpr int highest(meta::list<All...>) {
        return largest({All::facts.opening..., opening_of<Variables>});
    }
    using fresh = opened<highest(Factors{}) + 1, indicator::extent>;
    using rest = affine_sum<typename indicator::affine_form, variable, -Decision.coefficient>;
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
    using type = std::conditional_t<is_simpler<there, here>, there, here>;
};

template <class Variables, class Factors, decision Decision>
struct perform<Variables, Factors, Decision, step::finish> : finish<Variables, Factors> {};

template <class... Variables, class Factors>
struct closing_step<meta::list<Variables...>, Factors> {
    static constexpr decision chosen = chooser<Variables...>::choose(Factors{});
    using type = typename perform<meta::list<Variables...>, Factors, chosen, chosen.what>::type;
};

} // namespace leibniz::expr::detail
