#pragma once
#include <cstddef>
#include <initializer_list>
#include <leibniz/meta/inline.hpp>
#include <type_traits>
#include <utility>

/// Lists of types, and how to ask them. What is true of types is a class derived from a constant,
/// or a builtin of the compiler: a variable template such as std::is_same_v is a symbol, and GCC 12
/// writes out its name with all of its arguments, which for formulas costs more than the answer.
namespace leibniz::meta {
namespace detail {

/// A base, so that lists of one size share the constant.
template <std::size_t Size> struct sized {
    static constexpr std::size_t size = Size;
};

} // namespace detail

/// A pack of types that can be passed around. Empty, never instantiated with a container's cost.
template <class... Types> struct list : detail::sized<sizeof...(Types)> {};

template <class... A, class... B> constexpr list<A..., B...> operator+(list<A...>, list<B...>) {
    return {};
}

namespace detail {

template <class... Lists> struct joined;
template <> struct joined<> {
    using type = list<>;
};
template <class... A> struct joined<list<A...>> {
    using type = list<A...>;
};
template <class... A, class... B> struct joined<list<A...>, list<B...>> {
    using type = list<A..., B...>;
};
template <class... A, class... B, class... C> struct joined<list<A...>, list<B...>, list<C...>> {
    using type = list<A..., B..., C...>;
};
template <class... A, class... B, class... C, class... D, class... Rest>
struct joined<list<A...>, list<B...>, list<C...>, list<D...>, Rest...>
    : joined<list<A..., B..., C..., D...>, Rest...> {};
template <class... A, class... B, class... C, class... D, class... E, class... F, class... G,
          class... H, class... Rest>
struct joined<list<A...>, list<B...>, list<C...>, list<D...>, list<E...>, list<F...>, list<G...>,
              list<H...>, Rest...>
    : joined<list<A..., B..., C..., D..., E..., F..., G..., H...>, Rest...> {};

template <bool First> struct chosen {
    template <class A, class B> using type = A;
};
template <> struct chosen<false> {
    template <class A, class B> using type = B;
};

} // namespace detail

/// Joins any number of lists.
template <class... Lists> using concatenate = typename detail::joined<Lists...>::type;

/// std::conditional_t with a class for each condition only, not for each pair of types.
template <bool Condition, class Then, class Else>
using conditional = typename detail::chosen<Condition>::template type<Then, Else>;

/// The position of the first true flag; the number of flags where none is.
constexpr std::size_t first_true(std::initializer_list<bool> flags) {
    std::size_t at = 0;
    for (bool const flag : flags) {
        if (flag)
            break;
        ++at;
    }
    return at;
}

/// What is asked of each type of a list that grows with the depth of a network, and what is done
/// for each, stands in braces and not in a fold: a fold is nested as deeply as the list is long,
/// and Clang refuses one of more than 256 operands.
constexpr bool any_true(std::initializer_list<bool> flags) {
    return first_true(flags) < flags.size();
}
constexpr bool all_true(std::initializer_list<bool> flags) {
    for (bool const flag : flags)
        if (!flag)
            return false;
    return true;
}
template <class Number> constexpr Number total(std::initializer_list<Number> numbers) {
    Number sum{};
    for (Number const& number : numbers)
        sum = sum + number;
    return sum;
}
/// `in_order{(f<Types>(), done{})...}` calls f for one type after another. Nothing is stored, since
/// `done` is empty.
struct done {};
struct in_order {
    LEIBNIZ_INLINE constexpr in_order(std::initializer_list<done>) noexcept {}
};

namespace detail {

template <std::size_t Position, class Type> struct placed {
    using type = Type;
};
template <class Positions, class... Types> struct placed_all;
template <std::size_t... Positions, class... Types>
struct placed_all<std::index_sequence<Positions...>, Types...> : placed<Positions, Types>... {};

template <std::size_t Position, class Type>
placed<Position, Type> find_placed(placed<Position, Type> const*);

template <class List> struct index_map;
template <class... Types>
struct index_map<list<Types...>> : placed_all<std::index_sequence_for<Types...>, Types...> {};
/// Qualified: through its argument it would be looked for in the namespaces of all types.
template <class List, std::size_t Position>
using find_in =
    decltype(detail::find_placed<Position>(static_cast<index_map<List> const*>(nullptr)));

/// Far back in a list: one map for the list, then one overload resolution for each look-up.
template <class List, std::size_t Position> struct element_at : find_in<List, Position> {};
template <class A, class... Rest> struct element_at<list<A, Rest...>, 0> {
    using type = A;
};
template <class A, class B, class... Rest> struct element_at<list<A, B, Rest...>, 1> {
    using type = B;
};
template <class A, class B, class C, class... Rest> struct element_at<list<A, B, C, Rest...>, 2> {
    using type = C;
};

} // namespace detail

/// The type at a position.
template <class List, std::size_t Position>
using type_at = typename detail::element_at<List, Position>::type;

namespace detail {
template <class Type, class List> struct without_type;
template <class Type, class... Types> struct without_type<Type, list<Types...>> {
    using type = concatenate<conditional<__is_same(Types, Type), list<>, list<Types>>...>;
};
} // namespace detail
/// The list without a type.
template <class Type, class List> using without = typename detail::without_type<Type, List>::type;

template <class Type, class List> struct contains;
template <class Type, class... Types>
struct contains<Type, list<Types...>> : std::bool_constant<(__is_same(Type, Types) || ...)> {};
/// GCC is quicker with the fold as long as Clang takes it.
template <class Type, class... Types>
    requires(sizeof...(Types) > 256)
struct contains<Type, list<Types...>> : std::bool_constant<any_true({__is_same(Type, Types)...})> {
};

/// The position of the first occurrence; the size of the list where there is none.
template <class Type, class List> struct position;
template <class Type, class... Types>
struct position<Type, list<Types...>>
    : std::integral_constant<std::size_t, first_true({__is_same(Type, Types)...})> {};

template <class List> struct drop_first;
template <class First, class... Rest> struct drop_first<list<First, Rest...>> {
    using first = First;
    using rest = list<Rest...>;
};

namespace detail {

template <class Done, class... Types> struct unique_types {
    using type = Done;
};
template <class... Done, class First, class... Rest>
struct unique_types<list<Done...>, First, Rest...>
    : unique_types<
          conditional<(__is_same(First, Done) || ...), list<Done...>, list<Done..., First>>,
          Rest...> {};
template <class List> struct unique_list;
template <class... Types> struct unique_list<list<Types...>> : unique_types<list<>, Types...> {};

} // namespace detail

/// Each type once, in the order of first occurrence. At most 256 different ones: for more there is
/// unique_by_key.
template <class List> using unique = typename detail::unique_list<List>::type;

} // namespace leibniz::meta
