#pragma once
#include <initializer_list>
#include <leibniz/meta/key.hpp>
#include <leibniz/meta/list.hpp>

namespace leibniz::meta {

/// A hash table for use while compiling: what belongs to each of many types is found by their keys,
/// where a template for each pair of types would grow with the square of their number.
template <class Value, std::size_t Capacity> class key_map {
public:
    /// The value of a key, made where there was none.
    constexpr Value& operator[](key wanted) {
        std::size_t const at = place(wanted);
        used_[at] = true;
        keys_[at] = wanted;
        return values_[at];
    }
    constexpr Value const& operator[](key wanted) const { return values_[place(wanted)]; }

private:
    static constexpr std::size_t slots = 2 * Capacity + 1;

    constexpr std::size_t place(key wanted) const {
        std::size_t at = wanted % slots;
        while (used_[at] && keys_[at] != wanted)
            at = (at + 1) % slots;
        return at;
    }

    bool used_[slots]{};
    key keys_[slots]{};
    Value values_[slots]{};
};

namespace detail {

/// Where the first of each key stands, counted from 1.
template <std::size_t Count> struct places_of_keys {
    key_map<std::size_t, Count + 1> place;

    constexpr places_of_keys(std::initializer_list<key> keys) {
        std::size_t at = 0;
        for (key const each : keys) {
            std::size_t& first = place[each];
            ++at;
            first = first == 0 ? at : first;
        }
    }
    constexpr std::size_t position(key wanted) const {
        std::size_t const found = place[wanted];
        return found == 0 ? Count : found - 1;
    }
};
template <class List> struct keyed;
template <class... Types> struct keyed<list<Types...>> {
    static constexpr places_of_keys<sizeof...(Types)> all{Types::key...};
};

template <class List, class Positions = std::make_index_sequence<List::size>>
struct unique_by_key_of;
template <class... Types, std::size_t... At>
struct unique_by_key_of<list<Types...>, std::index_sequence<At...>> {
    using type = concatenate<
        conditional<keyed<list<Types...>>::all.position(Types::key) == At, list<Types>, list<>>...>;
};

} // namespace detail

/// As position and contains, for many types that have keys, or void: one table for a list, where
/// those compare with each of its types.
template <class Type, class List>
struct position_by_key
    : std::integral_constant<std::size_t, detail::keyed<List>::all.position(Type::key)> {};
template <class Type, class List>
struct contains_by_key
    : std::bool_constant<detail::keyed<List>::all.position(Type::key) != List::size> {};
template <class List> struct contains_by_key<void, List> : std::false_type {};

/// The position of the first type with that key; the size of the list where there is none.
template <class List> constexpr std::size_t position_of_key(key wanted) {
    return detail::keyed<List>::all.position(wanted);
}

/// As unique, for many types that have keys.
template <class List> using unique_by_key = typename detail::unique_by_key_of<List>::type;

} // namespace leibniz::meta
