#pragma once
#include <leibniz/calculus/diff.hpp>
#include <leibniz/expr/total.hpp>

namespace leibniz {
namespace errors {

/// A total derivative is that of an element of a tensor by an element of another one.
template <class Given> struct total_derivative_is_of_elements;

/// By an element whose subscripts are the sample of what is derived, index variables, and numbers.
template <class Tensor, class Subscript> struct total_derivative_by_shifted_subscript;

/// What is derived belongs to another sample, or to none.
template <fixed_string Of, fixed_string By> struct total_derivative_by_another_sample;

} // namespace errors
namespace calculus {
namespace detail {
using namespace expr;

// --- places and free subscripts of what is derived by
template <class Subscript, class Domain> struct place_of {
    using type = void;
    using free = meta::list<>;
};
template <int Value, class Domain> struct place_of<fixed<Value>, Domain> {
    using type = fixed_position<Value>;
    using free = meta::list<>;
};
template <fixed_string Name, class Own, class Domain>
struct place_of<index_variable<Name, Own>, Domain> {
    static constexpr bool each = is_static_range(Domain::range);
    using type = meta::conditional<each, any_position, same_sample>;
    using free = meta::conditional<each, meta::list<index_variable<Name, Own>>, meta::list<>>;
};

/// The samples' subscripts of an element.
template <class Domains, class... Subscripts> struct sample_of;
template <class... Domains, class... Subscripts>
struct sample_of<meta::list<Domains...>, Subscripts...> {
    using type = meta::concatenate<meta::conditional<is_static_range(Domains::range), meta::list<>,
                                                     meta::list<Subscripts>>...>;
};

template <class Of, class By> struct total_element;
template <class T, class... I, class X, class... P>
struct total_element<element<T, I...>, element<X, P...>> {
    template <class Domains> struct places;
    template <class... Domains> struct places<meta::list<Domains...>> {
        using along = expr::along<X, typename place_of<P, Domains>::type...>;
        using free = meta::concatenate<typename place_of<P, Domains>::free...>;
    };
    using found = places<typename X::domains>;
    template <class Free> struct with;
    template <class... Free> struct with<meta::list<Free...>> {
        using type = element<total<T, typename found::along>, I..., Free...>;
    };
    using type = typename with<typename found::free>::type;
};
/// Of itself, what a partial derivative is.
template <class X, class... I, class... P>
struct total_element<element<X, I...>, element<X, P...>>
    : derivative_of<element<X, I...>, element<X, P...>> {};

/// The first subscript that is no place; void where there is none.
template <class Domains, class... Subscripts> struct shifted;
template <class... Domains, class... Subscripts>
struct shifted<meta::list<Domains...>, Subscripts...> {
    using type =
        meta::type_at<meta::list<Subscripts..., void>,
                      meta::first_true(
                          {__is_same(typename place_of<Subscripts, Domains>::type, void)...})>;
};

} // namespace detail
} // namespace calculus

/// The total derivative of a computed tensor: `total_derivative(u(n), x(n, p))` is du[n]/dx[n,p]
/// along all equations of the graph that it is used in, which gets equations for it, forward from x
/// to u (Griewank and Walther, Evaluating Derivatives, 2008, section 3.1). Of one itself it is the
/// second derivative. `diff` is the partial derivative of a formula, which knows no equations.
inline constexpr struct total_derivative_ {
    template <class T, class... I, class X, class... P>
    constexpr auto operator()(expr::element<T, I...>, expr::element<X, P...>) const {
        using shifted = typename calculus::detail::shifted<typename X::domains, P...>::type;
        using sample = typename calculus::detail::sample_of<typename X::domains, P...>::type;
        if constexpr (!__is_same(shifted, void))
            return refuse<errors::total_derivative_by_shifted_subscript<X, shifted>>();
        else if constexpr (sample::size > 0 &&
                           !__is_same(sample,
                                      typename calculus::detail::sample_of<typename T::domains,
                                                                           I...>::type))
            return refuse<errors::total_derivative_by_another_sample<T::name, X::name>>();
        else
            return typename calculus::detail::total_element<expr::element<T, I...>,
                                                            expr::element<X, P...>>::type{};
    }
    template <class Of, class... I, class X, class... P>
        requires(!expr::is_element<Of>)
    errors::total_derivative_is_of_elements<Of> operator()(Of, expr::element<X, P...>) const;
    template <class Of, class By>
        requires(!expr::is_element<By>)
    errors::total_derivative_is_of_elements<By> operator()(Of, By) const;

private:
    template <class Error> static Error refuse();
} total_derivative;

} // namespace leibniz
