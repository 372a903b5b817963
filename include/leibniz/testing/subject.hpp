#pragma once
#include <leibniz/scalar/lanes.hpp>
#include <leibniz/training/programs.hpp>

/// What a user asks about, as the program that runs for it, and the tensors that are its results:
/// of a network its output, of a loss the loss, of a gradient the loss and every ∂E/∂W. Programs
/// stand for themselves.
namespace leibniz::testing_detail {

template <class Subject> struct subject;

template <class Graph>
    requires requires { typename Graph::output_tensor; }
struct subject<Graph> {
    using equations = typename Graph::equations;
    using parameters = typename Graph::parameters;
    using plan = typename training_detail::inference_program<Graph, scalar::lanes<float>, 1>::plan;
    using results = meta::list<typename Graph::output_tensor>;
};

template <class Objective>
    requires requires { typename Objective::loss_tensor; }
struct subject<Objective> {
    using equations = typename Objective::equations;
    using graph = typename Objective::graph;
    using parameters = typename graph::parameters;
    using results = meta::list<typename Objective::loss_tensor>;
    using outside =
        meta::concatenate<typename graph::inputs, meta::list<typename Objective::target_tensor>>;
    /// For a block of so many samples, one number at a time.
    template <int Block>
    using plan_for = program::plan<program::fuse<equations, results>, typename graph::equations,
                                   outside, program::machine{1, Block}>;
    using plan = plan_for<1>;
};

template <class Objective> struct subject<gradient_of<Objective>> {
    using graph = typename Objective::graph;
    using parameters = typename graph::parameters;
    using program = training_detail::gradient_program<Objective, scalar::lanes<float>, 1>;
    using equations = typename program::all;
    using plan = typename program::plan;
    using results = decltype(program::results(typename program::parameter_equations{}));
};

template <class Program>
    requires requires { typename Program::plan; }
struct subject<Program> {
    using plan = typename Program::plan;
};

} // namespace leibniz::testing_detail
