#pragma once
#include <leibniz/expr/node.hpp>

/// One expression in the place of another, node by node: what expr::replace brings to its canonical
/// form stays as it is here, where the same value is to be found again in all of its places.
namespace leibniz::program {
namespace detail {
using namespace expr;

template <class Formula, class What, class By> struct with_put {
    using type = Formula;
};

} // namespace detail

/// The formula with By wherever What stands outside every Σ.
template <class Formula, class What, class By>
using put = typename detail::with_put<Formula, What, By>::type;

namespace detail {

template <class What, class By> struct with_put<What, What, By> {
    using type = By;
};
template <class... Terms, class What, class By>
    requires(!__is_same(addition<Terms...>, What))
struct with_put<addition<Terms...>, What, By> {
    using type = addition<put<Terms, What, By>...>;
};
template <class... Factors, class What, class By>
    requires(!__is_same(multiplication<Factors...>, What))
struct with_put<multiplication<Factors...>, What, By> {
    using type = multiplication<put<Factors, What, By>...>;
};
template <class Base, rational Exponent, class What, class By>
    requires(!__is_same(power<Base, Exponent>, What))
struct with_put<power<Base, Exponent>, What, By> {
    using type = power<put<Base, What, By>, Exponent>;
};
template <class Function, class... Arguments, class What, class By>
    requires(!__is_same(application<Function, Arguments...>, What))
struct with_put<application<Function, Arguments...>, What, By> {
    using type = application<Function, put<Arguments, What, By>...>;
};
template <relation Relation, class... Operands, class What, class By>
    requires(!__is_same(selection<Relation, Operands...>, What))
struct with_put<selection<Relation, Operands...>, What, By> {
    using type = selection<Relation, put<Operands, What, By>...>;
};

} // namespace detail
} // namespace leibniz::program
