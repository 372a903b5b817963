#pragma once
#include <leibniz/expr/summation.hpp>
#include <leibniz/program/array.hpp>
#include <leibniz/program/mapped.hpp>

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
    template <class Tensor, class... Subscripts>
    using element_of = element<tensor<Tensor>, subscript<Subscripts>...>;
};

/// Nothing in a formula but its names changes, and lowering puts operands in an order of its own.
template <class Names> struct anonymising {
    template <class Operand> using of = typename mapped<Operand, anonymising>::type;
};
template <class Tensor, class... Subscripts, class Names>
struct mapped<element<Tensor, Subscripts...>, anonymising<Names>> {
    using type = typename Names::template element_of<Tensor, Subscripts...>;
};
template <class Affine, class Names> struct mapped<kronecker<Affine>, anonymising<Names>> {
    using type = kronecker<typename Names::template subscript<Affine>>;
};
template <class Affine, int Extent, class Names>
struct mapped<guard<Affine, Extent>, anonymising<Names>> {
    using type = guard<typename Names::template subscript<Affine>, Extent>;
};
template <class Expression, class Names>
using anonymise = typename mapped<Expression, anonymising<Names>>::type;

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
