#pragma once
#include <array>
#include <leibniz/print/fixed_text.hpp>
#include <leibniz/print/tree.hpp>

/// Names of index variables and tensors in one formula.
namespace leibniz::print {

/// A variable in scope: its number and the letter it was given.
struct scope {
    scope const* outer = nullptr;
    int number = 0;
    char letter = 'i';
    bool numbered = false; ///< all letters were taken, so the number follows the letter
};

constexpr scope const* find(scope const* innermost, int number) {
    for (; innermost != nullptr; innermost = innermost->outer)
        if (innermost->number == number)
            return innermost;
    return nullptr;
}

constexpr bool is_number(variable_data const& variable, int number) {
    return variable.from == variable_data::origin::bound && variable.number == number;
}
constexpr bool mentions(subscript_data const& subscript, int number) {
    for (scaled_data const& term : subscript.terms)
        if (is_number(term.variable, number))
            return true;
    return false;
}

/// One variable and nothing else.
constexpr bool is_plain(subscript_data const& subscript) {
    return subscript.terms.size == 1 && subscript.constant == 0 &&
           subscript.terms[0].coefficient == 1;
}

/// How a bound variable is used in the body of its Σ; this chooses its letter.
struct usage {
    bool leads = false;     ///< it stands left of a named index, as k in W[k,j]
    bool has_range = false; ///< a tensor subscripted with it says what its range is
    bool elsewhere = false; ///< it occurs in an element that no sample belongs to
    bool occurs = false;
};

constexpr void note_usage(usage& use, node const& element, int number, int range,
                          scope const* named) {
    bool here = false, with_samples = false;
    for (std::size_t at = 0; at < element.subscripts.size; ++at) {
        subscript_data const& subscript = element.subscripts[at];
        if (mentions(subscript, number)) {
            here = true;
            use.has_range |= is_plain(subscript) && element.tensor->ranges[at] == range;
            continue;
        }
        for (scaled_data const& term : subscript.terms) {
            bool const is_static = expr::is_static_range(term.variable.range);
            with_samples |= !is_static;
            use.leads |= here && is_static && is_plain(subscript) &&
                         (term.variable.from == variable_data::origin::free ||
                          find(named, term.variable.number) != nullptr);
        }
    }
    use.occurs |= here;
    use.elsewhere |= here && !with_samples;
}
constexpr void find_usage(usage& use, node const& n, int number, int range, scope const* named) {
    if (n.what == form::element)
        note_usage(use, n, number, range, named);
    for (node const* child : n.children)
        find_usage(use, *child, number, range, named);
}

/// Hands out the letters of bound variables: n for samples, otherwise i, j, k …; from k on for an
/// index of what a layer feeds (W[k,j]) and for the outputs of a sample (a[n,k]). Every Σ of a
/// formula gets letters of its own while there are enough.
class letters {
    static constexpr std::string_view order = "nmijklrsuvwpqabcdfghxyz";
    std::uint32_t taken; ///< by names of the formula
    std::uint32_t given = 0;

    static constexpr std::uint32_t bit(char letter) { return 1u << (letter - 'a'); }

public:
    constexpr explicit letters(std::uint32_t names) : taken(names) {}

    constexpr scope name(int number, int range, usage use, scope const* outer) {
        bool const is_output = use.leads || (use.occurs && !use.elsewhere);
        std::size_t const start = !expr::is_static_range(range) ? 0
                                  : is_output                   ? order.find('k')
                                                                : order.find('i');
        std::uint32_t in_scope = taken;
        for (scope const* each = outer; each != nullptr; each = each->outer)
            in_scope |= bit(each->letter);
        for (std::uint32_t const avoided : {in_scope | given, in_scope})
            for (std::size_t at = 0; at < order.size(); ++at) {
                char const letter = order[(start + at) % order.size()];
                if ((avoided & bit(letter)) == 0) {
                    given |= bit(letter);
                    return {outer, number, letter, false};
                }
            }
        return {outer, number, order[start], true};
    }
};

/// The distinct names of a formula. Where two things have the same name, both are qualified: a
/// tensor by its network, `iris.W1`, an index by its domain.
class known_names {
    struct entry {
        std::string_view name, qualifier;
    };
    std::array<entry, 64> entries{};
    std::size_t size = 0;

public:
    constexpr void add(std::string_view name, std::string_view qualifier) {
        for (std::size_t at = 0; at < size; ++at)
            if (entries[at].name == name && entries[at].qualifier == qualifier)
                return;
        if (size < entries.size())
            entries[size++] = {name, qualifier};
    }
    constexpr bool is_shared(std::string_view name, std::string_view qualifier) const {
        for (std::size_t at = 0; at < size; ++at)
            if (entries[at].name == name && entries[at].qualifier != qualifier)
                return true;
        return false;
    }
    constexpr void write(sink& out, std::string_view name, std::string_view qualifier) const {
        if (!qualifier.empty() && is_shared(name, qualifier))
            out << qualifier << '.';
        out << name;
    }
};

constexpr void collect_names(node const& n, known_names& tensors, known_names& indices) {
    if (n.what == form::element) {
        tensor_data const* tensor = n.tensor;
        while (tensor->of != nullptr)
            tensor = tensor->of;
        tensors.add(tensor->name, tensor->scope);
    }
    for (subscript_data const& subscript : n.subscripts)
        for (scaled_data const& term : subscript.terms)
            if (term.variable.from == variable_data::origin::free)
                indices.add(term.variable.name, term.variable.domain);
    for (node const* child : n.children)
        collect_names(*child, tensors, indices);
}

} // namespace leibniz::print
