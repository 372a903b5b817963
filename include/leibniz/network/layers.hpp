#pragma once
#include <leibniz/expr/compositions.hpp>
#include <leibniz/expr/sum_over.hpp>
#include <leibniz/network/graph.hpp>

namespace leibniz {

/// A network under construction: what a layer is given and what it returns, longer by its
/// equations. Current is the tensor [samples, Domain] that the next layer reads. Parameters and
/// equations of the layers before are not in it, because every function of a layer has this type in
/// its name.
template <fixed_string Name, unsigned Layers, class Current, class Domain,
          class Parameters = meta::list<>, class Equations = meta::list<>>
struct network_under_construction {
    static constexpr auto name = Name;
    static constexpr unsigned next_layer = Layers + 1;
    using current = tensor_handle<Current>;
    using domain = Domain;
    using parameters = Parameters;
    using equations = Equations;
    /// The same place in the network, with nothing added yet.
    using place = network_under_construction<Name, Layers, Current, Domain>;

    /// The same network with one more layer, whose output is Output over OutputDomain.
    template <class Output, class OutputDomain, class... NewParameters, class... NewEquations>
    static constexpr auto with(tensor_handle<Output>, OutputDomain,
                               parameter_tensors<NewParameters...>, NewEquations...) {
        return network_under_construction<
            Name, Layers + 1, Output, OutputDomain,
            meta::concatenate<Parameters, meta::list<NewParameters...>>,
            meta::concatenate<Equations, meta::list<NewEquations...>>>{};
    }
};

/// The input of a network: Width numbers per sample, one or more.
template <int Width> struct input_layer {
    static constexpr int width = Width;
};
template <int Width> inline constexpr input_layer<Width> input{};

namespace network_detail {

template <class Activation>
concept activates = requires(Activation activation, expr::element<expr::tensor_type<"z", "">> z) {
    { activation(z) } -> expr::is_expression;
};
} // namespace network_detail

/// A fully connected layer: z[n,j] := Σ_i W[j,i]·a[n,i] + b[j], a[n,j] := activation(z[n,j]).
template <int Width, class Activation> struct dense_layer {
    template <class Network> constexpr auto operator()(Network network) const {
        constexpr unsigned number = Network::next_layer;
        constexpr auto digits = decimal<number>();
        constexpr auto scope = Network::name;
        constexpr expr::domain<digits, Width> out{};
        constexpr auto in = typename Network::domain{};
        constexpr auto n = index<"n">(samples);
        constexpr auto i = index<"i">(in);
        constexpr auto j = index<"j">(out);
        constexpr auto W = tensor<fixed_string("W") + digits, scope>(out, in);
        constexpr auto b = tensor<fixed_string("b") + digits, scope>(out);
        constexpr auto z = tensor<fixed_string("z") + digits, scope>(samples, out);
        constexpr auto a = tensor<fixed_string("a") + digits, scope>(samples, out);
        constexpr auto previous = typename Network::current{};

        auto const weighted = define(z(n, j), sum(i, W(j, i) * previous(n, i)) + b(j));
        constexpr Activation activation{};
        using activated = decltype(activation(z(n, j)));
        if constexpr (__is_same(activated, decltype(z(n, j))))
            return network.with(z, out, parameters(W, b), weighted);
        else
            return network.with(a, out, parameters(W, b), weighted, define(a(n, j), activated{}));
    }
};

/// `dense<16>(tanh)`: a layer of 16 neurons, of one or more. The activation is any function object
/// without state from expression to expression; without one the layer is linear.
template <int Width> struct dense_maker {
    template <class Activation = identity_>
        requires(Width > 0 && network_detail::activates<Activation>)
    constexpr auto operator()(Activation = {}) const {
        static_assert(std::is_empty_v<Activation>, "an activation is a function without state");
        return dense_layer<Width, Activation>{};
    }
    template <class Activation>
        requires(Width > 0 && !network_detail::activates<Activation>)
    errors::not_an_activation<Activation> operator()(Activation) const;
    template <class... Activations>
        requires(Width <= 0)
    errors::layer_without_neurons<Width> operator()(Activations...) const;
};
template <int Width> inline constexpr dense_maker<Width> dense{};

namespace network_detail {

template <class Layer, class Place>
using part_of = decltype(std::declval<Layer&>()(std::declval<Place&>()));

/// The graph of an input and of layers that read each other in turn. Each is asked for its
/// equations by itself; Parts are the answers.
template <class Input, class Place, class Parts, class... Layers> struct stacked;
template <class Input, fixed_string Name, unsigned Count, class Output, class Domain,
          class... Parts>
struct stacked<Input, network_under_construction<Name, Count, Output, Domain>,
               meta::list<Parts...>> {
    using graph =
        graph_type<Name, meta::list<Input>, meta::concatenate<typename Parts::parameters...>,
                   meta::concatenate<typename Parts::equations...>, Output>;
};
template <class Input, class Place, class Parts, class Layer, class... Layers>
struct stacked<Input, Place, Parts, Layer, Layers...> {
    using refused = Layer;
};
template <class Input, class Place, class... Parts, class Layer, class... Layers>
    requires requires(Layer layer, Place place) { layer(place); }
struct stacked<Input, Place, meta::list<Parts...>, Layer, Layers...>
    : stacked<Input, typename part_of<Layer, Place>::place,
              meta::list<Parts..., part_of<Layer, Place>>, Layers...> {};

/// Layers of the user's are held to what a graph is held to; dense layers are right by themselves.
template <class Layer> inline constexpr bool is_dense = false;
template <int Width, class Activation>
inline constexpr bool is_dense<dense_layer<Width, Activation>> = true;
template <class Graph, bool AllDense> struct wrong_network {
    using type = nothing_wrong;
};
template <class Graph>
struct wrong_network<Graph, false>
    : wrong_equations<typename Graph::inputs, typename Graph::parameters,
                      typename Graph::equations> {};

} // namespace network_detail

/// `network<"iris">(input<4>, dense<16>(tanh), dense<3>(logistic))`
template <fixed_string Name> struct network_maker {
    template <int Width, class... Layers>
        requires(Width > 0)
    constexpr auto operator()(input_layer<Width>, Layers...) const {
        using in = expr::domain<"in", Width>;
        using x = typename decltype(tensor<"x", Name>(samples, in{}))::type;
        using all = network_detail::stacked<x, network_under_construction<Name, 0, x, in>,
                                            meta::list<>, Layers...>;
        if constexpr (requires { typename all::graph; }) {
            using wrong = typename network_detail::wrong_network<
                typename all::graph,
                meta::all_true({true, network_detail::is_dense<Layers>...})>::type;
            if constexpr (__is_same(wrong, network_detail::nothing_wrong))
                return typename all::graph{};
            else
                return refuse<wrong>();
        } else {
            return refuse<errors::not_a_layer<typename all::refused>>();
        }
    }
    template <int Width, class... Layers>
        requires(Width <= 0)
    errors::input_without_numbers<Width> operator()(input_layer<Width>, Layers...) const;
    template <class First, class... Rest>
    errors::network_starts_with_input<First> operator()(First, Rest...) const;

private:
    template <class Error> static Error refuse();
};
template <fixed_string Name> inline constexpr network_maker<Name> network{};

} // namespace leibniz
