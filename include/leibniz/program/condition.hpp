#pragma once
#include <leibniz/expr/canonical.hpp>
#include <leibniz/program/tile.hpp>

/// Conditions on subscripts, δ(a = 0) and [0 ≤ a < N]. A Σ runs only over the values of its
/// variable at which they can hold: the derivative of a convolution with a step of s sums over one
/// position in s, not over all with most terms zero.
namespace leibniz::program {
namespace detail {

template <int Range> LEIBNIZ_INLINE constexpr int extent_of_range(int samples) noexcept {
    return expr::is_static_range(Range) ? Range : samples;
}

/// A product of factors that stand in canonical order already.
template <class... Factors> struct product_for_tile {
    using type = expr::multiplication<Factors...>;
};
template <> struct product_for_tile<> {
    using type = expr::one;
};
template <class Only> struct product_for_tile<Only> {
    using type = Only;
};
template <class List> struct product_from;
template <class... Factors>
struct product_from<meta::list<Factors...>> : product_for_tile<Factors...> {};

/// 0 ≤ Affine < Extent; a Kronecker δ as one with the extent 1.
template <class Affine, int Extent> struct condition {};
template <class Factor> struct condition_of {
    using type = void;
};
template <class Affine> struct condition_of<expr::kronecker<Affine>> {
    using type = condition<Affine, 1>;
};
template <class Affine, int Extent> struct condition_of<expr::guard<Affine, Extent>> {
    using type = condition<Affine, Extent>;
};

/// Is a condition the same for all places of a tile?
template <class Condition, class Lanes, class Tile> inline constexpr bool is_uniform = false;
template <class Affine, int Extent, class Lanes, class Tile>
inline constexpr bool is_uniform<condition<Affine, Extent>, Lanes, Tile> =
    (Tile::rows == 1 || stride_along<Affine, typename Tile::row> == 0) &&
    (Tile::columns == 1 || stride_along<Affine, typename Tile::column> == 0) &&
    (Lanes::width == 1 || stride_along<Affine, typename Tile::lane> == 0);

/// The affine form in the first place of a tile.
template <class Affine, class Tile, class Environment>
LEIBNIZ_INLINE constexpr std::ptrdiff_t first_value(Environment const& variables) noexcept {
    return value_of<Affine>(variables) + stride_along<Affine, typename Tile::row> * Tile::first_row;
}
template <class Tile, class Affine, int Extent, class Environment>
LEIBNIZ_INLINE constexpr bool holds(condition<Affine, Extent>, int samples,
                                    Environment const& variables) noexcept {
    auto const value = first_value<Affine, Tile>(variables);
    return 0 <= value && value < extent_of_range<Extent>(samples);
}

/// Is a condition on Variable uniform, and are its other variables known before?
template <class Condition, class Variable, class Lanes, class Tile, class Environment>
inline constexpr bool bounds_loop = false;
template <class Affine, int Extent, class Variable, class Lanes, class Tile, class Environment>
inline constexpr bool bounds_loop<condition<Affine, Extent>, Variable, Lanes, Tile, Environment> =
    is_uniform<condition<Affine, Extent>, Lanes, Tile> && stride_along<Affine, Variable> != 0 &&
    []<class... Terms>(meta::list<Terms...>) {
        return ((__is_same(typename Terms::variable, Variable) ||
                 __is_base_of(variable_value<typename Terms::variable>, Environment)) &&
                ...);
    }(typename expr::parts<Affine>::terms{});

/// The values first ≤ v < last of a variable.
struct values_of_loop {
    int first, last;
};
constexpr std::ptrdiff_t floor_quotient(std::ptrdiff_t a, int by) noexcept {
    return a / by - (a % by < 0 ? 1 : 0);
}
/// Those of them at which 0 ≤ step·v + rest < extent.
LEIBNIZ_INLINE constexpr values_of_loop within(values_of_loop all, int step, std::ptrdiff_t rest,
                                               int extent) noexcept {
    int const size = step < 0 ? -step : step;
    int const below = static_cast<int>(floor_quotient(rest, size));
    int const above = static_cast<int>(floor_quotient(extent - 1 - rest, size));
    int const first = step < 0 ? -above : -below;
    int const last = (step < 0 ? below : above) + 1;
    return {first > all.first ? first : all.first, last < all.last ? last : all.last};
}

/// The body of a Σ over Variable as it is evaluated, and over which of its values.
template <class Body, class Variable, class Lanes, class Tile, class Environment>
struct conditioned {
    using body = Body;
    static constexpr bool always = true;
    static LEIBNIZ_INLINE constexpr values_of_loop values(int samples,
                                                          Environment const&) noexcept {
        return {0, extent_of_range<Variable::range>(samples)};
    }
};
template <class Factors, class Variable, class Lanes, class Tile, class Environment>
struct conditioned_product;
template <class... Factors, class Variable, class Lanes, class Tile, class Environment>
struct conditioned_product<meta::list<Factors...>, Variable, Lanes, Tile, Environment> {
    template <class Factor>
    static constexpr bool bounds =
        bounds_loop<typename condition_of<Factor>::type, Variable, Lanes, Tile, Environment>;

    using body = typename product_from<meta::concatenate<
        meta::conditional<bounds<Factors>, meta::list<>, meta::list<Factors>>...>>::type;
    static constexpr bool always = !(bounds<Factors> || ...);
    static LEIBNIZ_INLINE constexpr values_of_loop values(int samples,
                                                          Environment const& variables) noexcept {
        values_of_loop result{0, extent_of_range<Variable::range>(samples)};
        ((result = narrowed<Factors>(result, samples, variables)), ...);
        return result;
    }

private:
    template <class Factor>
    static LEIBNIZ_INLINE constexpr values_of_loop narrowed(values_of_loop all, int samples,
                                                            Environment const& variables) noexcept {
        if constexpr (bounds<Factor>)
            return narrowed(typename condition_of<Factor>::type{}, all, samples, variables);
        else
            return all;
    }
    template <class Affine, int Extent>
    static LEIBNIZ_INLINE constexpr values_of_loop narrowed(condition<Affine, Extent>,
                                                            values_of_loop all, int samples,
                                                            Environment const& variables) noexcept {
        return within(all, stride_along<Affine, Variable>,
                      first_value<Affine, Tile>(variables.template with<Variable>(0)),
                      extent_of_range<Extent>(samples));
    }
};
template <class... Factors, class Variable, class Lanes, class Tile, class Environment>
    requires(expr::is_indicator<Factors> || ...)
struct conditioned<expr::multiplication<Factors...>, Variable, Lanes, Tile, Environment>
    : conditioned_product<meta::list<Factors...>, Variable, Lanes, Tile, Environment> {};
template <class Factor, class Variable, class Lanes, class Tile, class Environment>
    requires expr::is_indicator<Factor>
struct conditioned<Factor, Variable, Lanes, Tile, Environment>
    : conditioned_product<meta::list<Factor>, Variable, Lanes, Tile, Environment> {};

} // namespace detail
} // namespace leibniz::program
