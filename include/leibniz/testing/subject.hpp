#pragma once
#include <leibniz/scalar/lanes.hpp>
#include <leibniz/testing/given.hpp>
#include <leibniz/training/programs.hpp>

/// What a user asks about, as the program that runs for it, and the tensors that are its results:
/// of a network its output, of a loss the loss, of a gradient the loss and every ∂E/∂W. Programs
/// stand for themselves.
namespace leibniz {
namespace errors {
/// What is asked about is one of these, or a graph; a cost may be that of a program, too.
template <class Given> struct not_a_network_loss_or_gradient;
} // namespace errors

namespace testing_detail {

/// A graph whose last equation is a single number is a loss by itself, with no target.
template <class Graph> struct graph_as_loss {
    using graph = Graph;
    using targets = meta::list<>;
    using loss_tensor = typename Graph::output_tensor;
    using equations = typename Graph::equations;
};

/// The loss whose gradient is meant. Another network stands for its sum of squared errors.
template <class Subject> struct objective_of {
    using type = void;
};
template <class Objective>
    requires requires { typename Objective::loss_tensor; }
struct objective_of<Objective> {
    using type = Objective;
};
template <class Graph>
    requires(network_detail::is_model<Graph>)
struct objective_of<Graph> {
    using type = decltype(sum_of_squared_errors(Graph{}));
};
template <class Graph>
    requires(network_detail::is_model<Graph>) && (Graph::output_tensor::rank == 0)
struct objective_of<Graph> {
    using type = graph_as_loss<Graph>;
};
template <class Objective> struct objective_of<gradient_of<Objective>> : objective_of<Objective> {};
template <class Subject>
concept has_gradient = !__is_same(typename objective_of<Subject>::type, void);

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
    using outside = meta::concatenate<typename graph::inputs, typename Objective::targets>;
    /// For a block of so many samples, one number at a time.
    template <int Block>
    using plan_for = program::plan<program::fuse<equations, results>, typename graph::equations,
                                   outside, program::machine{1, Block}>;
    using plan = plan_for<1>;
};

template <class Objective> struct subject<gradient_of<Objective>> {
    using objective = typename objective_of<Objective>::type;
    using graph = typename objective::graph;
    using parameters = typename graph::parameters;
    using program = training_detail::gradient_program<objective, scalar::lanes<float>, 1>;
    using plan = typename program::plan;
    using results = typename program::results;
};

template <class Program>
    requires requires { typename Program::plan; }
struct subject<Program> {
    using plan = typename Program::plan;
};

/// The equations of a subject: of a gradient as they are printed, which is not quite as they run,
/// and takes longer to derive where formulas are long.
template <class Subject> struct equations_of {};
template <class Subject>
    requires requires { typename subject<Subject>::equations; }
struct equations_of<Subject> {
    using type = typename subject<Subject>::equations;
};
template <class Objective> struct equations_of<gradient_of<Objective>> {
    using objective = typename objective_of<Objective>::type;
    using type =
        typename training_detail::gradient_equations<typename objective::equations,
                                                     typename objective::graph::parameters>::all;
};

template <class Subject>
concept is_subject = requires { sizeof(subject<Subject>); };
template <class Subject>
concept has_equations = is_subject<Subject> && requires { typename equations_of<Subject>::type; };

} // namespace testing_detail
} // namespace leibniz
