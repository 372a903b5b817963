#pragma once

/// What the compiler prints when a formula is wrong. Each error is an undefined type that carries
/// the names and numbers in question; a function that fails is declared, never defined, with that
/// type spelled as its return type. GCC and Clang then print one error line that names it.
namespace leibniz::errors {

/// Has the compiler print an error where no function does: as the argument of another template, in
/// a class that goes on with a type of its own, so that no other error follows. (Clang takes all
/// that a class with a failed assertion says to be wrong, too.)
template <class Error> struct printed {
    static constexpr bool value = sizeof(Error) > 0;
};

/// T has `Wanted` domains but was given `Given` subscripts.
template <class Tensor, int Given, int Wanted> struct wrong_number_of_subscripts;

/// The index runs over `IndexExtent` values where the tensor has room for `TensorExtent`.
template <class Tensor, class Subscript, int IndexExtent, int TensorExtent>
struct subscript_does_not_fit;

/// The formula mentions an index that neither its left-hand side nor a Σ binds.
template <class Index> struct unbound_index;

/// A derivative is taken with respect to an element of a tensor or a symbol, nothing else.
template <class Expression> struct cannot_differentiate_with_respect_to;

/// No value was given for this symbol.
template <class Tensor> struct symbol_has_no_value;

/// No position was given for this index, which no Σ binds.
template <class Index> struct index_has_no_value;

/// A Σ runs over a domain whose extent neither `domain = count` nor a bound array tells.
template <class Domain> struct domain_has_no_extent;

/// The same symbol, tensor or index is bound twice.
template <class Bound> struct is_bound_twice;

/// A symbol is bound to a number; a tensor of N domains to N nested arrays, or to one array of
/// numbers in row-major order.
template <class Tensor, class Value> struct cannot_be_bound_to;

/// The array that was given for T has `Given` elements where T's shape has `Wanted`.
template <class Tensor, int Given, int Wanted> struct array_does_not_fit;

/// define(T(…), …): the left side is an element whose subscripts are index variables.
template <class Tensor, class... Subscripts> struct left_side_needs_plain_indices;

/// Where a formula with a function of the user's own is given numbers, there has to be a
/// `call(function, number)` beside the function.
template <class Function> struct function_without_call;

/// sum(i, …): what comes before the summand must be index variables.
template <class Given> struct not_an_index;

} // namespace leibniz::errors
