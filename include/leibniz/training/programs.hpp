#pragma once
#include <leibniz/calculus/gradient.hpp>
#include <leibniz/network/graph.hpp>
#include <leibniz/network/loss.hpp>
#include <leibniz/program/hoist.hpp>
#include <leibniz/program/run.hpp>

/// Which equations run to call a model and to find its gradient, and where their arrays are.
namespace leibniz::training_detail {

/// The weights of a graph, as the model stores them.
template <class Graph, class Lanes> struct parameter_storage {
    using plan = program::plan<meta::list<>, typename Graph::equations, typename Graph::inputs,
                               program::machine{Lanes::width, 1}>;
    template <class Tensor>
    using array = program::stored<Tensor, plan::template inner<Tensor>::value>;
    template <class... Tensors>
    static auto arrays_of(meta::list<Tensors...>) -> meta::list<array<Tensors>...>;
    using arrays = decltype(arrays_of(typename Graph::parameters{}));
};

/// The forward equations, for Block samples at a time.
template <class Graph, class Lanes, int Block> struct inference_program {
    using equations = program::fuse<program::hoist<typename Graph::equations>,
                                    meta::list<typename Graph::output_tensor>>;
    using plan = program::plan<equations, typename Graph::equations, typename Graph::inputs,
                               program::machine{Lanes::width, Block}>;
    using outside = typename Graph::inputs;
};

/// Forward equations, loss, adjoints, and the gradient of every parameter, for Block samples.
template <class Objective, class Lanes, int Block> struct gradient_program {
    using graph = typename Objective::graph;
    using adjoints = typename gradient_of<Objective>::adjoints;

    template <class... Tensors>
    static auto for_parameters(meta::list<Tensors...>)
        -> meta::concatenate<typename adjoints::template equation_of<Tensors>...>;
    using parameter_equations = decltype(for_parameters(typename graph::parameters{}));
    template <class... Equations>
    static auto results(meta::list<Equations...>)
        -> meta::list<typename Objective::loss_tensor, typename Equations::tensor...>;

    using all = meta::concatenate<typename Objective::equations, typename adjoints::equations,
                                  parameter_equations>;
    using equations = program::fuse<program::hoist<all>, decltype(results(parameter_equations{}))>;
    using outside = meta::concatenate<typename graph::inputs, typename Objective::targets>;
    using plan = program::plan<equations, typename graph::equations, outside,
                               program::machine{Lanes::width, Block}>;
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
