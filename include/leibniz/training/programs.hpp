#pragma once
#include <leibniz/calculus/gradient.hpp>
#include <leibniz/calculus/name_intermediates.hpp>
#include <leibniz/network/graph.hpp>
#include <leibniz/network/loss.hpp>
#include <leibniz/program/hoist.hpp>
#include <leibniz/program/run.hpp>

/// Which equations run to call a model and to find its gradient, and where their arrays are.
namespace leibniz::training_detail {

/// The equations of a graph as they run.
template <class Graph> using forward_of = calculus::name_intermediates<typename Graph::equations>;

/// The weights of a graph, as the model stores them.
template <class Graph, class Lanes> struct parameter_storage {
    using plan = program::plan<meta::list<>, forward_of<Graph>, typename Graph::inputs,
                               program::machine{Lanes::width, 1}>;
    template <class Tensor>
    using array = program::stored<Tensor, plan::template inner<Tensor>::value>;
    template <class... Tensors>
    static auto arrays_of(meta::list<Tensors...>) -> meta::list<array<Tensors>...>;
    using arrays = decltype(arrays_of(typename Graph::parameters{}));
};

/// The forward equations, for Block samples at a time.
template <class Graph, class Lanes, int Block> struct inference_program {
    using forward = forward_of<Graph>;
    using equations =
        program::fuse<program::hoist<forward>, meta::list<typename Graph::output_tensor>>;
    using plan = program::plan<equations, forward, typename Graph::inputs,
                               program::machine{Lanes::width, Block}>;
    using outside = typename Graph::inputs;
};

/// Forward equations, loss, adjoints, and the gradient of every parameter.
template <class Equations, class Parameters> struct gradient_equations;
template <class Equations, class... Parameters>
struct gradient_equations<Equations, meta::list<Parameters...>> {
    using adjoints = calculus::adjoints<Equations>;
    using parameters = meta::concatenate<typename adjoints::template equation_of<Parameters>...>;
    using all = meta::concatenate<Equations, typename adjoints::equations, parameters>;
};

/// These as they run, for Block samples.
template <class Objective, class Lanes, int Block> struct gradient_program {
    using graph = typename Objective::graph;
    using stated = gradient_equations<calculus::name_intermediates<typename Objective::equations>,
                                      typename graph::parameters>;
    template <class... Equations>
    static auto results_of(meta::list<Equations...>)
        -> meta::list<typename Objective::loss_tensor, typename Equations::tensor...>;
    using results = decltype(results_of(typename stated::parameters{}));

    using equations = program::fuse<program::hoist<typename stated::all>, results>;
    using outside = meta::concatenate<typename graph::inputs, typename Objective::targets>;
    using plan =
        program::plan<equations, forward_of<graph>, outside, program::machine{Lanes::width, Block}>;
};

/// The gradient lies as the weights do: ∂E/∂W is where W would be.
template <class Storage> struct adjoint_storage {
    static constexpr int size = Storage::size;
    template <class Array> struct original {
        using type = void;
    };
    template <class Tensor, int Inner>
    struct original<program::stored<expr::adjoint<Tensor>, Inner>> {
        using type = program::stored<Tensor, Inner>;
    };
    template <class Array>
    using holds = typename Storage::template holds<typename original<Array>::type>;
    template <class Array>
    using offset = typename Storage::template offset<typename original<Array>::type>;
};

/// The arrays of a plan that belong to none of the given storages.
template <class Arrays, class... Storages> struct arrays_outside;
template <class... Arrays, class... Storages>
struct arrays_outside<meta::list<Arrays...>, Storages...> {
    template <class Array>
    using unless_held =
        meta::conditional<Array::is_users || (Storages::template holds<Array>::value || ...),
                          meta::list<>, meta::list<Array>>;
    using type = meta::concatenate<unless_held<Arrays>...>;
};

} // namespace leibniz::training_detail
