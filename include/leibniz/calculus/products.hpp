#pragma once
#include <leibniz/calculus/intermediate.hpp>
#include <leibniz/calculus/product_cost.hpp>
#include <leibniz/meta/key_map.hpp>

/// The product in a Σ in parts that take fewer operations. Variables are summed out one after
/// another, as those of a joint distribution are (Koller and Friedman, Probabilistic Graphical
/// Models, 2009, section 9.3): of Σ_k Σ_j V[k]·U[k,j]·g[n,j] first s[n,k] := Σ_j U[k,j]·g[n,j]. And
/// factors that do not depend on all variables are multiplied before: of Σ_j U[k,j]·g[n,j]·h[n,j]
/// first p[n,j] := g[n,j]·h[n,j].
namespace leibniz::calculus::detail {

template <class Variables, class Factor> struct set_of_variables;
template <class... Variables, class Factor>
struct set_of_variables<meta::list<Variables...>, Factor> {
    static constexpr set_in_sight value = [] {
        set_in_sight result = 0, bit = 1;
        ((result |= occurs<Variables, Factor>::value ? bit : 0, bit <<= 1), ...);
        return result;
    }();
};

// --- summing out
template <class Expression, class Variables, bool Any> struct with_named;

/// The Σ over variable number At alone, of the factors that depend on it.
template <std::size_t At, class Outer, class Summed, class... Factors> struct inner_sum;
template <std::size_t At, class Outer, class... Summed, class... Factors>
struct inner_sum<At, Outer, meta::list<Summed...>, Factors...> {
    using variable = meta::type_at<meta::list<Summed...>, At>;
    using others = meta::without<variable, meta::list<Summed...>>;
    template <class Factor> using is_inside = occurs<variable, Factor>;
    using sum =
        close_sum<meta::list<variable>,
                  make_product<one, meta::conditional<is_inside<Factors>::value, Factors, one>...>>;
    using own = occurring_in_order<meta::concatenate<Outer, others>, sum>;
    using tensor = typename intermediate<"Σ", sum, own>::tensor;
    /// The product with it in place of its factors.
    template <class Value>
    using with = make_product<Value, meta::conditional<is_inside<Factors>::value, one, Factors>...>;
};

/// Of a product under a Σ over Summed, where Outer are in sight, too: what is left of the Σ. Known
/// are the sums that it holds already.
template <class Product, class Outer, class Summed, class Known = meta::list<>>
struct eliminated : with_equations<Product> {
    using summed = Summed;
};

/// With variable number At summed out first; At may be their number.
template <std::size_t At, class Outer, class Summed, class Known, class... Factors>
struct summed_out : with_equations<multiplication<Factors...>> {
    using summed = Summed;
};
template <std::size_t At, class Outer, class Summed, class Known, class... Factors>
    requires(At < Summed::size)
struct summed_out<At, Outer, Summed, Known, Factors...> {
    using inner = inner_sum<At, Outer, Summed, Factors...>;
    using value = named<"Σ", typename inner::sum, typename inner::own,
                        with_named<typename inner::sum, typename inner::own, true>>;
    using rest = eliminated<typename inner::template with<typename value::type>, Outer,
                            typename inner::others,
                            meta::concatenate<Known, meta::list<typename inner::tensor>>>;
    using type = typename rest::type;
    using summed = typename rest::summed;
    using equations = meta::concatenate<typename value::equations, typename rest::equations>;
};

/// Which one that is: one whose Σ is known, or the one with which all takes the fewest operations.
template <class Variables, class Outer, class Summed, class... Factors> struct cheapest_variable;
template <class... Variables, class Outer, class Summed, class... Factors>
struct cheapest_variable<meta::list<Variables...>, Outer, Summed, Factors...>
    : std::integral_constant<std::size_t,
                             first_to_sum_out<sizeof...(Factors)>(
                                 {{Variables::range...}, Outer::size},
                                 {set_of_variables<meta::list<Variables...>, Factors>::value...})> {
};
template <class Positions, class Outer, class Summed, class Known, class... Factors>
struct variable_of_known_sum;
template <std::size_t... At, class Outer, class Summed, class Known, class... Factors>
struct variable_of_known_sum<std::index_sequence<At...>, Outer, Summed, Known, Factors...>
    : std::integral_constant<
          std::size_t,
          meta::first_true({meta::contains_by_key<
              typename inner_sum<At, Outer, Summed, Factors...>::tensor, Known>::value...})> {};

template <class Outer, class Summed, class Known, class... Factors>
struct variable_to_sum_out
    : meta::conditional<
          (variable_of_known_sum<std::make_index_sequence<Summed::size>, Outer, Summed, Known,
                                 Factors...>::value < Summed::size),
          variable_of_known_sum<std::make_index_sequence<Summed::size>, Outer, Summed, Known,
                                Factors...>,
          cheapest_variable<meta::concatenate<Outer, Summed>, Outer, Summed, Factors...>> {};
template <class Outer, class Summed, class... Factors>
struct variable_to_sum_out<Outer, Summed, meta::list<>, Factors...>
    : cheapest_variable<meta::concatenate<Outer, Summed>, Outer, Summed, Factors...> {};

template <class First, class Second, class... More, class Outer, class Summed, class Known>
    requires(sizeof...(More) > 0 && Summed::size > 1 && !is_indicator<First> &&
             !is_indicator<Second> && !(is_indicator<More> || ...) &&
             !multiplication<First, Second, More...>::facts.over_samples)
struct eliminated<multiplication<First, Second, More...>, Outer, Summed, Known>
    : summed_out<variable_to_sum_out<Outer, Summed, Known, First, Second, More...>::value, Outer,
                 Summed, Known, First, Second, More...> {};

// --- multiplied before
/// What costs no more than a number read: an element, and a function of one, which is hoisted from
/// wherever it stands (program/hoist.hpp); but not of one in a fixed place.
template <class Expression> inline constexpr bool is_read = false;
template <class Tensor, class... Subscripts>
inline constexpr bool is_read<element<Tensor, Subscripts...>> = true;
template <class Function, class Tensor, class... Subscripts>
inline constexpr bool is_read<application<Function, element<Tensor, Subscripts...>>> =
    ((Subscripts::variables != 0) && ...);

/// Some factors, which depend on Some of the variables.
template <class Variables, class Some, class Members> struct group;
template <class Variables, class Some, class... Members>
struct group<Variables, Some, meta::list<Members...>>
    : with_equations<make_product<one, Members...>> {};
template <class Variables, class Some, class... Members>
    requires(is_again<Variables, Some>::value && Some::size > 0 &&
             !(sizeof...(Members) == 1 && (is_read<Members> && ...)) &&
             (is_per_sample(Some{}) || ((Members::facts.costly > 0) || ...)))
struct group<Variables, Some, meta::list<Members...>>
    : named<"Π", make_product<one, Members...>, Some,
            with_equations<make_product<one, Members...>>> {};

template <class Variables, class... Factors> struct grouping;
template <class... Variables, class... Factors>
struct grouping<meta::list<Variables...>, Factors...> {
    template <class Factor>
    using of =
        std::integral_constant<set_in_sight,
                               group_in_sight<sizeof...(Factors)>(
                                   {{Variables::range...}, 0},
                                   {set_of_variables<meta::list<Variables...>, Factors>::value...},
                                   set_of_variables<meta::list<Variables...>, Factor>::value,
                                   Factor::facts.costly > 0 && !is_read<Factor>)>;
    using all = meta::unique<meta::list<of<Factors>...>>;
};

template <class Variables, class Groups, class... Factors> struct grouped;
template <class Variables, class... Each, class... Factors>
struct grouped<Variables, meta::list<Each...>, Factors...> {
    template <class Group>
    using members = meta::concatenate<meta::conditional<
        __is_same(Group, typename grouping<Variables, Factors...>::template of<Factors>),
        meta::list<Factors>, meta::list<>>...>;
    template <class Group>
    using group_of =
        group<Variables,
              occurring_in_order<Variables, typename product_maker<members<Group>>::type>,
              members<Group>>;
    using type = make_product<one, typename group_of<Each>::type...>;
    using equations = meta::concatenate<typename group_of<Each>::equations...>;
};
template <class Body, class Variables> struct in_groups : with_equations<Body> {};
template <class... Factors, class Variables>
    requires(!(is_indicator<Factors> || ...))
struct in_groups<multiplication<Factors...>, Variables>
    : grouped<Variables, typename grouping<Variables, Factors...>::all, Factors...> {};

} // namespace leibniz::calculus::detail
