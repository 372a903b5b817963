#pragma once

namespace leibniz::expr {

/// What is given for the evaluation of a formula: the value of a symbol (`x = 2.0`), the array of a
/// tensor (`W = weights`), the value of a free index (`j = 2`) or the extent of a domain
/// (`samples = 100`). Bound is the tensor's, index's or domain's type. An array is not copied:
/// Value is then a reference to it.
template <class Bound, class Value> struct binding {
    Value value;
};

} // namespace leibniz::expr
