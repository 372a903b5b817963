#pragma once
#include <leibniz/expr/summation.hpp>
#include <leibniz/program/array.hpp>

/// Formulas without names: of a tensor only what a plan has decided about it, and loops in place of
/// indices. Equations of one shape are then the same type, which is lowered once.
namespace leibniz::program {

/// The variable of the k-th index of the left side (from 1), over Range.
template <int K, int Range> using loop = expr::opened<K, Range>;

/// The tensor in place At of an equation. InPlace: read where the user has it; HasCopies: may lie
/// in more than one layout; Inner: the domain that is contiguous, if nothing else is asked for.
template <int At, bool InPlace, bool HasCopies, int Inner, int... Extents> struct anonymous {
    using domains = meta::list<expr::domain<"", Extents>...>;
    static constexpr fixed_string name{""};
    static constexpr std::size_t rank = sizeof...(Extents);
    static constexpr int at = At;
    static constexpr bool in_place = InPlace;
    static constexpr bool has_copies = HasCopies;
    static constexpr int inner = Inner;
    static constexpr meta::key key =
        meta::ranked(meta::kind::element, meta::mix(17, static_cast<meta::key>(At)));
};

namespace detail {
using namespace expr;

/// A tensor as a plan sees it.
template <class Tensor, int At, class Plan, class Domains = typename Tensor::domains>
struct seen_by;
template <class Tensor, int At, class Plan, class... Domains>
struct seen_by<Tensor, At, Plan, meta::list<Domains...>> {
    using type = anonymous<At, Plan::template is_in_place<Tensor>::value,
                           Plan::template has_copies<Tensor>::value,
                           Plan::template inner<Tensor>::value, Domains::extent...>;
};

/// What takes the place of each name in an equation.
template <class Plan, class Tensors, class Indices, class Loops> struct without_names {
    template <class Tensor>
    using tensor =
        typename seen_by<Tensor, static_cast<int>(meta::position<Tensor, Tensors>::value),
                         Plan>::type;
    template <class Subscript>
    using subscript = expr::detail::replace_in_subscript<Subscript, Indices, Loops>;
};

/// Node by node, in the order in which they stand: no two variables become one, so nothing is left
/// to simplify, and lowering puts operands in an order of its own.
template <class Expression, class Names> struct anonymised {
    using type = Expression;
};
template <class Expression, class Names>
using anonymise = typename anonymised<Expression, Names>::type;

template <class Tensor, class... Subscripts, class Names>
struct anonymised<element<Tensor, Subscripts...>, Names> {
    using type = element<typename Names::template tensor<Tensor>,
                         typename Names::template subscript<Subscripts>...>;
};
template <class... Terms, class Names> struct anonymised<addition<Terms...>, Names> {
    using type = addition<anonymise<Terms, Names>...>;
};
template <class... Factors, class Names> struct anonymised<multiplication<Factors...>, Names> {
    using type = multiplication<anonymise<Factors, Names>...>;
};
template <class Base, rational Exponent, class Names>
struct anonymised<power<Base, Exponent>, Names> {
    using type = power<anonymise<Base, Names>, Exponent>;
};
template <class Function, class... Arguments, class Names>
struct anonymised<application<Function, Arguments...>, Names> {
    using type = application<Function, anonymise<Arguments, Names>...>;
};
template <relation Relation, class... Operands, class Names>
struct anonymised<selection<Relation, Operands...>, Names> {
    using type = selection<Relation, anonymise<Operands, Names>...>;
};
template <class Affine, class Names> struct anonymised<kronecker<Affine>, Names> {
    using type = kronecker<typename Names::template subscript<Affine>>;
};
template <class Affine, int Extent, class Names> struct anonymised<guard<Affine, Extent>, Names> {
    using type = guard<typename Names::template subscript<Affine>, Extent>;
};
template <class Body, int... Ranges, class Names>
struct anonymised<summation<Body, Ranges...>, Names> {
    using type = summation<anonymise<Body, Names>, Ranges...>;
};

/// An array of an anonymous tensor as the array of the tensor it stands for.
template <class Array, class Tensors> struct array_with_name;
template <class Seen, int Inner, class Tensors>
struct array_with_name<stored<Seen, Inner>, Tensors> {
    using type = stored<meta::type_at<Tensors, Seen::at>, Inner>;
};
template <class Seen, class Tensors> struct array_with_name<in_place<Seen>, Tensors> {
    using type = in_place<meta::type_at<Tensors, Seen::at>>;
};
template <class Arrays, class Tensors> struct arrays_with_names;
template <class... Arrays, class Tensors> struct arrays_with_names<meta::list<Arrays...>, Tensors> {
    using type = meta::list<typename array_with_name<Arrays, Tensors>::type...>;
};

} // namespace detail
} // namespace leibniz::program
