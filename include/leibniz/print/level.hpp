#pragma once
#include <leibniz/print/notation.hpp>
#include <leibniz/print/tree.hpp>

/// What decides where parentheses and signs stand.
namespace leibniz::print {

/// How tightly a text holds together.
enum class level { additive, multiplicative, power, atom };

/// A weighted sum by its name: z1, z2 …; its adjoint is written δ1, δ2 …
constexpr bool is_weighted_sum(tensor_data const& tensor) {
    if (tensor.of != nullptr || tensor.name.size() < 2 || tensor.name[0] != 'z')
        return false;
    for (char const letter : tensor.name.substr(1))
        if (letter < '0' || letter > '9')
            return false;
    return true;
}
/// Is the tensor written as ∂E/∂T or ∂T/∂x?
constexpr bool is_partial(tensor_data const& tensor) {
    return !tensor.by.empty() ||
           (tensor.of != nullptr && tensor.prefix == "d" && !is_weighted_sum(*tensor.of));
}

constexpr bool is_negative(node const& n) {
    if (n.what == form::multiplication)
        return is_negative(*n.children[0]);
    return n.what == form::number && n.value.numerator < 0;
}
constexpr bool is_denominator(node const& n) {
    return n.what == form::power && n.value.numerator < 0;
}

constexpr level level_of(node const& n, notation const& signs) {
    if (is_negative(n))
        return level::additive;
    switch (n.what) {
    case form::addition:
        return level::additive;
    case form::multiplication:
    case form::summation:
        return level::multiplicative;
    case form::number:
        return n.value.is_integer() ? level::atom : level::multiplicative;
    case form::element:
        return is_partial(*n.tensor) ? level::multiplicative : level::atom;
    case form::power:
        if (is_denominator(n))
            return level::multiplicative;
        return signs.plain && n.value == rational{1, 2} ? level::atom : level::power;
    default:
        return level::atom;
    }
}

} // namespace leibniz::print
