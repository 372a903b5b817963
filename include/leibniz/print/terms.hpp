#pragma once
#include <compare>
#include <leibniz/print/level.hpp>

/// The order of the terms of a sum: W[3,0]·x[0] + W[3,1]·x[1] + b[3].
namespace leibniz::print {

/// Σ_i … comes first, then products of tensor elements, then the rest: biases and numbers.
enum class term_class { summed, weighted, plain };

constexpr term_class class_of(node const& n) {
    if (n.what == form::summation)
        return term_class::summed;
    if (n.what != form::multiplication)
        return term_class::plain;
    std::size_t elements = 0;
    for (node const* factor : n.children) {
        if (factor->what == form::summation)
            return term_class::summed;
        elements += factor->what == form::element && factor->subscripts.size > 0 ? 1u : 0u;
    }
    return elements > 1 ? term_class::weighted : term_class::plain;
}

/// A term's place: its class, then the first letters of its first element's name and the numbers
/// among its subscripts; the structural order decides among equals.
struct term_place {
    std::uint64_t key;
    std::size_t at;
    constexpr auto operator<=>(term_place const&) const = default;
};

inline constexpr std::uint64_t last_place = (std::uint64_t{1} << 62) - 1;
constexpr std::uint64_t place_in_class(node const& n) {
    switch (n.what) {
    case form::number:
    case form::kronecker:
    case form::guard:
        return 0;
    case form::multiplication:
        return place_in_class(*n.children[n.children[0]->what == form::number ? 1 : 0]);
    case form::element: {
        auto const part = [&](std::size_t at) -> std::uint64_t {
            return at < n.subscripts.size
                       ? static_cast<std::uint64_t>(n.subscripts[at].constant) & 0xffff
                       : 0;
        };
        auto const letter = [&](std::size_t at) -> std::uint64_t {
            std::string_view const name = n.tensor->name;
            return at < name.size() ? static_cast<unsigned char>(name[at]) & 0x7fu : 0;
        };
        return letter(0) << 55 | letter(1) << 48 | part(0) << 32 | part(1) << 16 | part(2);
    }
    case form::summation:
        return place_in_class(*n.children[0]);
    case form::power:
        return last_place - 1;
    default:
        return last_place;
    }
}
constexpr term_place place_of(sequence<node const*> terms, std::size_t at) {
    node const& term = *terms[at];
    auto const group = static_cast<std::uint64_t>(class_of(term));
    return {group << 62 | place_in_class(term), at};
}

/// Above this many terms only their classes are sorted: the search is quadratic.
inline constexpr std::size_t most_sorted_terms = 64;

/// The term with the least place after the last one.
constexpr term_place next_term(sequence<node const*> terms, term_place const* last) {
    term_place best{~std::uint64_t{0}, terms.size};
    for (std::size_t at = 0; at < terms.size; ++at)
        if (term_place const here = place_of(terms, at);
            here < best && (last == nullptr || *last < here))
            best = here;
    return best;
}

/// The least term that is not negative, where there is one: a − t, never −t + a.
constexpr std::size_t leading_term(sequence<node const*> terms) {
    term_place best{~std::uint64_t{0}, terms.size};
    bool negative = true;
    for (std::size_t at = 0; at < terms.size; ++at) {
        bool const here_negative = is_negative(*terms[at]);
        if (here_negative && !negative)
            continue;
        term_place const here = place_of(terms, at);
        if (here < best || here_negative != negative)
            best = here;
        negative = here_negative;
    }
    return best.at;
}

} // namespace leibniz::print
