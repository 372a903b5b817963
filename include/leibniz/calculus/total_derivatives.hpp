#pragma once
#include <leibniz/calculus/forward.hpp>
#include <leibniz/expr/readings.hpp>

namespace leibniz::errors {

/// total_derivative(T(…), X(…)): no equation on the way to T reads X, or the derivative is zero.
template <fixed_string Tensor, fixed_string By> struct does_not_depend_on;

/// total_derivative(T(…), X(…)): an equation on the way adds samples up, so that T depends on X of
/// other samples, too.
template <fixed_string Tensor, fixed_string By> struct total_derivative_through_other_samples;

} // namespace leibniz::errors

/// The total derivatives that a list of equations reads get equations of their own.
namespace leibniz::calculus {
namespace detail {

/// What goes wrong, in place of a list of equations.
template <class Error> struct refused {
    using error = Error;
};

// --- from X to T
/// Which equations depend on X, and which of them T depends on: those are derived.
template <std::size_t Count> struct way {
    bool depends[Count + 1]{}, chosen[Count + 1]{};
};
template <class Equations, class Along, class Tensor> struct way_to;
template <class... Equations, class Along, class Tensor>
struct way_to<meta::list<Equations...>, Along, Tensor> {
    using tensors = meta::list<typename Equations::tensor...>;
    static constexpr way<sizeof...(Equations)> found = [] {
        constexpr std::size_t count = sizeof...(Equations);
        way<count> result{};
        meta::key const* const read[]{
            expr::detail::keys_read<typename elements_of<typename Equations::right>::type>::all...,
            nullptr};
        constexpr std::size_t reads[]{elements_of<typename Equations::right>::type::size..., 0};
        for (std::size_t at = 0; at < count; ++at)
            for (std::size_t next = 0; next < reads[at] && !result.depends[at]; ++next)
                result.depends[at] = read[at][next] == Along::tensor::key ||
                                     result.depends[meta::position_of_key<tensors>(read[at][next])];
        std::size_t const last = meta::position_of_key<tensors>(Tensor::key);
        result.chosen[last] = result.depends[last];
        for (std::size_t user = last + 1; user-- > 0;)
            for (std::size_t next = 0; next < reads[user] && result.chosen[user]; ++next) {
                std::size_t const at = meta::position_of_key<tensors>(read[user][next]);
                result.chosen[at] = result.chosen[at] || result.depends[at];
            }
        return result;
    }();
    template <std::size_t... At>
    static auto chosen_at(std::index_sequence<At...>) -> meta::concatenate<
        meta::conditional<found.chosen[At], meta::list<Equations>, meta::list<>>...>;
    using chosen = decltype(chosen_at(std::index_sequence_for<Equations...>{}));
};

template <class Chosen> struct adds_samples;
template <class... Chosen>
struct adds_samples<meta::list<Chosen...>>
    : std::bool_constant<meta::any_true({false, Chosen::right::facts.over_samples...})> {};

// --- their equations
template <class Tensor, class Equations> struct is_computed;
template <class Tensor, class... Equations>
struct is_computed<Tensor, meta::list<Equations...>>
    : meta::contains_by_key<Tensor, meta::list<typename Equations::tensor...>> {};

/// dT/dX of an equation's T; void where that has an equation.
template <class Equation, class Along, class Dependent, bool Known>
struct lacking : total_equation<Equation, Along, Dependent> {};
template <class Equation, class Along, class Dependent>
struct lacking<Equation, Along, Dependent, true> {
    using type = void;
};

/// Done and the total derivatives of Chosen that it lacks. Dependent are the tensors before those
/// that have one which is not zero, as second derivatives of a rectifier are.
template <class Done, class Along, class Dependent, class Chosen> struct total_equations {
    using type = Done;
};
template <class Done, class Along, class Dependent, class Tensor, class Found, class Rest>
struct after_total : total_equations<meta::concatenate<Done, meta::list<Found>>, Along,
                                     meta::concatenate<Dependent, meta::list<Tensor>>, Rest> {};
template <class Done, class Along, class Dependent, class Tensor, class Rest>
struct after_total<Done, Along, Dependent, Tensor, void, Rest>
    : total_equations<Done, Along, meta::concatenate<Dependent, meta::list<Tensor>>, Rest> {};
template <class Done, class Along, class Dependent, class Tensor, class Left, class Rest>
struct after_total<Done, Along, Dependent, Tensor, equation<Left, zero>, Rest>
    : total_equations<Done, Along, Dependent, Rest> {};
template <class Done, class Along, class Dependent, class First, class... Rest>
struct total_equations<Done, Along, Dependent, meta::list<First, Rest...>>
    : after_total<
          Done, Along, Dependent, typename First::tensor,
          typename lacking<First, Along, Dependent,
                           is_computed<total<typename First::tensor, Along>, Done>::value>::type,
          meta::list<Rest...>> {};

/// Done and the equations of a tensor that it lacks: those of a total derivative.
template <class Done, class Tensor> struct with_tensor {
    using type = Done;
};
template <class Done, class Tensor, class Along> struct with_total {
    using type = Done;
};
template <class... Done, class Tensor, class Along>
struct with_total<meta::list<Done...>, Tensor, Along> {
    static constexpr auto of = Tensor::name;
    static constexpr auto by = Along::tensor::name;
    using chosen = typename way_to<meta::list<Done...>, Along, Tensor>::chosen;
    using found = typename total_equations<meta::list<Done...>, Along, meta::list<>, chosen>::type;
    using type =
        meta::conditional<adds_samples<chosen>::value,
                          refused<errors::total_derivative_through_other_samples<of, by>>,
                          meta::conditional<is_computed<total<Tensor, Along>, found>::value, found,
                                            refused<errors::does_not_depend_on<of, by>>>>;
};
template <class Done, class Tensor, class Along>
struct with_tensor<Done, total<Tensor, Along>>
    : with_total<typename with_tensor<Done, Tensor>::type, Tensor, Along> {};

template <class Done, class Tensors> struct with_tensors {
    using type = Done;
};
template <class Done, class First, class... Rest>
struct with_tensors<Done, meta::list<First, Rest...>>
    : with_tensors<typename with_tensor<Done, First>::type, meta::list<Rest...>> {};

template <class Done, class Equation> struct with_equation {
    using type = Done;
};
template <class... Done, class Equation> struct with_equation<meta::list<Done...>, Equation> {
    using type = meta::list<Done..., Equation>;
};
template <class Equation>
using tensors_read =
    typename tensors_of<typename elements_of<typename Equation::right>::type>::type;

template <class Done, class... Equations> struct with_derivatives {
    using type = Done;
};
template <class Done, class First, class... Rest>
struct with_derivatives<Done, First, Rest...>
    : with_derivatives<typename with_equation<
                           typename with_tensors<Done, tensors_read<First>>::type, First>::type,
                       Rest...> {};

template <class Elements> struct has_total;
template <class... Elements>
struct has_total<meta::list<Elements...>>
    : std::bool_constant<meta::any_true({false, is_total<typename Elements::tensor>...})> {};
template <bool Any, class... Equations> struct with_derivatives_if {
    using type = meta::list<Equations...>;
};
template <class... Equations>
struct with_derivatives_if<true, Equations...> : with_derivatives<meta::list<>, Equations...> {};

} // namespace detail

/// The equations, each after those of the total derivatives that it reads and no equation before it
/// does; or `detail::refused<Error>`.
template <class Equations> struct with_total_derivatives;
template <class... Equations>
struct with_total_derivatives<meta::list<Equations...>>
    : detail::with_derivatives_if<meta::any_true(
                                      {false, detail::has_total<typename expr::elements_of<
                                                  typename Equations::right>::type>::value...}),
                                  Equations...> {};

} // namespace leibniz::calculus
