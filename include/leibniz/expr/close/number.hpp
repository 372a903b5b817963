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
inline constexpr bool is_bare = (Expression::facts.variables & Variable::variables) == 0 ||
                                bareness<Expression, Variable>::value;
template <class Subscript, class Variable>
inline constexpr bool is_bare_subscript =
    std::is_same_v<Subscript, Variable> || coefficient<Subscript, Variable> == 0;
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
        std::conditional_t<Reflected, affine_sum<fixed<Range - 1>, bound<Number, Range>, -1>,
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
        using type = typename search<std::conditional_t<is_simpler<next, Best>, next, Best>,
                                     Which + 1>::type;
    };
    template <class Best> struct search<Best, plan.size> {
        using type = Best;
    };
    using type = typename search<numbered<0>, 1>::type;
};

/// Which variables belong together: two do when a factor mentions both.
template <std::size_t Variables>
constexpr std::array<std::size_t, Variables>
components(std::initializer_list<std::array<bool, Variables>> mentions) {
    std::array<std::size_t, Variables> group{};
    for (std::size_t v = 0; v < Variables; ++v)
        group[v] = v;
    for (auto const& factor : mentions)
        for (std::size_t v = 0; v < Variables; ++v)
            for (std::size_t w = 0; w < v; ++w)
                if (factor[v] && factor[w] && group[v] != group[w]) {
                    std::size_t const gone = group[v], kept = group[w];
                    for (auto& g : group)
                        g = g == gone ? kept : g;
                }
    return group;
}

/// Does the opened variable occur? The filter is exact while its bits are not shared.
template <class Expression, class Variable>
inline constexpr bool mentions = [] {
    if constexpr ((Expression::facts.variables & Variable::variables) == 0)
        return false;
    else if constexpr (Expression::facts.opening < 16)
        return true;
    else
        return !std::is_same_v<substitute<Expression, meta::list<Variable>, meta::list<fixed<0>>>,
                               Expression>;
}();

template <class Variables, class Factors> struct finish;
template <class... Variables, class... Factors>
struct finish<meta::list<Variables...>, meta::list<Factors...>> {
    static constexpr std::size_t count = sizeof...(Variables);
    template <class Factor>
    static constexpr std::array<bool, count> row{mentions<Factor, Variables>...};
    static constexpr auto group = components<count>({row<Factors>...});

    template <std::size_t Group, class Positions> struct component;
    template <std::size_t Group, std::size_t... At>
    struct component<Group, std::index_sequence<At...>> {
        using variables = meta::concatenate<
            std::conditional_t<group[At] == Group, meta::list<Variables>, meta::list<>>...>;
        template <class Factor>
        static constexpr bool mine = ((group[At] == Group && row<Factor>[At]) || ...);
        using factors = meta::concatenate<
            std::conditional_t<mine<Factors>, meta::list<Factors>, meta::list<>>...>;
        template <class Vs, class Fs> struct closed_component {
            using type = typename numbered_sum<Vs, typename product_of_list<Fs>::type>::type;
        };
        template <class Fs> struct closed_component<meta::list<>, Fs> {
            using type = one;
        };
        // Σ of nothing over a known range counts it; over the samples it stays a Σ of 1.
        template <class Variable> struct closed_component<meta::list<Variable>, meta::list<>> {
            using type = std::conditional_t<is_static_range(Variable::range),
                                            constant<rational{Variable::range}>,
                                            summation<one, Variable::range>>;
        };
        using type = typename closed_component<variables, factors>::type;
    };
    template <class Factor, std::size_t... At>
    static constexpr bool is_free(std::index_sequence<At...>) {
        return !(row<Factor>[At] || ...);
    }
    template <std::size_t... At>
    static auto whole(std::index_sequence<At...>) -> make_product<
        typename component<At, std::make_index_sequence<count>>::type...,
        std::conditional_t<is_free<Factors>(std::make_index_sequence<count>{}), Factors, one>...>;
    using type = decltype(whole(std::make_index_sequence<count>{}));
};

} // namespace leibniz::expr::detail
