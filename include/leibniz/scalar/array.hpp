#pragma once
#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>

/// Arrays as they come: anything that can be indexed until a number is left.
namespace leibniz::scalar::detail {

template <class Value> struct array_facts {
    static constexpr bool is_array = false;
};
template <class Value>
    requires requires(Value const& value) { value[0]; }
struct array_facts<Value> {
    using element = std::remove_cvref_t<decltype(std::declval<Value const&>()[0])>;
    static constexpr bool is_array = true;
};

/// How often a value can be indexed until a number is left; −1 where none is.
template <class Value> constexpr int depth_of() {
    if constexpr (std::is_arithmetic_v<Value>) {
        return 0;
    } else if constexpr (array_facts<Value>::is_array) {
        constexpr int below = depth_of<typename array_facts<Value>::element>();
        return below < 0 ? below : 1 + below;
    } else {
        return -1;
    }
}

/// The number of elements, where the type knows it; otherwise −1.
template <class Value> inline constexpr int static_size = -1;
template <class Element, std::size_t Size>
inline constexpr int static_size<Element[Size]> = static_cast<int>(Size);
template <class Element, std::size_t Size>
inline constexpr int static_size<std::array<Element, Size>> = static_cast<int>(Size);
template <class Element, std::size_t Size>
    requires(Size != std::dynamic_extent)
inline constexpr int static_size<std::span<Element, Size>> = static_cast<int>(Size);

/// Can the number of elements at a level of nested arrays be asked for? Not of a pointer.
template <std::size_t Level, class Value> constexpr bool is_sized() {
    if constexpr (Level > 0)
        return is_sized<Level - 1, typename array_facts<Value>::element>();
    else
        return requires(Value const& value) { std::size(value); };
}
/// The number of elements at a level of nested arrays.
template <std::size_t Level, class Value> constexpr int size_at(Value const& value) noexcept {
    if constexpr (Level == 0)
        return static_cast<int>(std::size(value));
    else
        return size_at<Level - 1>(value[0]);
}

} // namespace leibniz::scalar::detail
