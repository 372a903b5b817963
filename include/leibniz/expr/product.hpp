#pragma once
#include <leibniz/expr/sum.hpp>

namespace leibniz::expr {
namespace detail {

/// A factor as base^exponent.
template <class Expression> struct factor {
    using base = Expression;
    static constexpr rational exponent = 1;
};
template <class Base, rational Exponent> struct factor<power<Base, Exponent>> {
    using base = Base;
    static constexpr rational exponent = Exponent;
};

template <class Sum, rational Content> struct split_content {
    using type = meta::list<constant<Content>, scale<reciprocal(Content), Sum>>;
};
template <class Sum> struct split_content<Sum, rational{1}> {
    using type = meta::list<Sum>;
};

/// The list of factors of an operand; a sum gives up its content as a constant.
template <class Expression> struct factors_of {
    using type = meta::list<Expression>;
};
template <class... Factors> struct factors_of<multiplication<Factors...>> {
    using type = meta::list<Factors...>;
};
template <class... Terms>
struct factors_of<addition<Terms...>>
    : split_content<addition<Terms...>, content<addition<Terms...>>> {};

/// Is it one factor of a product as it stands?
template <class Expression>
inline constexpr bool is_settled =
    std::is_same<typename factors_of<Expression>::type, meta::list<Expression>>::value &&
    !Expression::facts.is(meta::kind::constant);

template <rational Coefficient, class... Factors> struct simplest_product {
    using type = scale<Coefficient, multiplication<Factors...>>;
};
template <rational Coefficient> struct simplest_product<Coefficient> {
    using type = constant<Coefficient>;
};
template <rational Coefficient, class Only> struct simplest_product<Coefficient, Only> {
    using type = scale<Coefficient, Only>;
};
template <class First, class Second, class... Factors>
struct simplest_product<rational{1}, First, Second, Factors...> {
    using type = multiplication<First, Second, Factors...>;
};

template <rational Coefficient, bool Settled, class... Factors>
struct finished_product : simplest_product<Coefficient, Factors...> {};
template <rational Coefficient, class... Factors>
struct finished_product<Coefficient, false, Factors...>
    : product_maker<meta::list<constant<Coefficient>, Factors...>> {};

/// Factors of which some have the same base, or a constant was raised, or cancelled.
template <rational Coefficient, class... Factors> struct merged_product {
    static constexpr auto plan = collect<sizeof...(Factors)>(
        {Factors::facts.base_key()...},
        {(Factors::facts.is(meta::kind::constant) ? rational{0} : factor<Factors>::exponent)...});
    template <std::size_t At>
    using base_at = typename factor<meta::type_at<meta::list<Factors...>, plan.from[At]>>::base;
    template <std::size_t At>
    using power_at =
        make_power<base_at<At>, is_indicator<base_at<At>> ? rational{1} : plan.weight[At]>;
    template <std::size_t... At>
    static auto build(std::index_sequence<At...>) ->
        typename finished_product<Coefficient, (is_settled<power_at<At>> && ...),
                                  power_at<At>...>::type;
    using type = decltype(build(std::make_index_sequence<plan.size>{}));
};

/// Factors of different bases only change places; they are in canonical form already.
template <rational Coefficient, arrangement Order, class Factors,
          class Positions = std::make_index_sequence<Order.size>>
struct arranged_product;
template <rational Coefficient, arrangement Order, class... Factors, std::size_t... At>
struct arranged_product<Coefficient, Order, meta::list<Factors...>, std::index_sequence<At...>>
    : simplest_product<Coefficient, meta::type_at<meta::list<Factors...>, Order.from[At]>...> {};
template <rational Coefficient, arrangement Order, class... Factors, std::size_t... At>
    requires(!Order.distinct)
struct arranged_product<Coefficient, Order, meta::list<Factors...>, std::index_sequence<At...>>
    : merged_product<Coefficient, Factors...> {};

constexpr meta::key unless_constant(node_facts const& facts) {
    return facts.is(meta::kind::constant) ? 0 : facts.base_key();
}
constexpr rational product_of_constants(std::initializer_list<rational> numbers) {
    rational result = 1;
    for (rational const number : numbers)
        if (number != rational{1})
            result = result * number;
    return result;
}

template <class Factors> struct collected_product;
template <class... Factors>
struct collected_product<meta::list<Factors...>>
    : arranged_product<product_of_constants({Factors::facts.number...}),
                       arrange<sizeof...(Factors)>({unless_constant(Factors::facts)...}),
                       meta::list<Factors...>> {};
template <> struct collected_product<meta::list<>> {
    using type = one;
};

template <operands_are Kind, class... Factors>
struct product_of : collected_product<meta::list<Factors...>> {};
template <class... Factors>
struct product_of<operands_are::nested, Factors...>
    : collected_product<meta::concatenate<typename factors_of<Factors>::type...>> {};
template <class... Factors> struct product_of<operands_are::zero, Factors...> {
    using type = zero;
};

} // namespace detail

template <class... Factors>
struct product_maker<meta::list<Factors...>>
    : detail::product_of<detail::kind_of_operands({__is_same(Factors, zero)...},
                                                  {(Factors::facts.is(meta::kind::product) ||
                                                    Factors::facts.is(meta::kind::sum))...}),
                         Factors...> {};
template <class Only> struct product_maker<meta::list<Only>> {
    using type = Only;
};

} // namespace leibniz::expr
