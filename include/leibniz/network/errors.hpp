#pragma once
#include <leibniz/meta/fixed_string.hpp>

namespace leibniz::errors {

/// The network has no tensor of this name.
template <fixed_string Name> struct no_such_tensor;

/// What follows inputs and parameters of a graph is made by define, and there is some.
template <class Given> struct not_an_equation;
template <fixed_string Name> struct graph_without_equations;

/// An equation reads a tensor that is neither an input nor a parameter, and that none defines.
template <fixed_string Name> struct tensor_is_given_nowhere;

/// An equation reads a tensor that it or a later one defines.
template <fixed_string Name> struct tensor_is_read_before_it_is_defined;

/// Two equations define a tensor of this name and rank, or one defines that of an input or a
/// parameter.
template <fixed_string Name> struct tensor_is_defined_twice;

/// In a graph one domain at most, that of the samples, has an extent that is known at run time
/// only.
template <fixed_string First, fixed_string Second> struct two_domains_are_counted_at_run_time;

/// Extents of a tensor; 0 stands for the samples.
template <int... Extents> struct shape;

/// A loss is that of a network or a graph.
template <class Given> struct not_a_model;

/// The function of a loss takes two formulas, output and target, and returns one.
template <class Given> struct not_a_function_of_output_and_target;

/// A tensor of the model has the name, and the rank, of the target or of the loss itself.
template <fixed_string Name> struct name_is_that_of_target_or_loss;

/// The target of a loss has another shape than the model's output.
template <class TargetShape, class OutputShape> struct target_has_wrong_shape;

/// A network starts with input<N>.
template <class Given> struct network_starts_with_input;

/// An input has one number or more.
template <int Numbers> struct input_without_numbers;

/// A layer has one neuron or more.
template <int Neurons> struct layer_without_neurons;

/// A layer is a function from a network under construction to a longer one.
template <class Given> struct not_a_layer;

/// An activation is a function from an expression to an expression.
template <class Given> struct not_an_activation;

} // namespace leibniz::errors
