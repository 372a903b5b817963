#pragma once
#include <leibniz/expr/compositions.hpp>
#include <leibniz/expr/own_indices.hpp>
#include <leibniz/expr/sum_over.hpp>
#include <leibniz/meta/key_map.hpp>
#include <leibniz/network/graph.hpp>

namespace leibniz {

namespace network_detail {

template <class Target> struct with_target {
    static constexpr tensor_handle<Target> target{};
};

} // namespace network_detail

/// A model together with the single number that its training makes small.
template <class Graph, class Target, class Loss>
struct objective : network_detail::with_target<Target> {
    using graph = Graph;
    using target_tensor = Target;
    using targets = meta::list<Target>;
    using loss_tensor = typename Loss::tensor;
    using loss_equation = Loss;
    using equations = meta::concatenate<typename Graph::equations, meta::list<Loss>>;
};

namespace network_detail {

template <class Type>
concept is_model = requires { typename Type::output_tensor; };

template <class F>
concept compares = requires(F f, expr::element<expr::tensor_type<"a", "">> a,
                            expr::element<expr::tensor_type<"t", "">> t) {
    { f(a, t) } -> expr::is_expression;
};

template <class... Indices, class Body>
constexpr auto sum_over_all(meta::list<Indices...>, Body body) {
    return sum(Indices{}..., body);
}

template <class... Domains>
auto shape_of_domains(meta::list<Domains...>) -> errors::shape<Domains::extent...>;
template <class Tensor> using shape_of = decltype(shape_of_domains(typename Tensor::domains{}));
template <class A, class B> inline constexpr bool same_shape = __is_same(shape_of<A>, shape_of<B>);

/// The tensor of a loss whose name a tensor of the model has; void where there is none. The target
/// may be an input.
template <class Graph, class Target, class E>
using taken = meta::conditional<
    meta::contains_by_key<Target, typename Graph::parameters>::value ||
        meta::contains_by_key<Target, typename Graph::computed>::value,
    Target,
    meta::conditional<meta::contains_by_key<E, typename Graph::inputs>::value ||
                          meta::contains_by_key<E, typename Graph::parameters>::value ||
                          meta::contains_by_key<E, typename Graph::computed>::value,
                      E, void>>;

template <fixed_string Name, fixed_string Scope, class Domains> struct tensor_like;
template <fixed_string Name, fixed_string Scope, class... Domains>
struct tensor_like<Name, Scope, meta::list<Domains...>> {
    using type = expr::tensor_type<Name, Scope, Domains...>;
};

} // namespace network_detail

/// A loss of one's own: E := Σ_n Σ_k f(a[n,k], t[n,k]) over all samples and outputs. f is a
/// function object without state, from two formulas, output and target, to one: `constexpr auto
/// huber = sum_over_outputs([](auto a, auto t) { … });`
template <class F> struct sum_over_outputs {
    static_assert(std::is_empty_v<F>, "the function of a loss has no state");
    constexpr sum_over_outputs() = default;
    constexpr explicit sum_over_outputs(F) {}

    template <class Graph>
        requires(network_detail::is_model<Graph>)
    constexpr auto operator()(Graph graph) const {
        using domains = typename Graph::output_tensor::domains;
        using target = typename network_detail::tensor_like<"t", Graph::name, domains>::type;
        return (*this)(graph, tensor_handle<target>{});
    }
    template <class Given>
        requires(!network_detail::is_model<Given>)
    errors::not_a_model<Given> operator()(Given) const;

    /// With a target tensor of the user's, of the output's shape.
    template <class Graph, class Target>
        requires(network_detail::same_shape<Target, typename Graph::output_tensor>) &&
                network_detail::compares<F>
    constexpr auto operator()(Graph, tensor_handle<Target>) const {
        using output = typename Graph::output_tensor;
        using indices = expr::own_indices<"nkcuvw", typename output::domains>;
        constexpr typename indices::template element<output> a{};
        constexpr typename indices::template element<Target> t{};
        constexpr auto E = symbol<"E", Graph::name>;
        using taken = network_detail::taken<Graph, Target, typename decltype(E)::tensor>;
        if constexpr (__is_same(taken, void)) {
            auto const loss =
                define(E, network_detail::sum_over_all(typename indices::type{}, F{}(a, t)));
            return objective<Graph, Target, std::remove_const_t<decltype(loss)>>{};
        } else {
            return refuse<errors::name_is_that_of_target_or_loss<taken::name>>();
        }
    }
    template <class Graph, class Target>
        requires(!network_detail::same_shape<Target, typename Graph::output_tensor>)
    errors::target_has_wrong_shape<network_detail::shape_of<Target>,
                                   network_detail::shape_of<typename Graph::output_tensor>>
    operator()(Graph, tensor_handle<Target>) const;
    template <class Graph, class Target>
        requires(network_detail::same_shape<Target, typename Graph::output_tensor>) &&
                (!network_detail::compares<F>)
    errors::not_a_function_of_output_and_target<F> operator()(Graph, tensor_handle<Target>) const;

private:
    template <class Error> static Error refuse();
};

namespace network_detail {

template <class Type> inline constexpr bool is_sum_over_outputs = false;
template <class F> inline constexpr bool is_sum_over_outputs<sum_over_outputs<F>> = true;
template <class Type>
concept made_by_sum_over_outputs = is_sum_over_outputs<std::remove_cvref_t<Type>>;

struct half_of_squared_error {
    template <class Output, class Target> constexpr auto operator()(Output a, Target t) const {
        return expr::number<1, 2>{} * pow(a - t, expr::number<2>{});
    }
};

} // namespace network_detail

/// E := Σ_n Σ_k ½(a[n,k] − t[n,k])², over all samples and outputs. The ½ is part of it, so that
/// ∂E/∂a = a − t. The gradient is the gradient of this sum; `train` divides by the batch.
inline constexpr sum_over_outputs<network_detail::half_of_squared_error> sum_of_squared_errors{};

} // namespace leibniz
