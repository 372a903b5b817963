#pragma once
#include <leibniz/expr/canonical.hpp>

namespace leibniz::expr {

// --- coefficients -------------------------------------------------------------------------------
template <class Rest> struct scale_by<rational{1}, Rest> {
    using type = Rest;
};
template <class Rest> struct scale_by<rational{0}, Rest> {
    using type = zero;
};
template <rational Coefficient, rational Value> struct scale_by<Coefficient, constant<Value>> {
    using type = constant<Coefficient * Value>;
};
template <rational Value> struct scale_by<rational{1}, constant<Value>> {
    using type = constant<Value>;
};
template <rational Value> struct scale_by<rational{0}, constant<Value>> {
    using type = zero;
};
template <rational Coefficient, class... Factors>
    requires(Coefficient != rational{0} && Coefficient != rational{1})
struct scale_by<Coefficient, multiplication<Factors...>> {
    using type = multiplication<constant<Coefficient>, Factors...>;
};
template <rational Coefficient, rational Value, class... Factors>
    requires(Coefficient != rational{0} && Coefficient != rational{1})
struct scale_by<Coefficient, multiplication<constant<Value>, Factors...>> {
    using type = scale<Coefficient * Value,
                       typename term<multiplication<constant<Value>, Factors...>>::rest>;
};
template <rational Coefficient, class... Terms>
    requires(Coefficient != rational{0} && Coefficient != rational{1})
struct scale_by<Coefficient, addition<Terms...>> {
    using type = addition<scale<Coefficient, Terms>...>;
};

// --- sums ---------------------------------------------------------------------------------------
namespace detail {

template <class Expression> struct terms_of {
    using type = meta::list<Expression>;
};
template <class... Terms> struct terms_of<addition<Terms...>> {
    using type = meta::list<Terms...>;
};
template <> struct terms_of<zero> {
    using type = meta::list<>;
};

template <class... Terms> struct simplest_sum {
    using type = addition<Terms...>;
};
template <> struct simplest_sum<> {
    using type = zero;
};
template <class Only> struct simplest_sum<Only> {
    using type = Only;
};

/// Like terms are collected.
template <class... Terms> struct merged_sum {
    static constexpr auto plan = collect<sizeof...(Terms)>(
        {(__is_same(typename term<Terms>::rest, one) ? 0 : term<Terms>::rest::facts.key)...},
        {term<Terms>::coefficient...});
    template <std::size_t... At>
    static auto build(std::index_sequence<At...>) -> typename simplest_sum<
        scale<plan.weight[At],
              typename term<meta::type_at<meta::list<Terms...>, plan.from[At]>>::rest>...>::type;
    using type = decltype(build(std::make_index_sequence<plan.size>{}));
};

/// Terms that are all unlike only change places.
template <arrangement Order, class Terms, class Positions = std::make_index_sequence<Order.size>>
struct arranged_sum;
template <arrangement Order, class... Terms, std::size_t... At>
struct arranged_sum<Order, meta::list<Terms...>, std::index_sequence<At...>>
    : simplest_sum<meta::type_at<meta::list<Terms...>, Order.from[At]>...> {};
template <arrangement Order, class... Terms, std::size_t... At>
    requires(!Order.distinct)
struct arranged_sum<Order, meta::list<Terms...>, std::index_sequence<At...>>
    : merged_sum<Terms...> {};

/// The key under which like terms are found. Numbers come first.
template <class Rest> constexpr meta::key key_of_rest() {
    return __is_same(Rest, one) ? 1 : Rest::facts.key;
}

template <class Terms> struct collected_sum;
template <class... Terms>
struct collected_sum<meta::list<Terms...>>
    : arranged_sum<arrange<sizeof...(Terms)>({key_of_rest<typename term<Terms>::rest>()...}),
                   meta::list<Terms...>> {};
template <class Only> struct collected_sum<meta::list<Only>> {
    using type = Only;
};
template <> struct collected_sum<meta::list<>> {
    using type = zero;
};

enum class operands_are { flat, nested, zero };
constexpr operands_are kind_of_operands(std::initializer_list<bool> zero,
                                        std::initializer_list<bool> nested) {
    return meta::first_true(zero) < zero.size()       ? operands_are::zero
           : meta::first_true(nested) < nested.size() ? operands_are::nested
                                                      : operands_are::flat;
}

template <operands_are Kind, class... Terms> struct sum_of : collected_sum<meta::list<Terms...>> {};
template <class... Terms>
    requires(sizeof...(Terms) > 1)
struct sum_of<operands_are::nested, Terms...>
    : collected_sum<meta::concatenate<typename terms_of<Terms>::type...>> {};

} // namespace detail

template <class... Terms>
struct sum_maker<meta::list<Terms...>>
    : detail::sum_of<detail::kind_of_operands(
                         {}, {(__is_same(Terms, zero) || Terms::facts.is(meta::kind::sum))...}),
                     Terms...> {};

/// The largest rational that divides all coefficients of a sum, with the sign of its first term:
/// what is left has integer coefficients without a common factor and a positive first one.
template <class Expression> inline constexpr rational content = 1;
template <class... Terms>
inline constexpr rational content<addition<Terms...>> = [] {
    std::int64_t top = 0, bottom = 1, sign = 0;
    for (rational const factor : {term<Terms>::coefficient...}) {
        top = std::gcd(top, factor.numerator);
        bottom = std::lcm(bottom, factor.denominator);
        if (sign == 0)
            sign = factor.numerator < 0 ? -1 : 1;
    }
    return rational{sign * top, bottom};
}();

} // namespace leibniz::expr
