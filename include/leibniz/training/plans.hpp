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

template <class Number, class Arch> struct lanes_for {
    using type = simd::lanes<Number, Arch>;
};
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

/// The optimiser's equations, once for all parameters: an update is the same formula for every
/// number, so weights, gradient and state are gone through as flat arrays of one layout. Its
/// kernels depend on no network. g is the gradient divided by the batch.
template <class Optimiser, class Lanes> struct update_program {
    /// How many numbers go through all equations while they are in the nearest cache.
    static constexpr int chunk = 1024;

    using numbers = expr::domain<"numbers", at_run_time>;
    using weights = expr::tensor_type<"W", "all", numbers>;
    using at = expr::index_variable<"i", numbers>;
    static constexpr auto per_sample = hyper<"per_sample">;

    using equations = decltype(Optimiser::equations(
        expr::element<weights, at>{}, per_sample* expr::element<expr::adjoint<weights>, at>{}));
    using plan =
        program::plan<equations, equations, meta::list<>, program::machine{Lanes::width, chunk}>;

    using weights_array = program::stored<weights, 0>;
    using gradient_array = program::stored<expr::adjoint<weights>, 0>;
    template <class... Equations>
    static auto written(meta::list<Equations...>)
        -> meta::list<program::stored<typename Equations::tensor, 0>...>;
    /// The optimiser's own arrays: whatever else its equations write.
    using states = typename program::detail::removed<meta::unique<decltype(written(equations{}))>,
                                                     weights_array>::type;
};

/// An array of which there is one, wherever it is.
template <class Array, class Number> struct array_at {
    Number* start;
    template <class Asked> static constexpr bool holds = std::is_same_v<Asked, Array>;
    template <class Asked> constexpr Number* at() const noexcept { return start; }
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
    static constexpr bool holds = Storage::template holds<typename original<Array>::type>;
    template <class Array>
    static constexpr int offset = Storage::template offset<typename original<Array>::type>;
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
