#pragma once
#include <leibniz/calculus/total_derivatives.hpp>
#include <leibniz/expr/unroll.hpp>
#include <leibniz/network/order.hpp>

namespace leibniz {

/// The samples of a batch; how many there are is known at run time.
inline constexpr expr::domain<"samples", at_run_time> samples{};

namespace network_detail {

template <fixed_string Name, fixed_string Scope, class... Tensors> struct find_tensor {
    using type = errors::no_such_tensor<Name>;
};
template <fixed_string Name, fixed_string Scope, class First, class... Rest>
struct find_tensor<Name, Scope, First, Rest...>
    : meta::conditional<First::name.view() == Name.view(), std::type_identity<First>,
                        find_tensor<Name, Scope, Rest...>> {};
template <fixed_string Name, fixed_string Scope, class List> struct find_in_list;
template <fixed_string Name, fixed_string Scope, class... Tensors>
struct find_in_list<Name, Scope, meta::list<Tensors...>> : find_tensor<Name, Scope, Tensors...> {};

template <fixed_string Name> errors::no_such_tensor<Name> refuse_name();

template <class Equations> struct computed;
template <class... Equations> struct computed<meta::list<Equations...>> {
    using type = meta::list<typename Equations::tensor...>;
};

/// What a graph is asked for as constants: not among its own members, whose names hold all
/// equations.
template <fixed_string Name, class Output> struct named_graph {
    static constexpr auto name = Name;
    static constexpr tensor_handle<Output> output{};
};

/// Has a layer, known by the handle of its weighted sum, a neuron of that number?
template <class Handle, int Number> inline constexpr bool has_position = false;
template <class Tensor, int Number>
    requires(Tensor::rank == 2)
inline constexpr bool has_position<tensor_handle<Tensor>, Number> =
    Number >= 0 && Number < meta::type_at<typename Tensor::domains, 1>::extent;

} // namespace network_detail

/// One neuron, written out: its weighted sum and its activation, over the free index n.
template <class WeightedSum, class Activation> struct neuron_view {
    static constexpr WeightedSum weighted_sum{};
    static constexpr Activation activation{};
};

/// Any model with weights: which tensors come from outside, which are learned, and the equations
/// that compute the output from them. A network of layers is one; so is a sum of exponentials.
template <fixed_string Name, class Inputs, class Parameters, class Equations, class Output>
struct graph_type : network_detail::named_graph<Name, Output> {
    using inputs = Inputs;
    using parameters = Parameters;
    using equations = Equations;
    using output_tensor = Output;
    using computed = typename network_detail::computed<Equations>::type;

    /// The tensor of that name: `net.tensor<"W1">()`.
    template <fixed_string Tensor> static constexpr auto tensor() {
        using found = typename network_detail::find_in_list<
            Tensor, Name, meta::concatenate<Inputs, Parameters, computed>>::type;
        if constexpr (requires { typename found::domains; })
            return tensor_handle<found>{};
        else
            return network_detail::refuse_name<Tensor>();
    }

    /// Layers count from 1, neurons and weights from 0.
    template <unsigned Layer> static constexpr auto weights() {
        return tensor<fixed_string("W") + decimal<Layer>()>();
    }
    template <unsigned Layer> static constexpr auto biases() {
        return tensor<fixed_string("b") + decimal<Layer>()>();
    }
    template <unsigned Layer> static constexpr auto weighted_sum() {
        return tensor<fixed_string("z") + decimal<Layer>()>();
    }
    /// The activation of a layer; of a linear layer its weighted sum.
    template <unsigned Layer> static constexpr auto activation() {
        if constexpr (requires {
                          typename network_detail::find_in_list<
                              fixed_string("a") + decimal<Layer>(), Name, computed>::type::domains;
                      })
            return tensor<fixed_string("a") + decimal<Layer>()>();
        else
            return weighted_sum<Layer>();
    }
    /// δ of a layer: the adjoint of its weighted sum.
    template <unsigned Layer> static constexpr auto delta() {
        using z = typename decltype(weighted_sum<Layer>())::type;
        return tensor_handle<expr::adjoint<z>>{};
    }
    /// One weight: `net.weight<2>(1_c, 0_c)` leads from neuron 0 of layer 1 to neuron 1 of layer 2.
    template <unsigned Layer, class To, class From> static constexpr auto weight(To to, From from) {
        return weights<Layer>()(to, from);
    }
    template <unsigned Layer, class To> static constexpr auto bias(To to) {
        return biases<Layer>()(to);
    }
    /// One neuron: `net.neuron<2, 1>().weighted_sum` is W2[1,0]·a1[n,0] + … + b2[1].
    template <unsigned Layer, int Number> static constexpr auto neuron() {
        constexpr auto n = leibniz::index<"n">(samples);
        using z_handle = decltype(weighted_sum<Layer>());
        if constexpr (network_detail::has_position<z_handle, Number>) {
            using z =
                typename expr::detail::definition_of<typename z_handle::type, Equations>::type;
            using a =
                typename expr::detail::definition_of<typename decltype(activation<Layer>())::type,
                                                     Equations>::type;
            using at = meta::list<std::remove_const_t<decltype(n)>, expr::fixed<Number>>;
            return neuron_view<expr::unroll<typename expr::detail::defined_at<z, at>::type>,
                               expr::unroll<typename expr::detail::defined_at<a, at>::type>>{};
        } else if constexpr (requires { typename z_handle::type; }) {
            return z_handle{}(n, expr::fixed<Number>{}); // the error of a number beyond the layer
        } else {
            return z_handle{}; // after that of no such layer
        }
    }
};

/// The tensors that come from outside, and those that are learned, of a model written as equations.
template <class... Tensors> struct input_tensors {};
template <class... Tensors> struct parameter_tensors {};

namespace network_detail {

/// A tensor as it is named in a list of tensors: by its handle, or, without indices, as a symbol.
template <class Given> struct named_tensor;
template <class Tensor> struct named_tensor<tensor_handle<Tensor>> {
    using type = Tensor;
};
template <class Tensor> struct named_tensor<expr::element<Tensor>> {
    using type = Tensor;
};

} // namespace network_detail

/// `inputs(x)`, `parameters(W, b)`: handles of tensors and symbols.
template <class... Given> constexpr auto inputs(Given...) {
    return input_tensors<typename network_detail::named_tensor<Given>::type...>{};
}
template <class... Given> constexpr auto parameters(Given...) {
    return parameter_tensors<typename network_detail::named_tensor<Given>::type...>{};
}

namespace network_detail {

template <class Type> inline constexpr bool is_graph = false;
template <fixed_string Name, class Inputs, class Parameters, class Equations, class Output>
inline constexpr bool is_graph<graph_type<Name, Inputs, Parameters, Equations, Output>> = true;

template <class Equations> struct last_tensor {
    using type = typename meta::type_at<Equations, Equations::size - 1>::tensor;
};
/// The graph of equations in order, or what is wrong with their total derivatives.
template <fixed_string Name, class Inputs, class Parameters, class Equations> struct made_graph;
template <fixed_string Name, class Inputs, class Parameters, class... Equations>
struct made_graph<Name, Inputs, Parameters, meta::list<Equations...>> {
    using type = graph_type<Name, Inputs, Parameters, meta::list<Equations...>,
                            typename last_tensor<meta::list<Equations...>>::type>;
};
template <fixed_string Name, class Inputs, class Parameters, class Error>
struct made_graph<Name, Inputs, Parameters, calculus::detail::refused<Error>> {
    using wrong = Error;
};

} // namespace network_detail

/// A model as equations: `graph<"decay">(inputs(t), parameters(a, b), define(y(n), …))`. The last
/// equation is the output; each reads inputs, parameters and what is defined before it, and total
/// derivatives of that. Or with those of another model before them: `graph<"slope">(net,
/// define(s(n), total_derivative(net.output(n, 0_c), …)))`.
template <fixed_string Name> struct graph_maker {
    template <class... Inputs, class... Parameters, class... Equations>
    constexpr auto operator()(input_tensors<Inputs...>, parameter_tensors<Parameters...>,
                              Equations... equations) const {
        return made(meta::list<Inputs...>{}, meta::list<Parameters...>{}, meta::list<>{},
                    equations...);
    }
    template <class Model, class... Equations>
        requires network_detail::is_graph<Model>
    constexpr auto operator()(Model, Equations... equations) const {
        return made(typename Model::inputs{}, typename Model::parameters{},
                    typename Model::equations{}, equations...);
    }

private:
    template <class Inputs, class Parameters, class... First, class... Equations>
    static constexpr auto made(Inputs, Parameters, meta::list<First...>, Equations...) {
        using all = meta::list<First..., Equations...>;
        constexpr std::size_t count = sizeof...(Equations);
        constexpr std::size_t odd = meta::first_true({!network_detail::is_equation<Equations>...});
        if constexpr (count == 0) {
            return refuse<errors::graph_without_equations<Name>>();
        } else if constexpr (odd < count) {
            return refuse<errors::not_an_equation<meta::type_at<meta::list<Equations...>, odd>>>();
        } else {
            using wrong = typename network_detail::wrong_equations<Inputs, Parameters, all>::type;
            if constexpr (__is_same(wrong, network_detail::nothing_wrong)) {
                using graph = network_detail::made_graph<
                    Name, Inputs, Parameters, typename calculus::with_total_derivatives<all>::type>;
                if constexpr (requires { typename graph::type; })
                    return typename graph::type{};
                else
                    return refuse<typename graph::wrong>();
            } else {
                return refuse<wrong>();
            }
        }
    }
    template <class Error> static Error refuse();
};
template <fixed_string Name> inline constexpr graph_maker<Name> graph{};

} // namespace leibniz
