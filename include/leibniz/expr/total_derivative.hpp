#pragma once
#include <leibniz/expr/canonical.hpp>
#include <leibniz/expr/symbols.hpp>

namespace leibniz {
namespace errors {

/// A total derivative is that of an element of a tensor by an element of another one.
template <class Given> struct total_derivative_is_of_elements;

/// By an element whose subscripts are the sample of what is derived, index variables, and numbers.
template <class Tensor, class Subscript> struct total_derivative_by_shifted_subscript;

/// What is derived belongs to another sample, or to none.
template <fixed_string Of, fixed_string By> struct total_derivative_by_another_sample;

} // namespace errors
namespace expr {

/// What a derivative is taken by: the elements of Tensor whose subscripts are, domain by domain,
/// the same sample, a fixed number, or any position.
struct same_sample {
    static constexpr fixed_string digits{""};
    static constexpr meta::key key = 1;
};
struct any_position {
    static constexpr fixed_string digits{""};
    static constexpr meta::key key = 2;
};
template <int Value> struct fixed_position {
    static constexpr auto digits = decimal<static_cast<unsigned>(Value)>();
    static constexpr meta::key key = meta::mix(3, static_cast<meta::key>(Value));
};
/// The numbers of fixed places, with a mark between them.
template <bool Before, class... Places> struct digits_of_places {
    static constexpr fixed_string value{""};
};
template <bool Before, class First, class... Rest> struct digits_of_places<Before, First, Rest...> {
    static constexpr bool here = First::digits.view().size() > 0;
    static constexpr auto spell() {
        constexpr auto rest = First::digits + digits_of_places < Before || here, Rest... > ::value;
        if constexpr (Before && here)
            return fixed_string("_") + rest;
        else
            return rest;
    }
    static constexpr auto value = spell();
};
template <class Tensor, class... Places> struct along {
    using tensor = Tensor;
    /// With the numbers of fixed places: "x", "x0", "x1_2".
    static constexpr auto name = Tensor::name + digits_of_places<false, Places...>::value;
    static constexpr meta::key key = [] {
        meta::key result = Tensor::key;
        ((result = meta::mix(result, Places::key)), ...);
        return result;
    }();
};

namespace detail {

template <class Along, class Domains> struct free_domains;
template <class Tensor, class... Places, class... Domains>
struct free_domains<along<Tensor, Places...>, meta::list<Domains...>> {
    using type = meta::concatenate<
        meta::conditional<__is_same(Places, any_position), meta::list<Domains>, meta::list<>>...>;
};

} // namespace detail

/// How dT/dX is called: "du/dx0", "d2u/dx0dx0".
template <class Tensor> struct total_name {
    static constexpr auto root = Tensor::name;
    static constexpr auto denominators = fixed_string("");
    static constexpr unsigned order = 0;
};
template <class Tensor, class Along> struct total;
template <class Tensor, class Along> struct total_name<total<Tensor, Along>> {
    using inner = total_name<Tensor>;
    static constexpr auto root = inner::root;
    static constexpr auto denominators = inner::denominators + fixed_string("d") + Along::name;
    static constexpr unsigned order = inner::order + 1;
    static constexpr auto spell() {
        constexpr auto rest = root + fixed_string("/") + denominators;
        if constexpr (order == 1)
            return fixed_string("d") + rest;
        else
            return fixed_string("d") + decimal<order>() + rest;
    }
};

/// dT/dX along the equations that compute T from X: a tensor over the domains of T and those of X
/// in which it is derived by every position.
template <class Tensor, class Along> struct total {
    static constexpr auto name = total_name<total>::spell();
    static constexpr auto scope = Tensor::scope;
    using own_domains = typename detail::free_domains<Along, typename Along::tensor::domains>::type;
    using domains = meta::concatenate<typename Tensor::domains, own_domains>;
    static constexpr std::size_t rank = domains::size;
    static constexpr meta::key key = meta::ranked(
        meta::kind::element, meta::mix(meta::mix(Tensor::key, Along::key), rank), name.view());
};

template <class Tensor> inline constexpr bool is_total = false;
template <class Tensor, class Along> inline constexpr bool is_total<total<Tensor, Along>> = true;

namespace detail {

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
        using types = meta::list<typename place_of<P, Domains>::type...>;
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
/// ∂X[i…]/∂X[p…] = δ(i = p)·…
template <class X, class... I, class... P>
struct total_element<element<X, I...>, element<X, P...>> {
    using type = make_product<constant<rational{1}>, make_kronecker<affine_sum<I, P, -1>>...>;
};

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
} // namespace expr

/// The total derivative of a computed tensor: `total_derivative(u(n), x(n, p))` is du[n]/dx[n,p]
/// along all equations of the graph that it is used in, which gets equations for it, forward from x
/// to u (Griewank and Walther, Evaluating Derivatives, 2008, section 3.1). Of one itself it is the
/// second derivative. `diff` is the partial derivative of a formula, which knows no equations.
inline constexpr struct total_derivative_ {
    template <class T, class... I, class X, class... P>
    constexpr auto operator()(expr::element<T, I...>, expr::element<X, P...>) const {
        using shifted = typename expr::detail::shifted<typename X::domains, P...>::type;
        using sample = typename expr::detail::sample_of<typename X::domains, P...>::type;
        if constexpr (!__is_same(shifted, void))
            return refuse<errors::total_derivative_by_shifted_subscript<X, shifted>>();
        else if constexpr (sample::size > 0 &&
                           !__is_same(
                               sample,
                               typename expr::detail::sample_of<typename T::domains, I...>::type))
            return refuse<errors::total_derivative_by_another_sample<T::name, X::name>>();
        else
            return typename expr::detail::total_element<expr::element<T, I...>,
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
