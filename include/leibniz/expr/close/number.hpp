#pragma once
#include <leibniz/expr/close/merge.hpp>

/// The last steps of closing a Σ: independent factors and components are pulled out, and the
/// variables of each component numbered.
namespace leibniz::expr::detail {

template <class A, class B>
inline constexpr bool is_simpler =
    A::facts.cost != B::facts.cost ? A::facts.cost < B::facts.cost : A::facts.key < B::facts.key;

/// Every occurrence is the plain variable: reflecting it could only make the body less simple.
template <class Expression, class Variable> struct bareness {
    static constexpr bool value = true;
};
template <class Expression, class Variable>
concept is_bare =
    (Expression::facts.skewed & Variable::variables) == 0 || bareness<Expression, Variable>::value;
template <class Subscript, class Variable>
inline constexpr bool is_bare_subscript =
    __is_same(Subscript, Variable) || coefficient<Subscript, Variable> == 0;
template <class... Terms, class Variable> struct bareness<addition<Terms...>, Variable> {
    static constexpr bool value = (is_bare<Terms, Variable> && ...);
};
template <class... Factors, class Variable> struct bareness<multiplication<Factors...>, Variable> {
    static constexpr bool value = (is_bare<Factors, Variable> && ...);
};
template <class Function, class... Arguments, class Variable>
struct bareness<application<Function, Arguments...>, Variable> {
    static constexpr bool value = (is_bare<Arguments, Variable> && ...);
};
template <class Tensor, class... Subscripts, class Variable>
struct bareness<element<Tensor, Subscripts...>, Variable> {
    static constexpr bool value = (is_bare_subscript<Subscripts, Variable> && ...);
};
template <class Affine, class Variable> struct bareness<kronecker<Affine>, Variable> {
    static constexpr bool value = is_bare_subscript<Affine, Variable>;
};
template <class Base, rational Exponent, class Variable>
struct bareness<power<Base, Exponent>, Variable> {
    static constexpr bool value = is_bare<Base, Variable>;
};
template <class Affine, int Extent, class Variable>
struct bareness<guard<Affine, Extent>, Variable> {
    static constexpr bool value = is_bare_subscript<Affine, Variable>;
};
template <class Body, int... Ranges, class Variable>
struct bareness<summation<Body, Ranges...>, Variable> {
    static constexpr bool value = is_bare<Body, Variable>;
};
template <relation Relation, class L, class R, class Then, class Else, class Variable>
struct bareness<selection<Relation, L, R, Then, Else>, Variable> {
    static constexpr bool value = is_bare<L, Variable> && is_bare<R, Variable> &&
                                  is_bare<Then, Variable> && is_bare<Else, Variable>;
};

/// A way to number the variables: which one gets which place, and which are reflected.
template <std::size_t Count> struct numbering {
    std::array<std::size_t, Count> variable{};
    std::array<bool, Count> reflected{};
};

constexpr std::size_t factorial(std::size_t n) { return n < 2 ? 1 : n * factorial(n - 1); }

/// All numberings worth trying: ranges ascend, so only variables of equal range change places, and
/// only those that are not bare and have a known range are reflected.
template <std::size_t Count> struct numberings {
    static_assert(Count <= 6, "a sum over more than six indices at once");
    std::size_t size = 0;
    std::array<numbering<Count>, (factorial(Count) << Count)> all{};
};

template <std::size_t Count>
constexpr numberings<Count> all_numberings(std::array<int, Count> ranges,
                                           std::array<bool, Count> may_reflect) {
    std::array<std::size_t, Count> order{};
    for (std::size_t i = 0; i < Count; ++i) {
        std::size_t at = i;
        for (; at > 0 && ranges[order[at - 1]] > ranges[i]; --at)
            order[at] = order[at - 1];
        order[at] = i;
    }
    numberings<Count> result;
    auto const place = [&](auto const& self, std::size_t at, numbering<Count> chosen,
                           unsigned used) -> void {
        if (at == Count) {
            result.all[result.size++] = chosen;
            return;
        }
        for (std::size_t next = 0; next < Count; ++next) {
            if ((used >> next & 1u) != 0 || ranges[next] != ranges[order[at]])
                continue;
            for (bool const reflect : {false, true}) {
                if (reflect && !may_reflect[next])
                    continue;
                chosen.variable[at] = next;
                chosen.reflected[at] = reflect;
                self(self, at + 1, chosen, used | 1u << next);
            }
        }
    };
    place(place, 0, {}, 0);
    return result;
}

template <class Variables, class Body> struct numbered_sum;
template <class... Variables, class Body> struct numbered_sum<meta::list<Variables...>, Body> {
    static constexpr std::size_t count = sizeof...(Variables);
    static constexpr int height = Body::facts.height;
    static constexpr std::array<int, count> ranges{Variables::range...};
    static constexpr auto plan = all_numberings<count>(
        ranges, {(is_static_range(Variables::range) && !is_bare<Body, Variables>)...});

    template <int Number, int Range, bool Reflected>
    using place =
        meta::conditional<Reflected, affine_sum<fixed<Range - 1>, bound<Number, Range>, -1>,
                          bound<Number, Range>>;
    template <std::size_t Which, class Positions> struct candidate;
    template <std::size_t Which, std::size_t... At>
    struct candidate<Which, std::index_sequence<At...>> {
        static constexpr auto chosen = plan.all[Which];
        using body =
            substitute<Body,
                       meta::list<meta::type_at<meta::list<Variables...>, chosen.variable[At]>...>,
                       meta::list<place<height + 1 + static_cast<int>(At),
                                        ranges[chosen.variable[At]], chosen.reflected[At]>...>>;
        using type = summation<body, ranges[chosen.variable[At]]...>;
    };
    template <std::size_t Which>
    using numbered = typename candidate<Which, std::make_index_sequence<count>>::type;

    template <class Best, std::size_t Which> struct search {
        using next = numbered<Which>;
        using type =
            typename search<meta::conditional<is_simpler<next, Best>, next, Best>, Which + 1>::type;
    };
    template <class Best> struct search<Best, plan.size> {
        using type = Best;
    };
    using type = typename search<numbered<0>, 1>::type;
};

/// One variable that is bare has one numbering.
template <class Variable, class Body>
    requires is_bare<Body, Variable>
struct numbered_sum<meta::list<Variable>, Body> {
    using type = summation<substitute<Body, meta::list<Variable>,
                                      meta::list<bound<Body::facts.height + 1, Variable::range>>>,
                           Variable::range>;
};

/// Which variables belong together: two do when a factor mentions both. A factor is given as a bit
/// for each variable.
template <std::size_t Variables>
constexpr std::array<std::size_t, Variables>
components(std::initializer_list<variable_set> factors) {
    std::array<std::size_t, Variables> group{};
    for (std::size_t v = 0; v < Variables; ++v)
        group[v] = v;
    for (variable_set const factor : factors)
        for (std::size_t v = 0; v < Variables; ++v)
            for (std::size_t w = 0; w < v; ++w)
                if ((factor >> v & factor >> w & 1) != 0 && group[v] != group[w]) {
                    std::size_t const gone = group[v], kept = group[w];
                    for (auto& g : group)
                        g = g == gone ? kept : g;
                }
    return group;
}

/// Does the opened variable occur? Where more than sixteen are open the filter alone cannot tell.
template <class Expression, class Variable>
concept mentions =
    (Expression::facts.variables & Variable::variables) != 0 &&
    (Expression::facts.opening < 16 ||
     !__is_same(substitute<Expression, meta::list<Variable>, meta::list<fixed<0>>>, Expression));

/// Which factors and which variables make up each component of a sum.
template <std::size_t Variables, std::size_t Factors> struct components_of_sum {
    std::array<std::size_t, Variables> variable{}; ///< the component of each variable
    variable_set factor[Factors + 1]{};            ///< a bit for each component it belongs to
    bool is_whole = true;                          ///< is there one component, of all factors?

    constexpr components_of_sum(std::initializer_list<variable_set> factors)
        : variable(components<Variables>(factors)) {
        for (std::size_t const component : variable)
            is_whole = is_whole && component == variable[0];
        std::size_t f = 0;
        for (variable_set const row : factors) {
            for (std::size_t v = 0; v < Variables; ++v)
                factor[f] |= (row >> v & 1) << variable[v];
            is_whole = is_whole && factor[f] != 0;
            ++f;
        }
        is_whole = is_whole && f > 0;
    }
};

/// A product of factors that stand in canonical order.
template <class Factors> struct ordered_product;
template <class... Factors>
struct ordered_product<meta::list<Factors...>> : simplest_product<rational{1}, Factors...> {};

/// Σ of what belongs together.
template <class Variables, class Factors> struct closed_component {
    using type = typename numbered_sum<Variables, typename ordered_product<Factors>::type>::type;
};
template <class Factors> struct closed_component<meta::list<>, Factors> {
    using type = one;
};
// Σ of nothing over a known range counts it; over the samples it stays a Σ of 1.
template <class Variable> struct closed_component<meta::list<Variable>, meta::list<>> {
    using type =
        meta::conditional<is_static_range(Variable::range), constant<rational{Variable::range}>,
                          summation<one, Variable::range>>;
};

template <class Variables, class Factors, components_of_sum Components, class VariablePositions,
          class FactorPositions>
struct finished_components;
template <class... Variables, class... Factors, components_of_sum Components, std::size_t... V,
          std::size_t... F>
struct finished_components<meta::list<Variables...>, meta::list<Factors...>, Components,
                           std::index_sequence<V...>, std::index_sequence<F...>> {
    template <std::size_t Component>
    using component = typename closed_component<
        meta::concatenate<meta::conditional<Components.variable[V] == Component,
                                            meta::list<Variables>, meta::list<>>...>,
        meta::concatenate<meta::conditional<(Components.factor[F] >> Component & 1) != 0,
                                            meta::list<Factors>, meta::list<>>...>>::type;
    using type = make_product<component<V>...,
                              meta::conditional<Components.factor[F] == 0, Factors, one>...>;
};
template <class... Variables, class... Factors, components_of_sum Components, std::size_t... V,
          std::size_t... F>
    requires(Components.is_whole)
struct finished_components<meta::list<Variables...>, meta::list<Factors...>, Components,
                           std::index_sequence<V...>, std::index_sequence<F...>>
    : closed_component<meta::list<Variables...>, meta::list<Factors...>> {};

/// A bit for each of the variables that occur. The filter is exact while its bits are not shared.
template <class Factor, class... Variables> constexpr variable_set occurring() {
    variable_set result = 0, bit = 1;
    ((result |= mentions<Factor, Variables> ? bit : 0, bit <<= 1), ...);
    return result;
}
constexpr variable_set occurring(variable_set filter,
                                 std::initializer_list<variable_set> variables) {
    variable_set result = 0, bit = 1;
    for (variable_set const variable : variables) {
        result |= (filter & variable) != 0 ? bit : 0;
        bit <<= 1;
    }
    return result;
}

template <class Variables, class Factors> struct finish;
template <class... Variables, class... Factors>
struct finish<meta::list<Variables...>, meta::list<Factors...>> {
    template <class Factor> static constexpr variable_set row() {
        return occurring<Factor, Variables...>();
    }
    using type = typename finished_components<
        meta::list<Variables...>, meta::list<Factors...>,
        components_of_sum<sizeof...(Variables), sizeof...(Factors)>({row<Factors>()...}),
        std::index_sequence_for<Variables...>, std::index_sequence_for<Factors...>>::type;
};
template <class... Variables, class... Factors>
    requires(largest({Factors::facts.opening...}) < 16)
struct finish<meta::list<Variables...>, meta::list<Factors...>>
    : finished_components<meta::list<Variables...>, meta::list<Factors...>,
                          components_of_sum<sizeof...(Variables), sizeof...(Factors)>(
                              {occurring(Factors::facts.variables, {Variables::variables...})...}),
                          std::index_sequence_for<Variables...>,
                          std::index_sequence_for<Factors...>> {};

} // namespace leibniz::expr::detail
