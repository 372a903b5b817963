#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/expr/replace.hpp>

/// Formulas with other names for their tensors and free indices. Layers of one shape differ in
/// nothing else, so that what is derived for one of them under neutral names serves all.
namespace leibniz::calculus {
namespace detail {
using namespace expr;

/// A tensor that is known by its number.
template <int Number> struct numbered_tensor {
    static constexpr fixed_string name{"?"};
    static constexpr meta::key key =
        meta::ranked(meta::kind::element, meta::mix(16, static_cast<meta::key>(Number)));
};

/// The index in place of one over the same range whose domain may have another name.
template <class Index, int Number> struct numbered_index {
    using type = index_variable<decimal<Number>(), typename Index::domain_type>;
};
template <fixed_string Name, fixed_string DomainName, int Extent, int Number>
    requires(is_static_range(Extent))
struct numbered_index<index_variable<Name, expr::domain<DomainName, Extent>>, Number> {
    using type = index_variable<decimal<Number>(), expr::domain<"", Extent>>;
};

/// Names, each with the one that takes its place.
template <class Tensors, class NewTensors, class Indices, class NewIndices> struct renaming {
    using reversed = renaming<NewTensors, Tensors, NewIndices, Indices>;
    template <class Tensor>
    using tensor = meta::type_at<NewTensors, meta::position<Tensor, Tensors>::value>;
    template <class Subscript>
    using subscript = expr::detail::replace_in_subscript<Subscript, Indices, NewIndices>;
};

template <class Expression, class Names> struct renamed {
    using type = Expression;
};
template <class Expression, class Names> using rename = typename renamed<Expression, Names>::type;

template <class Tensor, class... Subscripts, class Names>
struct renamed<element<Tensor, Subscripts...>, Names> {
    using type = element<typename Names::template tensor<Tensor>,
                         typename Names::template subscript<Subscripts>...>;
};
template <class... Terms, class Names> struct renamed<addition<Terms...>, Names> {
    using type = make_sum<rename<Terms, Names>...>;
};
template <class... Factors, class Names> struct renamed<multiplication<Factors...>, Names> {
    using type = make_product<rename<Factors, Names>...>;
};
template <class Base, rational Exponent, class Names> struct renamed<power<Base, Exponent>, Names> {
    using type = make_power<rename<Base, Names>, Exponent>;
};
template <class Function, class... Arguments, class Names>
struct renamed<application<Function, Arguments...>, Names> {
    using type = make_application<Function, rename<Arguments, Names>...>;
};
template <relation Relation, class L, class R, class Then, class Else, class Names>
struct renamed<selection<Relation, L, R, Then, Else>, Names> {
    using type = make_selection<Relation, rename<L, Names>, rename<R, Names>, rename<Then, Names>,
                                rename<Else, Names>>;
};
template <class Affine, class Names> struct renamed<kronecker<Affine>, Names> {
    using type = make_kronecker<typename Names::template subscript<Affine>>;
};
template <class Affine, int Extent, class Names> struct renamed<guard<Affine, Extent>, Names> {
    using type = make_guard<typename Names::template subscript<Affine>, Extent>;
};
template <class Body, int... Ranges, class Names>
struct renamed<summation<Body, Ranges...>, Names> {
    using inner = open_sum<summation<Body, Ranges...>, 0>;
    using type = close_sum<typename inner::variables, rename<typename inner::body, Names>>;
};

template <class Tensors, class Indices, class TensorNumbers, class IndexNumbers>
struct numbering_of;
template <class... Tensors, class... Indices, int... T, int... I>
struct numbering_of<meta::list<Tensors...>, meta::list<Indices...>,
                    std::integer_sequence<int, T...>, std::integer_sequence<int, I...>> {
    using type =
        renaming<meta::list<Tensors...>, meta::list<numbered_tensor<T>...>, meta::list<Indices...>,
                 meta::list<typename numbered_index<Indices, I>::type...>>;
};

/// Neutral names for all tensors of some formulas, by order of appearance, and for some indices.
template <class Indices, class... Expressions> struct neutral_names {
    using tensors =
        typename tensors_of<meta::concatenate<typename elements_of<Expressions>::type...>>::type;
    using type = typename numbering_of<
        tensors, Indices, std::make_integer_sequence<int, static_cast<int>(tensors::size)>,
        std::make_integer_sequence<int, static_cast<int>(Indices::size)>>::type;
};

} // namespace detail
} // namespace leibniz::calculus
