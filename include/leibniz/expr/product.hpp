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

template <class Expression> inline constexpr bool is_constant = false;
template <rational Value> inline constexpr bool is_constant<constant<Value>> = true;
template <class Expression> inline constexpr bool is_product = false;
template <class... Factors> inline constexpr bool is_product<multiplication<Factors...>> = true;

/// Nothing further to do to this factor inside a product.
template <class Expression>
inline constexpr bool is_settled =
    !is_constant<Expression> && !is_product<Expression> && content<Expression> == rational{1};

/// The list of factors of an operand; a sum gives up its content as a constant.
template <class Expression> struct factors_of {
    using type = meta::list<Expression>;
};
template <class... Factors> struct factors_of<multiplication<Factors...>> {
    using type = meta::list<Factors...>;
};
template <class... Terms>
    requires(content<addition<Terms...>> != rational{1})
struct factors_of<addition<Terms...>> {
    static constexpr rational common = content<addition<Terms...>>;
    using type = meta::list<constant<common>, scale<reciprocal(common), addition<Terms...>>>;
};

template <class Expression> inline constexpr rational constant_value = 1;
template <rational Value> inline constexpr rational constant_value<constant<Value>> = Value;

template <rational Coefficient, class... Factors> struct simplest_product {
    using type = scale<Coefficient, multiplication<Factors...>>;
};
template <rational Coefficient> struct simplest_product<Coefficient> {
    using type = constant<Coefficient>;
};
template <rational Coefficient, class Only> struct simplest_product<Coefficient, Only> {
    using type = scale<Coefficient, Only>;
};

template <rational Coefficient, bool Settled, class... Factors>
struct finished_product : simplest_product<Coefficient, Factors...> {};
template <rational Coefficient, class... Factors>
struct finished_product<Coefficient, false, Factors...>
    : product_maker<meta::list<constant<Coefficient>, Factors...>> {};

template <class Factors> struct collected_product;
template <class... Factors> struct collected_product<meta::list<Factors...>> {
    static constexpr rational coefficient = (rational{1} * ... * constant_value<Factors>);
    static constexpr auto plan = collect<sizeof...(Factors)>(
        {factor<Factors>::base::facts.key...},
        {(is_constant<Factors> ? rational{0} : factor<Factors>::exponent)...});
    template <std::size_t At>
    using base_at = typename factor<meta::type_at<meta::list<Factors...>, plan.from[At]>>::base;
    template <std::size_t At>
    using power_at =
        make_power<base_at<At>, is_indicator<base_at<At>> ? rational{1} : plan.weight[At]>;
    template <std::size_t... At>
    static auto build(std::index_sequence<At...>) ->
        typename finished_product<coefficient, (is_settled<power_at<At>> && ...),
                                  power_at<At>...>::type;
    using type = decltype(build(std::make_index_sequence<plan.size>{}));
};
template <> struct collected_product<meta::list<>> {
    using type = one;
};

} // namespace detail

template <class... Factors> struct product_maker<meta::list<Factors...>> {
    using type = typename detail::collected_product<
        meta::concatenate<typename detail::factors_of<Factors>::type...>>::type;
};
template <class... Factors>
    requires(std::is_same_v<Factors, zero> || ...)
struct product_maker<meta::list<Factors...>> {
    using type = zero;
};
template <class Only> struct product_maker<meta::list<Only>> {
    using type = Only;
};

} // namespace leibniz::expr
