#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/expr/unroll.hpp>

/// What a formula reads, by itself and through equations.
namespace leibniz::testing_detail {

/// Could two subscripts be the same number? Two different numbers could not.
template <class A, class B> inline constexpr bool may_meet = true;
template <int A, int B> inline constexpr bool may_meet<expr::fixed<A>, expr::fixed<B>> = A == B;

/// Is an element one of those asked for? A handle asks for all elements of its tensor.
template <class Asked, class Element> inline constexpr bool answers = false;
template <class Tensor, class... Subscripts>
inline constexpr bool answers<tensor_handle<Tensor>, expr::element<Tensor, Subscripts...>> = true;
template <class Tensor, class... Asked, class... Subscripts>
inline constexpr bool
    answers<expr::element<Tensor, Asked...>, expr::element<Tensor, Subscripts...>> =
        (may_meet<Asked, Subscripts> && ...);

template <class Asked> inline constexpr bool is_handle = false;
template <class Tensor> inline constexpr bool is_handle<tensor_handle<Tensor>> = true;
template <class Asked>
concept can_be_read = is_handle<Asked> || expr::is_element<Asked>;

template <class Asked, class... Elements> constexpr bool is_among(meta::list<Elements...>) {
    return (answers<Asked, Elements> || ...);
}

template <class Definition> struct elements_of_definition {
    using type = typename expr::elements_of<typename Definition::right>::type;
};
template <> struct elements_of_definition<void> {
    using type = meta::list<>;
};

/// All elements, and those that the equations of their tensors read, and so on. Waiting are tensors
/// whose equations have not been looked at.
template <class Visited, class Elements, class Waiting, class Equations> struct reached {
    using type = Elements;
};
template <class Visited, class Elements, class First, class... Rest, class Equations>
    requires(meta::contains<First, Visited>::value)
struct reached<Visited, Elements, meta::list<First, Rest...>, Equations>
    : reached<Visited, Elements, meta::list<Rest...>, Equations> {};
template <class Visited, class Elements, class First, class... Rest, class Equations>
    requires(!meta::contains<First, Visited>::value)
struct reached<Visited, Elements, meta::list<First, Rest...>, Equations> {
    using found = typename elements_of_definition<
        typename expr::detail::definition_of<First, Equations>::type>::type;
    using type = typename reached<
        meta::concatenate<Visited, meta::list<First>>, meta::concatenate<Elements, found>,
        meta::concatenate<meta::list<Rest...>, typename expr::tensors_of<found>::type>,
        Equations>::type;
};

template <class Formula, class Equations,
          class Elements = typename expr::elements_of<Formula>::type>
using read_by = typename reached<meta::list<>, Elements, typename expr::tensors_of<Elements>::type,
                                 Equations>::type;

} // namespace leibniz::testing_detail
