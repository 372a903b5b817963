#pragma once
#include <cstddef>
#include <cstdint>
#include <leibniz/expr/node.hpp>
#include <string_view>

/// A formula as data: the printers walk this tree with ordinary functions, so that a formula costs
/// the compiler one small constant per node and no function of its own.
namespace leibniz::print {

/// A view of a static array.
template <class Type> struct sequence {
    Type const* first = nullptr;
    std::size_t size = 0;

    constexpr Type const* begin() const { return first; }
    constexpr Type const* end() const { return first + size; }
    constexpr Type const& operator[](std::size_t at) const { return first[at]; }
};

/// A tensor; a companion also names what it belongs to, a total derivative also by what it is.
struct tensor_data {
    std::string_view name, scope, prefix;
    tensor_data const* of = nullptr;
    sequence<int> ranges;
    std::string_view by{};
};

/// An index variable: a free one has a name, a bound or opened one a number.
struct variable_data {
    enum class origin { free, bound, opened };
    origin from = origin::free;
    std::string_view name, domain;
    int number = 0;
    int range = 0;
};

struct scaled_data {
    int coefficient = 1;
    variable_data variable;
};

/// constant + Σ coefficient·variable
struct subscript_data {
    int constant = 0;
    sequence<scaled_data> terms;
    std::size_t longest = 0; ///< no text of it is longer, in bytes
};

enum class form {
    number,
    element,
    addition,
    multiplication,
    power,
    application,
    summation,
    kronecker,
    guard,
    selection
};

struct node {
    form what = form::number;
    rational value;                      ///< the number; a power's exponent
    std::string_view name;               ///< of the function applied
    tensor_data const* tensor = nullptr; ///< of an element
    sequence<subscript_data> subscripts; ///< of an element; an indicator's affine form
    sequence<node const*> children;      ///< terms, factors, base, arguments, body, or left,
                                         ///< right, then, else of a selection
    sequence<int> ranges;                ///< of a Σ's variables; a guard's extent
    int lowest = 0;                      ///< a Σ's variables are numbered lowest + 1, …
    expr::relation compares = expr::relation::less;
    std::uint32_t letters = 0; ///< the names of one letter a–z below, a bit each
    std::size_t longest = 0;   ///< no text of it is longer, in bytes
};

} // namespace leibniz::print
