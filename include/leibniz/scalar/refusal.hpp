#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/expr/equation.hpp>
#include <leibniz/expr/errors.hpp>
#include <leibniz/scalar/given.hpp>

/// What stands against the evaluation of a formula: the first thing that is missing or wrong, as
/// the error type that says so; void where nothing is.
namespace leibniz::scalar::detail {

template <class... Findings> struct first_error {
    using type = void;
};
template <class First, class... Rest> struct first_error<First, Rest...> {
    using type = First;
};
template <class... Rest> struct first_error<void, Rest...> : first_error<Rest...> {};

// --- each binding by itself ----------------------------------------------------------------------
/// The first level of nested arrays whose size is not its domain's.
template <class Tensor, class Value, class... Domains> struct misfit {
    using type = void;
};
template <class Tensor, class Value, class Domain, class... Domains>
struct misfit<Tensor, Value, Domain, Domains...>
    : misfit<Tensor, typename array_facts<Value>::element, Domains...> {};
template <class Tensor, class Value, class Domain, class... Domains>
    requires(static_size<Value> >= 0 && Domain::extent != at_run_time &&
             static_size<Value> != Domain::extent)
struct misfit<Tensor, Value, Domain, Domains...> {
    using type = errors::array_does_not_fit<Tensor, static_size<Value>, Domain::extent>;
};

template <class Tensor, class Value> struct flat_misfit {
    static constexpr int given = static_size<Value>;
    static constexpr int wanted = extents_of<typename Tensor::domains>::volume(0);
    using type = std::conditional_t<given >= 0 && wanted != at_run_time && given != wanted,
                                    errors::array_does_not_fit<Tensor, given, wanted>, void>;
};

template <class Tensor, class Value, class Domains> struct shape_error;
template <class Tensor, class Value, class... Domains>
struct shape_error<Tensor, Value, meta::list<Domains...>> {
    using type = errors::cannot_be_bound_to<Tensor, Value>;
};
template <class Tensor, class Value, class... Domains>
    requires(depth_of<Value>() == sizeof...(Domains))
struct shape_error<Tensor, Value, meta::list<Domains...>> : misfit<Tensor, Value, Domains...> {};
template <class Tensor, class Value, class... Domains>
    requires is_flat<Value, sizeof...(Domains)>
struct shape_error<Tensor, Value, meta::list<Domains...>> : flat_misfit<Tensor, Value> {};

template <class Bound, class Value> struct binding_error {
    using type = void;
};
template <class Tensor, class Value>
    requires requires { typename Tensor::domains; }
struct binding_error<Tensor, Value> : shape_error<Tensor, Value, typename Tensor::domains> {};

template <class... Bound> struct twice_bound {
    using type = void;
};
template <class First, class... Rest>
struct twice_bound<First, Rest...>
    : std::conditional_t<(__is_same(First, Rest) || ...),
                         first_error<errors::is_bound_twice<First>>, twice_bound<Rest...>> {};

// --- the formula ---------------------------------------------------------------------------------
/// The domain of a range among those of the bound tensors; where there is none, a nameless one.
template <int Range, class Domains> struct domain_of_range {
    using type = expr::domain<"", at_run_time>;
};
template <int Range, class First, class... Rest>
struct domain_of_range<Range, meta::list<First, Rest...>>
    : std::conditional_t<First::range == Range, std::type_identity<First>,
                         domain_of_range<Range, meta::list<Rest...>>> {};

template <class Bound> struct domains_of {
    using type = meta::list<>;
};
template <class Bound>
    requires requires { typename Bound::domains; }
struct domains_of<Bound> {
    using type = typename Bound::domains;
};

template <class... Bindings> struct inventory;
template <class... Bound, class... Values> struct inventory<expr::binding<Bound, Values>...> {
    using keys = meta::list<Bound...>;
    using known = environment<double, 0, expr::binding<Bound, Values>...>;
    using domains = meta::concatenate<typename domains_of<Bound>::type...>;

    template <class Tensor>
    static constexpr bool reads_flat =
        ((__is_same(Tensor, Bound) &&
          is_flat<std::remove_cvref_t<Values>, extents_of<typename Tensor::domains>::rank>) ||
         ...);

    template <class Tensor>
    using symbol = std::conditional_t<meta::contains<Tensor, keys>::value, void,
                                      errors::symbol_has_no_value<Tensor>>;
    template <class Index>
    using index = std::conditional_t<meta::contains<Index, keys>::value, void,
                                     errors::index_has_no_value<Index>>;
    template <int Range>
    using extent = std::conditional_t<
        known::template knows_extent<Range>, void,
        errors::domain_has_no_extent<typename domain_of_range<Range, domains>::type>>;
};

template <class Indices, class Given> struct missing_index;
template <class... Indices, class Given> struct missing_index<meta::list<Indices...>, Given> {
    using type = typename first_error<typename Given::template index<Indices>...>::type;
};
template <class... Subscripts>
using indices_in = meta::concatenate<typename expr::detail::free_in_subscript<Subscripts>::type...>;

/// A row-major array can only be read where all extents but the first are known.
template <class Domains, bool Flat, class Given> struct missing_stride {
    using type = void;
};
template <class First, class... Rest, class Given>
struct missing_stride<meta::list<First, Rest...>, true, Given> {
    using type = typename first_error<typename Given::template extent<Rest::range>...>::type;
};

template <class Expression, class Given> struct missing;
template <class Children, class Given> struct missing_below;
template <class... Children, class Given> struct missing_below<meta::list<Children...>, Given> {
    using type = typename first_error<typename missing<Children, Given>::type...>::type;
};
template <class Expression, class Given>
struct missing : missing_below<typename expr::children_of<Expression>::type, Given> {};

template <class Tensor, class... Subscripts, class Given>
struct missing<expr::element<Tensor, Subscripts...>, Given>
    : first_error<typename Given::template symbol<Tensor>,
                  typename missing_index<indices_in<Subscripts...>, Given>::type,
                  typename missing_stride<typename Tensor::domains,
                                          Given::template reads_flat<Tensor>, Given>::type> {};
template <class Affine, class Given>
struct missing<expr::kronecker<Affine>, Given> : missing_index<indices_in<Affine>, Given> {};
template <class Affine, int Extent, class Given>
struct missing<expr::guard<Affine, Extent>, Given>
    : first_error<typename missing_index<indices_in<Affine>, Given>::type,
                  typename Given::template extent<Extent>> {};
template <class Body, int... Ranges, class Given>
struct missing<expr::summation<Body, Ranges...>, Given>
    : first_error<typename missing<Body, Given>::type, typename Given::template extent<Ranges>...> {
};

template <class Expression, class... Bindings> struct refusal_of;
template <class Expression, class... Bound, class... Values>
struct refusal_of<Expression, expr::binding<Bound, Values>...> {
    using wrong = typename first_error<
        typename twice_bound<Bound...>::type,
        typename binding_error<Bound, std::remove_cvref_t<Values>>::type...>::type;
    template <class Wrong, class> struct choose {
        using type = Wrong;
    };
    template <class Whole> struct choose<void, Whole> {
        using type = typename missing<Whole, inventory<expr::binding<Bound, Values>...>>::type;
    };
    using type = typename choose<wrong, Expression>::type;
};
template <class Expression, class... Bindings>
using refusal = typename refusal_of<Expression, Bindings...>::type;

/// Declared, never defined: calling one of them is the error.
template <class Error> struct carried {};
template <template <class> class Error, class Of> Error<Of> refuse(carried<Error<Of>>);
template <template <class, class> class Error, class Of, class Value>
Error<Of, Value> refuse(carried<Error<Of, Value>>);
template <template <class, int, int> class Error, class Of, int Given, int Wanted>
Error<Of, Given, Wanted> refuse(carried<Error<Of, Given, Wanted>>);

} // namespace leibniz::scalar::detail
