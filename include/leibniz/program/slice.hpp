#pragma once
#include <leibniz/program/anonymous.hpp>

/// Slices of tensors, as x[n,3,i] of x[n,t,i]. To a kernel they are arrays that begin elsewhere, so
/// that equations which differ in such a number alone share it: those for each moment of a
/// recurrent network, say.
namespace leibniz::program {

/// How far from the start of each array of a step its slice begins; empty where all are whole.
template <int... Offsets> struct slice_offsets {};

namespace detail {

/// The number that a subscript is; 0 where it has a variable.
template <class Subscript> struct number_of_subscript : std::integral_constant<int, 0> {};
template <int Value>
struct number_of_subscript<fixed<Value>> : std::integral_constant<int, Value> {};

/// The numbers among the subscripts of an element.
template <int... Numbers> struct slice {};
template <class Element> struct slice_of;
template <class Tensor, class... Subscripts> struct slice_of<element<Tensor, Subscripts...>> {
    using type = slice<number_of_subscript<Subscripts>::value...>;
};
template <class Element> struct is_in_slice;
template <class Tensor, class... Subscripts>
struct is_in_slice<element<Tensor, Subscripts...>>
    : std::bool_constant<meta::any_true({false, number_of_subscript<Subscripts>::value != 0 ...})> {
};

/// The place of all readings of a tensor, if it is one: what an equation reads in several places
/// has one slot for them all.
template <class Places> struct only_slice {
    using type = slice<>;
};
template <class Only> struct only_slice<meta::list<Only>> {
    using type = Only;
};
template <class Tensor, class Elements> struct slice_read;
template <class Tensor, class... Elements>
struct slice_read<Tensor, meta::list<Elements...>>
    : only_slice<meta::unique<meta::concatenate<
          meta::conditional<__is_same(typename Elements::tensor, Tensor),
                            meta::list<typename slice_of<Elements>::type>, meta::list<>>...>>> {};

/// As without_names, and in a slice that is the only one read 0 takes the place of each number.
template <class Plan, class Tensors, class Indices, class Loops, class Elements>
struct without_numbers : without_names<Plan, Tensors, Indices, Loops> {
    using names = without_names<Plan, Tensors, Indices, Loops>;
    template <class Subscript, class Slice> struct subscript_in {
        using type = typename names::template subscript<Subscript>;
    };
    template <int Value, int... Numbers> struct subscript_in<fixed<Value>, slice<Numbers...>> {
        using type = fixed<sizeof...(Numbers) == 0 ? Value : 0>;
    };
    template <class Tensor, class... Subscripts>
    using element_of = element<
        typename names::template tensor<Tensor>,
        typename subscript_in<Subscripts, typename slice_read<Tensor, Elements>::type>::type...>;
};

/// What an equation is lowered under, and where its slices begin.
template <bool Any, class Plan, class Tensors, class Indices, class Loops, class Elements>
struct slicing {
    using names = without_names<Plan, Tensors, Indices, Loops>;
    template <class Arrays> using offsets = slice_offsets<>;
};

/// Of several arrays of a tensor each has its own.
template <std::size_t Size>
constexpr int offset_by(std::array<int, Size> const& strides, std::initializer_list<int> numbers) {
    int result = 0;
    std::size_t at = 0;
    for (int const number : numbers)
        result += number * strides[at++];
    return result;
}
template <class Layout, class Slice> struct offset_in;
template <class Layout, int... Numbers>
struct offset_in<Layout, slice<Numbers...>>
    : std::integral_constant<int, offset_by(Layout::value.stride, {Numbers...})> {};
template <class Array, class Tensors, class Elements, machine On>
struct offset_of_slice
    : offset_in<typename shape_of<Array, On>::type,
                typename slice_read<meta::type_at<Tensors, Array::tensor::at>, Elements>::type> {};

template <class Plan, class Tensors, class Indices, class Loops, class Elements>
struct slicing<true, Plan, Tensors, Indices, Loops, Elements> {
    using names = without_numbers<Plan, Tensors, Indices, Loops, Elements>;

    template <int... Offsets>
    static auto unless_whole(slice_offsets<Offsets...>)
        -> meta::conditional<meta::any_true({false, Offsets != 0 ...}), slice_offsets<Offsets...>,
                             slice_offsets<>>;
    template <class... Arrays>
    static auto of(meta::list<Arrays...>) -> decltype(unless_whole(
        slice_offsets<offset_of_slice<Arrays, Tensors, Elements, Plan::on>::value...>{}));
    template <class Arrays> using offsets = decltype(of(Arrays{}));
};
template <class Plan, class Tensors, class Indices, class Loops, class Elements> struct slicing_for;
template <class Plan, class Tensors, class Indices, class Loops, class... Elements>
struct slicing_for<Plan, Tensors, Indices, Loops, meta::list<Elements...>>
    : slicing<meta::any_true({false, is_in_slice<Elements>::value...}), Plan, Tensors, Indices,
              Loops, meta::list<Elements...>> {};

} // namespace detail
} // namespace leibniz::program
