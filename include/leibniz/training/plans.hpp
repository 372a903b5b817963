#pragma once
#include <leibniz/calculus/gradient.hpp>
#include <leibniz/network/graph.hpp>
#include <leibniz/network/loss.hpp>
#include <leibniz/program/run.hpp>
#include <leibniz/scalar/lanes.hpp>
#include <leibniz/simd/lanes.hpp>
#include <leibniz/training/optimisers.hpp>

/// Which equations run to call a model, to find its gradient and to update it.
namespace leibniz {

/// In place of an instruction set: one number at a time, also in constant expressions.
struct one_by_one {};

namespace training_detail {

template <class Number, class Arch> struct lanes_for { using type = simd::lanes<Number, Arch>; };
template <class Number> struct lanes_for<Number, one_by_one> {
    using type = scalar::lanes<Number>;
};

/// The weights of a graph, as the model stores them.
template <class Graph, class Lanes> struct parameter_storage {
    static constexpr program::machine on{Lanes::width, 1};
    using plan = program::plan<meta::list<>, typename Graph::equations, typename Graph::inputs, on>;
    template <class Tensor> using array = program::stored<Tensor, plan::template inner<Tensor>>;
    template <class... Tensors>
    static auto arrays_of(meta::list<Tensors...>) -> meta::list<array<Tensors>...>;
    using arrays = decltype(arrays_of(typename Graph::parameters{}));
};

/// The forward equations, for Block samples at a time.
template <class Graph, class Lanes, int Block> struct inference_program {
    using equations =
        program::fuse<typename Graph::equations, meta::list<typename Graph::output_tensor>>;
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
    using equations = program::fuse<all, decltype(results(parameter_equations{}))>;
    using outside =
        meta::concatenate<typename graph::inputs, meta::list<typename Objective::target_tensor>>;
    using plan = program::plan<equations, typename graph::equations, outside,
                               program::machine{Lanes::width, Block}>;
};

/// The optimiser's equations for every parameter; g is the gradient divided by the batch.
template <class Graph, class Optimiser, class Lanes> struct update_program {
    static constexpr auto per_sample = hyper<"per_sample">;

    template <class Tensor> static constexpr auto equations_for() {
        constexpr typename calculus::detail::default_indices<Tensor>::element_type w{};
        using gradient_element =
            typename calculus::detail::default_indices<expr::adjoint<Tensor>>::element_type;
        return Optimiser::equations(w, per_sample * gradient_element{});
    }
    template <class... Tensors>
    static auto for_all(meta::list<Tensors...>)
        -> meta::concatenate<decltype(equations_for<Tensors>())...>;
    using equations = decltype(for_all(typename Graph::parameters{}));
    using plan = program::plan<equations, typename Graph::equations, meta::list<>,
                               program::machine{Lanes::width, 1}>;
};

/// The arrays of a plan that belong to none of the given storages.
template <class Arrays, class... Storages> struct arrays_outside;
template <class... Arrays, class... Storages>
struct arrays_outside<meta::list<Arrays...>, Storages...> {
    template <class Array>
    static constexpr bool elsewhere = Array::is_users || (Storages::template holds<Array> || ...);
    using type = meta::concatenate<
        std::conditional_t<elsewhere<Arrays>, meta::list<>, meta::list<Arrays>>...>;
};

} // namespace training_detail
} // namespace leibniz
