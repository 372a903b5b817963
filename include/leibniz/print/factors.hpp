#pragma once
#include <leibniz/print/terms.hpp>

/// The order of the factors of a product: δ2[n,k]·a[n,j]·(1 − a[n,j])·Σ_i …
namespace leibniz::print {

/// a − t, 2·a + b: elements with coefficients, nothing else.
constexpr bool is_sum_of_elements(node const& n) {
    if (n.what != form::addition)
        return false;
    for (node const* term : n.children) {
        bool const scaled = term->what == form::multiplication && term->children.size == 2 &&
                            term->children[0]->what == form::number;
        if ((scaled ? term->children[1] : term)->what != form::element)
            return false;
    }
    return true;
}

constexpr bool has_sum_term(node const& n) {
    for (node const* term : n.children)
        if (class_of(*term) == term_class::summed)
            return true;
    return false;
}
constexpr bool is_over_samples(node const& element) {
    for (int const range : element.tensor->ranges)
        if (!expr::is_static_range(range))
            return true;
    return false;
}

/// The place of a factor in a product, from left to right; the structural order decides among
/// equals.
inline constexpr int last_rank = 10;
constexpr int rank_of(node const& n) {
    switch (n.what) {
    case form::number:
        return 0;
    case form::addition: // an error a − t leads, 1 − a follows the elements
        return is_sum_of_elements(n) ? 1 : has_sum_term(n) ? 9 : 6;
    case form::element: // weights, adjoints, data
        return !is_over_samples(n) ? 2 : n.tensor->of != nullptr ? 3 : 4;
    case form::power: // √2 is a number
        return rank_of(*n.children[0]) == 0 ? 0 : 5;
    case form::application: // and so is π
        return n.children.size == 0 ? 0 : 7;
    case form::kronecker:
    case form::guard:
        return 8;
    case form::summation:
        return last_rank;
    default:
        return 7;
    }
}

} // namespace leibniz::print
