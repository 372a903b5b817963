#pragma once
#include <leibniz/program/mapped.hpp>

/// One expression in the place of another: what expr::replace brings to its canonical form stays as
/// it is here, where the same value is to be found again in all of its places.
namespace leibniz::program {
namespace detail {

template <class Formula, class What, class By> struct with_put;
template <class What, class By> struct putting {
    template <class Operand> using of = typename with_put<Operand, What, By>::type;
};
template <class Formula, class What, class By>
struct with_put : mapped<Formula, putting<What, By>> {};
template <class What, class By> struct with_put<What, What, By> {
    using type = By;
};
template <class Body, int... Ranges, class What, class By>
    requires(!__is_same(summation<Body, Ranges...>, What))
struct with_put<summation<Body, Ranges...>, What, By> {
    using type = summation<Body, Ranges...>;
};
template <class Lane, class Body, int... Ranges, class What, class By>
    requires(!__is_same(lane_sum<Lane, Body, Ranges...>, What))
struct with_put<lane_sum<Lane, Body, Ranges...>, What, By> {
    using type = lane_sum<Lane, Body, Ranges...>;
};

} // namespace detail

/// The formula with By wherever What stands outside every Σ.
template <class Formula, class What, class By>
using put = typename detail::with_put<Formula, What, By>::type;

} // namespace leibniz::program
