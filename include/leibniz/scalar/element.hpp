#pragma once
#include <leibniz/scalar/given.hpp>

/// An element of a bound array: the positions its subscripts stand for, and the number there.
namespace leibniz::scalar::detail {

template <class Subscript> struct place {
    static constexpr int in(auto const& given) noexcept { return look_up<Subscript>(given); }
};
template <int Value> struct place<expr::fixed<Value>> {
    static constexpr int in(auto const&) noexcept { return Value; }
};
template <int Number, int Range> struct place<expr::bound<Number, Range>> {
    static constexpr int in(auto const& given) noexcept { return given.position[Number]; }
};
template <int Constant, class... Terms> struct place<expr::affine<Constant, Terms...>> {
    static constexpr int in(auto const& given) noexcept {
        return (Constant + ... + (Terms::coefficient * place<typename Terms::variable>::in(given)));
    }
};

template <class Number, class Value> constexpr Number number_in(Value const& value) noexcept {
    return static_cast<Number>(value);
}
template <class Number, class Array, class... Rest>
constexpr Number number_in(Array const& array, std::size_t first, Rest... rest) noexcept {
    return number_in<Number>(array[first], rest...);
}

/// The place in a row-major array; the extent of the first domain does not matter.
template <class First, class... Domains, std::size_t Rank>
constexpr std::size_t row_major(auto const& given, meta::list<First, Domains...>,
                                std::array<std::size_t, Rank> const& at) noexcept {
    std::array<int, Rank> const extents{1, given.template extent<Domains::range>()...};
    std::size_t flat = at[0];
    for (std::size_t i = 1; i < Rank; ++i)
        flat = flat * static_cast<std::size_t>(extents[i]) + at[i];
    return flat;
}

template <class Tensor, class... Subscripts>
constexpr auto read_element(auto const& given) noexcept {
    using number = typename std::remove_cvref_t<decltype(given)>::number;
    constexpr std::size_t rank = sizeof...(Subscripts);
    auto const& array = look_up<Tensor>(given);
    if constexpr (is_flat<std::remove_cvref_t<decltype(array)>, rank>) {
        std::array<std::size_t, rank> const at{
            static_cast<std::size_t>(place<Subscripts>::in(given))...};
        return static_cast<number>(array[row_major(given, typename Tensor::domains{}, at)]);
    } else {
        return number_in<number>(array, static_cast<std::size_t>(place<Subscripts>::in(given))...);
    }
}

} // namespace leibniz::scalar::detail
