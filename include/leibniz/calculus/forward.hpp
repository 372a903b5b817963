#pragma once
#include <leibniz/calculus/restated.hpp>
#include <leibniz/calculus/total_derivative.hpp>
#include <leibniz/expr/equation.hpp>
#include <leibniz/expr/own_indices.hpp>
#include <leibniz/meta/key_map.hpp>

/// Forward mode: the total derivative of U by X[p] is
///     dU[u]/dX[p] = ∂U[u]/∂X[p] + Σ_T Σ_t ∂U[u]/∂T[t] · dT[t]/dX[p]
/// over the computed tensors T that the equation of U reads: its right side by the rules of partial
/// derivatives, where an element of T has the derivative dT/dX (Griewank and Walther, Evaluating
/// Derivatives, 2008, section 3.1).
namespace leibniz::calculus {
namespace detail {

/// In the place of an element by which is derived: along X at the positions P, where the tensors of
/// Dependent depend on X.
template <class Along, class Dependent, class... P> struct direction;
template <class Along, class... Dependent, class... P>
struct direction<Along, meta::list<Dependent...>, P...> {
    static constexpr std::uint64_t tensors = [] {
        std::uint64_t result = 0;
        for (meta::key const key : {Along::tensor::key, Dependent::key...})
            result |= std::uint64_t{1} << (key % 64);
        return result;
    }();
};

/// ∂X[i…]/∂X[…]: a δ for each number among the places, and for each that is free, in turn for P.
template <class Product, class Places, class Subscripts, class... P> struct own_derivative {
    using type = Product;
};
template <class Product, class... Places, class I, class... Is, class... P>
struct own_derivative<Product, meta::list<same_sample, Places...>, meta::list<I, Is...>, P...>
    : own_derivative<Product, meta::list<Places...>, meta::list<Is...>, P...> {};
template <class Product, int Value, class... Places, class I, class... Is, class... P>
struct own_derivative<Product, meta::list<fixed_position<Value>, Places...>, meta::list<I, Is...>,
                      P...>
    : own_derivative<make_product<Product, make_kronecker<affine_sum<I, fixed<Value>, -1>>>,
                     meta::list<Places...>, meta::list<Is...>, P...> {};
template <class Product, class... Places, class I, class... Is, class First, class... P>
struct own_derivative<Product, meta::list<any_position, Places...>, meta::list<I, Is...>, First,
                      P...>
    : own_derivative<make_product<Product, make_kronecker<affine_sum<I, First, -1>>>,
                     meta::list<Places...>, meta::list<Is...>, P...> {};

template <class X, class... I, class... Places, class Dependent, class... P>
struct partial<element<X, I...>, direction<along<X, Places...>, Dependent, P...>, true>
    : own_derivative<one, meta::list<Places...>, meta::list<I...>, P...> {};
template <class T, class... I, class Along, class Dependent, class... P>
struct partial<element<T, I...>, direction<Along, Dependent, P...>, true> {
    using type = meta::conditional<meta::contains_by_key<T, Dependent>::value,
                                   element<total<T, Along>, I..., P...>, zero>;
};

} // namespace detail

template <class Expression, class Along, class Dependent, class... P>
struct derivative_of<Expression, detail::direction<Along, Dependent, P...>>
    : detail::partial<Expression, detail::direction<Along, Dependent, P...>,
                      (Expression::facts.tensors &
                       detail::direction<Along, Dependent, P...>::tensors) != 0> {};

namespace detail {

template <class Index> constexpr char letter_of() {
    return Index::name.view().size() == 1 ? Index::name.text[0] : '\0';
}
/// Letters for the free places of X, other than those of T's own indices.
constexpr auto letters_besides(std::initializer_list<char> taken) {
    fixed_string<9> result;
    std::size_t at = 0;
    for (char letter = 'p'; at < 8; letter = letter == 'z' ? 'a' : static_cast<char>(letter + 1)) {
        bool is_free = true;
        for (char const other : taken)
            is_free = is_free && other != letter;
        if (is_free)
            result.text[at++] = letter;
    }
    return result;
}
template <class Indices, class Domains> struct indices_of_places;
template <class... Indices, class Domains>
struct indices_of_places<meta::list<Indices...>, Domains>
    : own_indices<letters_besides({letter_of<Indices>()...}), Domains> {};

/// The equation of dT/dX from that of T.
template <class Equation, class Along, class Dependent, class Free> struct total_equation_over;
template <class T, class... I, class Right, class Along, class Dependent, class... Free>
struct total_equation_over<equation<element<T, I...>, Right>, Along, Dependent,
                           meta::list<Free...>> {
    using type = equation<
        element<total<T, Along>, I..., Free...>,
        restated_derivative<Right, element<T, I...>, direction<Along, Dependent, Free...>>>;
};
template <class Equation, class Along, class Dependent>
struct total_equation
    : total_equation_over<Equation, Along, Dependent,
                          typename indices_of_places<typename Equation::indices,
                                                     typename total<typename Equation::tensor,
                                                                    Along>::own_domains>::type> {};

} // namespace detail
} // namespace leibniz::calculus
