#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/program/anonymous.hpp>
#include <leibniz/program/array.hpp>

/// Which array of a tensor serves an element, and which variable of a Σ runs along the lanes.
namespace leibniz::program::detail {

template <int Position> using position_of = std::integral_constant<int, Position>;

/// Rows of so few numbers leave half of the lanes unused or more.
constexpr int few_lanes(int width) { return width / 2; }

constexpr int first_position(std::initializer_list<bool> flags) {
    std::size_t const at = meta::first_true(flags);
    return at == flags.size() ? -1 : static_cast<int>(at);
}

/// In which subscript of the element does the variable stand alone, or with a number added?
template <class Element, class Variable> struct lane_subscript;
template <class Tensor, class... Subscripts, class Variable>
struct lane_subscript<element<Tensor, Subscripts...>, Variable>
    : position_of<first_position({coefficient<Subscripts, Variable> == 1 ...})> {
    using anywhere = std::bool_constant<((coefficient<Subscripts, Variable> != 0) || ...)>;
};
template <class Tensor, class... Subscripts>
struct lane_subscript<element<Tensor, Subscripts...>, void> : position_of<-1> {
    using anywhere = std::bool_constant<(sizeof...(Subscripts) > 0)>;
};

/// The one whose contiguous domain the lanes run along, where there may be such a copy.
template <class Element, class Lane, int Wanted = lane_subscript<Element, Lane>::value>
struct array_for {
    using tensor = typename Element::tensor;
    using type = meta::conditional<
        tensor::in_place, in_place<tensor>,
        stored<tensor, (Wanted >= 0 && tensor::has_copies ? Wanted : tensor::inner)>>;
};

/// Of a Σ that has to run along the lanes: the variable that is contiguous in its first element
/// that has one of them there; the last one where none has.
template <class Variables, class Found, class Elements> struct lane_of_elements {
    using type = Found;
};
template <class Variables, class Found, class First, class... Rest>
struct lane_of_elements<Variables, Found, meta::list<First, Rest...>>
    : lane_of_elements<Variables, Found, meta::list<Rest...>> {};
template <class Variables, class Found, class Tensor, class... Subscripts, class... Rest>
    requires(sizeof...(Subscripts) > 0)
struct lane_of_elements<Variables, Found, meta::list<element<Tensor, Subscripts...>, Rest...>> {
    using candidate =
        meta::type_at<meta::list<Subscripts...>, static_cast<std::size_t>(Tensor::inner)>;
    using type =
        typename meta::conditional<meta::contains<candidate, Variables>::value,
                                   std::type_identity<candidate>,
                                   lane_of_elements<Variables, Found, meta::list<Rest...>>>::type;
};
template <class Sum> struct lane_of_sum;
template <class Body, int... Ranges> struct lane_of_sum<summation<Body, Ranges...>> {
    using variables =
        typename expr::detail::scope_of<summation<Body, Ranges...>, 0>::bound_variables;
    using type =
        typename lane_of_elements<variables, meta::type_at<variables, sizeof...(Ranges) - 1>,
                                  typename elements_of<Body>::type>::type;
};

/// Would an element have to be gathered along Lane, or copied for a few lanes, while a variable of
/// the Σ is contiguous in it? Of the elements of which that holds, the first one's variable.
template <class Variables, class Lane, bool MayCopy, class Elements> struct crossing_among {
    using type = void;
};
template <class Variables, class Lane, bool MayCopy, class First, class... Rest>
struct crossing_among<Variables, Lane, MayCopy, meta::list<First, Rest...>>
    : crossing_among<Variables, Lane, MayCopy, meta::list<Rest...>> {};
template <class Variables, class Lane, bool MayCopy, class Tensor, class... Subscripts,
          class... Rest>
    requires(lane_subscript<element<Tensor, Subscripts...>, Lane>::anywhere::value)
struct crossing_among<Variables, Lane, MayCopy,
                      meta::list<element<Tensor, Subscripts...>, Rest...>> {
    using read = element<Tensor, Subscripts...>;
    static constexpr int inner = MayCopy ? array_for<read, Lane>::type::inner : Tensor::inner;
    using candidate = meta::type_at<meta::list<Subscripts...>, static_cast<std::size_t>(inner)>;
    using type = typename meta::conditional<
        inner != lane_subscript<read, Lane>::value && meta::contains<candidate, Variables>::value,
        std::type_identity<candidate>,
        crossing_among<Variables, Lane, MayCopy, meta::list<Rest...>>>::type;
};
/// Where these are the lanes of the left side, the user's tensors are copied unless vectors along a
/// Σ stay within their rows.
template <class Lane> constexpr bool may_be_crossed(int width) {
    return !is_static_range(Lane::range) || Lane::range <= few_lanes(width);
}
template <> constexpr bool may_be_crossed<void>(int) { return true; }

template <class Elements> inline constexpr bool any_in_place = false;
template <class... Elements>
inline constexpr bool any_in_place<meta::list<Elements...>> = (Elements::tensor::in_place || ...);

/// May a Σ have copies in another layout, so that Lane runs along the lanes in it, too? Not for a
/// few lanes of a long Σ, and not for a single sample, which reads a copied number only once.
template <class Lane>
constexpr bool may_have_copies(std::initializer_list<int> ranges, machine on) {
    bool const few = is_static_range(Lane::range) && Lane::range <= few_lanes(on.width);
    bool long_sum = true;
    for (int const range : ranges)
        long_sum = long_sum && is_static_range(range) && range >= on.width;
    return on.block != 1 && !(few && long_sum);
}

/// The variable of a Σ that runs along the lanes there although Lane does outside; void for none,
/// and where vectors along it could reach beyond an array of the user's.
template <class Sum, class Lane, machine On> struct crossing_of_sum {
    using type = void;
};
template <class Body, int... Ranges, class Lane, machine On>
    requires(may_be_crossed<Lane>(On.width) || !any_in_place<typename elements_of<Body>::type>)
struct crossing_of_sum<summation<Body, Ranges...>, Lane, On>
    : crossing_among<
          typename expr::detail::scope_of<summation<Body, Ranges...>, 0>::bound_variables, Lane,
          may_have_copies<Lane>({Ranges...}, On), typename elements_of<Body>::type> {};

} // namespace leibniz::program::detail
