#pragma once
#include <leibniz/expr/errors.hpp>
#include <leibniz/expr/symbols.hpp>

namespace leibniz {
namespace expr {

/// Left[indices] := Right, for all values of the indices.
template <class Left, class Right> struct equation;
template <class Tensor, class... Indices, class Right>
struct equation<element<Tensor, Indices...>, Right> {
    using left = element<Tensor, Indices...>;
    using right = Right;
    using tensor = Tensor;
    using indices = meta::list<Indices...>;
};

namespace detail {

template <class Subscript> struct free_in_subscript {
    using type = meta::list<>;
};
template <fixed_string Name, class Domain> struct free_in_subscript<index_variable<Name, Domain>> {
    using type = meta::list<index_variable<Name, Domain>>;
};
template <int Constant, class... Terms> struct free_in_subscript<affine<Constant, Terms...>> {
    using type = meta::concatenate<typename free_in_subscript<typename Terms::variable>::type...>;
};

constexpr variable_set named_variables = ~variable_set{0} << 32;

template <class Expression, bool Any = (Expression::facts.variables & named_variables) != 0>
struct free_indices_of;
template <class Expression> struct free_indices_of<Expression, false> {
    using type = meta::list<>;
};
template <class... Children>
using joined_free_indices = meta::concatenate<typename free_indices_of<Children>::type...>;

template <class Tensor, class... Subscripts>
struct free_indices_of<element<Tensor, Subscripts...>, true> {
    using type = meta::concatenate<typename free_in_subscript<Subscripts>::type...>;
};
template <class... Terms> struct free_indices_of<addition<Terms...>, true> {
    using type = joined_free_indices<Terms...>;
};
template <class... Factors> struct free_indices_of<multiplication<Factors...>, true> {
    using type = joined_free_indices<Factors...>;
};
template <class Base, rational Exponent> struct free_indices_of<power<Base, Exponent>, true> {
    using type = joined_free_indices<Base>;
};
template <class Function, class... Arguments>
struct free_indices_of<application<Function, Arguments...>, true> {
    using type = joined_free_indices<Arguments...>;
};
template <class Body, int... Ranges> struct free_indices_of<summation<Body, Ranges...>, true> {
    using type = joined_free_indices<Body>;
};
template <relation Relation, class... Operands>
struct free_indices_of<selection<Relation, Operands...>, true> {
    using type = joined_free_indices<Operands...>;
};
template <class Affine> struct free_indices_of<kronecker<Affine>, true> {
    using type = typename free_in_subscript<Affine>::type;
};
template <class Affine, int Extent> struct free_indices_of<guard<Affine, Extent>, true> {
    using type = typename free_in_subscript<Affine>::type;
};

} // namespace detail

/// The named indices that occur in an expression, each once, in order of appearance.
template <class Expression>
using free_indices = meta::unique<typename detail::free_indices_of<Expression>::type>;

namespace detail {

/// The first index that is not among the bound ones; void if all are.
template <class Bound, class Indices> struct first_unbound;
template <class Bound, class... Indices> struct first_unbound<Bound, meta::list<Indices...>> {
    static constexpr std::size_t at = meta::first_true({!meta::contains<Indices, Bound>::value...});
    using type = meta::type_at<meta::list<Indices..., void>, at>;
};
template <class Index> errors::unbound_index<Index> refuse_unbound();

} // namespace detail
} // namespace expr

/// `define(z(n, j), sum(i, W(j, i) * x(n, i)) + b(j))`: the left side's subscripts are plain
/// indices, and every index of the right side that no Σ binds is one of them.
inline constexpr struct define_ {
    template <class Tensor, class... Indices, class Right>
        requires(expr::is_index<Indices> && ...)
    constexpr auto operator()(expr::element<Tensor, Indices...>, Right) const {
        using right = expr::operand_t<Right>;
        using unbound = typename expr::detail::first_unbound<meta::list<Indices...>,
                                                             expr::free_indices<right>>::type;
        if constexpr (__is_same(unbound, void))
            return expr::equation<expr::element<Tensor, Indices...>, right>{};
        else
            return expr::detail::refuse_unbound<unbound>();
    }
    template <class Tensor, class... Subscripts, class Right>
        requires(!(expr::is_index<Subscripts> && ...))
    errors::left_side_needs_plain_indices<Tensor, Subscripts...>
    operator()(expr::element<Tensor, Subscripts...>, Right) const;
} define;

/// `update(W(j, i), W(j, i) - rate * dW(j, i))`: like `define`, of a tensor that already has
/// values, which the right side may read at the same indices.
inline constexpr struct update_ {
    template <class Left, class Right> constexpr auto operator()(Left left, Right right) const {
        return define(left, right);
    }
} update;

/// Several equations, in the order in which they hold.
template <class... Left, class... Right> constexpr auto equations(expr::equation<Left, Right>...) {
    return meta::list<expr::equation<Left, Right>...>{};
}

} // namespace leibniz
