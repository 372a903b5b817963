#pragma once
#include <leibniz/expr/errors.hpp>
#include <leibniz/expr/operators.hpp>

namespace leibniz {
namespace expr {

template <class Body, class Positions, class... Indices> struct summed_over;
template <class Body, int... At, class... Indices>
struct summed_over<Body, std::integer_sequence<int, At...>, Indices...> {
    using variables = meta::list<opened<Body::facts.opening + 1 + At, Indices::range>...>;
    using type = close_sum<variables, substitute<Body, meta::list<Indices...>, variables>>;
};

} // namespace expr

/// `sum(i, j, f)`: Σ_i Σ_j f, over the domains of the indices.
inline constexpr struct sum_ {
    template <class First, class... Rest> constexpr auto operator()(First, Rest...) const {
        return close(meta::list<First, Rest...>{}, std::make_index_sequence<sizeof...(Rest)>{});
    }

private:
    template <class Given> static errors::not_an_index<Given> refuse();

    template <class All, std::size_t... At>
    static constexpr auto close(All, std::index_sequence<At...>) {
        constexpr std::size_t wrong =
            meta::first_true({!expr::is_index<meta::type_at<All, At>>...});
        if constexpr (wrong == sizeof...(At)) {
            using body = expr::operand_t<meta::type_at<All, sizeof...(At)>>;
            return typename expr::summed_over<
                body, std::make_integer_sequence<int, static_cast<int>(sizeof...(At))>,
                meta::type_at<All, At>...>::type{};
        } else {
            return refuse<meta::type_at<All, wrong>>();
        }
    }
} sum;

} // namespace leibniz
