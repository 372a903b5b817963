#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/expr/equation.hpp>
#include <leibniz/expr/total.hpp>
#include <leibniz/network/errors.hpp>

/// Are the equations of a graph in order? Each tensor that one reads is an input, a parameter, or
/// defined by one before; no two have one name; one size at most is known at run time only. A
/// gradient of equations in another order would be wrong without a word.
namespace leibniz::network_detail {

struct nothing_wrong {};

template <class Given> inline constexpr bool is_equation = false;
template <class Left, class Right>
inline constexpr bool is_equation<expr::equation<Left, Right>> = true;

/// What is read of a tensor: itself, or of a total derivative what is derived, and by what.
template <class Tensor> struct read_of {
    using type = meta::list<Tensor>;
};
template <class Tensor, class Along> struct read_of<expr::total<Tensor, Along>> {
    using type =
        meta::concatenate<typename read_of<Tensor>::type, meta::list<typename Along::tensor>>;
};
template <class Elements> struct read_of_all;
template <class... Elements> struct read_of_all<meta::list<Elements...>> {
    using type = meta::concatenate<typename read_of<typename Elements::tensor>::type...>;
};

/// What is wrong with the tensors that an equation reads, of which Known are there already.
template <class Known, class Later, class Tensors> struct wrong_reading {
    using type = nothing_wrong;
};
template <class Known, class Later, class First, class... Rest>
struct wrong_reading<Known, Later, meta::list<First, Rest...>>
    : meta::conditional<
          meta::contains<First, Known>::value, wrong_reading<Known, Later, meta::list<Rest...>>,
          std::type_identity<
              meta::conditional<meta::contains<First, Later>::value,
                                errors::tensor_is_read_before_it_is_defined<First::name>,
                                errors::tensor_is_given_nowhere<First::name>>>> {};

template <class Known, class... Equations> struct wrong_equation {
    using type = nothing_wrong;
};
template <class... Known, class First, class... Rest>
struct wrong_equation<meta::list<Known...>, First, Rest...> {
    using reading = typename wrong_reading<
        meta::list<Known...>, meta::list<typename First::tensor, typename Rest::tensor...>,
        typename read_of_all<typename expr::elements_of<typename First::right>::type>::type>::type;
    using type = typename meta::conditional<
        __is_same(reading, nothing_wrong),
        wrong_equation<meta::list<Known..., typename First::tensor>, Rest...>,
        std::type_identity<reading>>::type;
};

/// The first tensor that has the name of one before, whatever its shape: names tell tensors apart.
constexpr std::size_t first_repeated(std::initializer_list<meta::key> keys) {
    std::size_t at = 0;
    for (meta::key const& key : keys) {
        for (meta::key const* before = keys.begin(); before != &key; ++before)
            if (*before == key)
                return at;
        ++at;
    }
    return at;
}
template <class Tensor> struct repeated {
    using type = errors::tensor_is_defined_twice<Tensor::name>;
};
template <> struct repeated<void> {
    using type = nothing_wrong;
};
template <class... Tensors>
using wrong_name = typename repeated<
    meta::type_at<meta::list<Tensors..., void>, first_repeated({Tensors::key...})>>::type;

/// The domains of the tensors whose extent is known only at run time, each once.
template <class... Tensors> struct counted_domains {
    template <class... Domains>
    static auto among(meta::list<Domains...>) -> meta::unique<meta::concatenate<
        meta::conditional<Domains::extent == at_run_time, meta::list<Domains>, meta::list<>>...>>;
    using type = meta::unique<meta::concatenate<decltype(among(typename Tensors::domains{}))...>>;
};
template <class Domains> struct wrong_domains {
    using type = nothing_wrong;
};
template <class First, class Second, class... More>
struct wrong_domains<meta::list<First, Second, More...>> {
    using type = errors::two_domains_are_counted_at_run_time<First::name, Second::name>;
};

/// What is wrong with the equations of a graph.
template <class Inputs, class Parameters, class Equations> struct wrong_equations;
template <class... Inputs, class... Parameters, class... Equations>
struct wrong_equations<meta::list<Inputs...>, meta::list<Parameters...>, meta::list<Equations...>> {
    using domains =
        typename wrong_domains<typename counted_domains<Inputs..., Parameters...,
                                                        typename Equations::tensor...>::type>::type;
    using names = wrong_name<Inputs..., Parameters..., typename Equations::tensor...>;
    using in_order =
        meta::conditional<__is_same(domains, nothing_wrong),
                          wrong_equation<meta::list<Inputs..., Parameters...>, Equations...>,
                          std::type_identity<domains>>;
    using type = typename meta::conditional<__is_same(names, nothing_wrong), in_order,
                                            std::type_identity<names>>::type;
};

} // namespace leibniz::network_detail
