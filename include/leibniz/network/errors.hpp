#pragma once
#include <leibniz/meta/fixed_string.hpp>

namespace leibniz::errors {

/// The network has no tensor of this name.
template <fixed_string Name> struct no_such_tensor;

/// A network starts with input<N>.
template <class Given> struct network_starts_with_input;

/// A layer is a function from a network under construction to a longer one.
template <class Given> struct not_a_layer;

/// An activation is a function from an expression to an expression.
template <class Given> struct not_an_activation;

} // namespace leibniz::errors
