#pragma once
#include <cstddef>
#include <type_traits>
#include <utility>

namespace leibniz::meta {

/// A pack of types that can be passed around. Empty, never instantiated with a container's cost.
template <class... Types> struct list {
    static constexpr std::size_t size = sizeof...(Types);
};

template <class... A, class... B> constexpr list<A..., B...> operator+(list<A...>, list<B...>) {
    return {};
}

/// Joins any number of lists.
template <class... Lists> using concatenate = decltype((list<>{} + ... + Lists{}));

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

} // namespace detail

/// The type at a position: one map per list, then one overload resolution per look-up.
template <class List, std::size_t Position>
using type_at = typename decltype(detail::find_placed<Position>(
    static_cast<detail::index_map<List> const*>(nullptr)))::type;

template <class Type, class List> inline constexpr bool contains = false;
template <class Type, class... Types>
inline constexpr bool contains<Type, list<Types...>> = (std::is_same_v<Type, Types> || ...);

/// The position of the first occurrence; the size of the list where there is none.
template <class Type, class List> inline constexpr std::size_t position = 0;
template <class Type, class... Types>
inline constexpr std::size_t position<Type, list<Types...>> = [] {
    std::size_t at = 0;
    (void)((std::is_same_v<Type, Types> || (++at, false)) || ...);
    return at;
}();

/// The position of the first false flag; the number of flags where all are true.
template <bool... Flags>
inline constexpr std::size_t first_false = [] {
    std::size_t at = 0;
    (void)((Flags && (++at, true)) && ...);
    return at;
}();

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
          std::conditional_t<contains<First, list<Done...>>, list<Done...>, list<Done..., First>>,
          Rest...> {};
template <class List> struct unique_list;
template <class... Types> struct unique_list<list<Types...>> : unique_types<list<>, Types...> {};

} // namespace detail

/// Each type once, in the order of first occurrence.
template <class List> using unique = typename detail::unique_list<List>::type;

} // namespace leibniz::meta
