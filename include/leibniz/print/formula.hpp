#pragma once
#include <leibniz/print/factors.hpp>
#include <leibniz/print/subscripts.hpp>

namespace leibniz::print {

/// Writes one formula or one equation, with as few parentheses as its meaning allows. Ordinary
/// functions over the tree: constant evaluation and run time share them.
class formula_writer {
    sink& out;
    notation const& signs;
    known_names tensors{};
    subscript_writer subscripts;
    letters alphabet;

public:
    constexpr formula_writer(sink& target, notation const& chosen, node const& left,
                             node const& right)
        : out(target), signs(chosen), subscripts{target, chosen},
          alphabet(left.letters | right.letters) {
        collect_names(left, tensors, subscripts.indices);
        if (&left != &right)
            collect_names(right, tensors, subscripts.indices);
    }

    constexpr void write(node const& n) {
        if (n.what == form::addition)
            write_sum(n);
        else
            write_term(n, true);
    }

private:
    constexpr void write_within(node const& n, level least) {
        if (level_of(n, signs) >= least)
            return write(n);
        out << '(';
        write(n);
        out << ')';
    }

    // --- sums ------------------------------------------------------------------------------------
    constexpr void write_sum(node const& n) {
        std::size_t const leading = leading_term(n.children);
        write_term(*n.children[leading], true);
        if (n.children.size > most_sorted_terms) {
            for (term_class const group :
                 {term_class::summed, term_class::weighted, term_class::plain})
                for (std::size_t at = 0; at < n.children.size; ++at)
                    if (at != leading && class_of(*n.children[at]) == group)
                        write_term(*n.children[at], false);
            return;
        }
        term_place last{0, 0};
        for (std::size_t count = 0; count < n.children.size; ++count) {
            last = next_term(n.children, count == 0 ? nullptr : &last);
            if (last.at != leading)
                write_term(*n.children[last.at], false);
        }
    }
    constexpr void write_term(node const& n, bool leading) {
        if (is_negative(n))
            out << std::string_view(leading ? "" : " ") << signs.minus
                << std::string_view(leading ? "" : " ");
        else if (!leading)
            out << " + ";
        write_product(n);
    }

    // --- products and quotients, without their sign ----------------------------------------------
    constexpr void write_product(node const& n) {
        node const* const self = &n;
        sequence<node const*> factors =
            n.what == form::multiplication ? n.children : sequence<node const*>{&self, 1};
        rational coefficient = 1;
        if (factors[0]->what == form::number) {
            coefficient = factors[0]->value;
            factors = {factors.first + 1, factors.size - 1};
        }
        coefficient.numerator =
            coefficient.numerator < 0 ? -coefficient.numerator : coefficient.numerator;
        std::size_t below = 0;
        for (node const* factor : factors)
            below += is_denominator(*factor) ? 1u : 0u;
        rational lower = 1;
        if (below > 0 && below == factors.size) { // 3/(7·x), not 3/7/x
            lower = coefficient.denominator;
            out << coefficient.numerator;
        } else {
            bool const unwritten = coefficient == rational{1} && factors.size > 0;
            if (!unwritten)
                write_fraction(coefficient);
            write_factors(factors, false, below == 0, !unwritten);
        }
        if (below == 0)
            return;
        out << '/';
        bool const several = below > 1 || lower != rational{1};
        if (several)
            out << '(';
        if (lower != rational{1})
            out << lower.numerator;
        write_factors(factors, true, several, lower != rational{1});
        if (several)
            out << ')';
    }
    constexpr void write_factors(sequence<node const*> factors, bool denominators,
                                 bool may_end_open, bool follows) {
        std::size_t left = 0;
        for (node const* factor : factors)
            left += is_denominator(*factor) == denominators ? 1u : 0u;
        for (int rank = 0; left > 0 && rank <= last_rank; ++rank)
            for (node const* factor : factors) {
                if (is_denominator(*factor) != denominators || rank_of(*factor) != rank)
                    continue;
                if (follows)
                    out << signs.times;
                follows = true;
                --left;
                write_factor(*factor, may_end_open && left == 0);
            }
    }
    /// A Σ reaches to the end of its product: anywhere else it needs parentheses.
    constexpr void write_factor(node const& n, bool may_be_open) {
        bool const enclosed = n.what == form::addition ||
                              (n.what == form::summation && !may_be_open) || is_negative(n);
        if (enclosed)
            out << '(';
        switch (n.what) {
        case form::power:
            write_power(n, may_be_open);
            break;
        case form::summation:
            write_summation(n);
            break;
        case form::number:
            write_fraction(n.value);
            break;
        case form::addition:
        case form::multiplication:
            write(n);
            break;
        default:
            write_atom(n);
        }
        if (enclosed)
            out << ')';
    }

    // --- powers and numbers ----------------------------------------------------------------------
    /// The factor that a power is, above or below the line.
    constexpr void write_power(node const& n, bool may_be_open) {
        node const& base = *n.children[0];
        rational const exponent = n.value.numerator < 0 ? -n.value : n.value;
        if (exponent == rational{1})
            return write_within(base, may_be_open && base.what == form::summation
                                          ? level::multiplicative
                                          : level::power);
        if (exponent == rational{1, 2} && signs.plain) {
            out << signs.root << '(';
            write_enclosed(base);
            out << ')';
        } else if (exponent == rational{1, 2}) {
            out << signs.root;
            write_within(base, level::atom);
        } else {
            write_within(base, level::atom);
            write_exponent(exponent);
        }
    }
    constexpr void write_exponent(rational exponent) {
        if (signs.plain || !exponent.is_integer()) {
            bool const bare = exponent.is_integer() || !vulgar(exponent).empty();
            out << std::string_view(bare ? "^" : "^(");
            write_fraction(exponent);
            out << std::string_view(bare ? "" : ")");
            return;
        }
        constexpr std::string_view digits[]{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
        std::int64_t unit = 1;
        while (exponent.numerator / unit > 9)
            unit *= 10;
        for (; unit > 0; unit /= 10)
            out << digits[exponent.numerator / unit % 10];
    }
    constexpr std::string_view vulgar(rational value) const {
        if (signs.plain)
            return {};
        return value == rational{1, 2}   ? "½"
               : value == rational{1, 3} ? "⅓"
               : value == rational{2, 3} ? "⅔"
               : value == rational{1, 4} ? "¼"
               : value == rational{3, 4} ? "¾"
                                         : "";
    }
    constexpr void write_fraction(rational value) {
        if (std::string_view const sign = vulgar(value); !sign.empty()) {
            out << sign;
            return;
        }
        out << value.numerator;
        if (!value.is_integer())
            out << '/' << value.denominator;
    }

    // --- sums over indices -----------------------------------------------------------------------
    constexpr void write_summation(node const& n) {
        scope const* const outside = subscripts.innermost;
        write_bound(n, 0);
        subscripts.innermost = outside;
    }
    /// Each variable lives in a call of its own, so that scopes need no storage.
    constexpr void write_bound(node const& n, std::size_t at) {
        if (at == n.ranges.size)
            return write_within(*n.children[0], level::multiplicative);
        int const number = n.lowest + 1 + static_cast<int>(at), range = n.ranges[at];
        usage use;
        find_usage(use, *n.children[0], number, range, subscripts.innermost);
        scope const here = alphabet.name(number, range, use, subscripts.innermost);
        subscripts.innermost = &here;
        out << signs.sum << '_';
        if (!use.has_range && expr::is_static_range(range)) { // nothing else tells how far it runs
            out << '{';
            subscripts.write_letter(here);
            out << '<' << std::int64_t{range} << '}';
        } else {
            subscripts.write_letter(here);
        }
        out << ' ';
        write_bound(n, at + 1);
    }

    // --- atoms -----------------------------------------------------------------------------------
    constexpr void write_atom(node const& n) {
        switch (n.what) {
        case form::element:
            return write_element(n);
        case form::kronecker:
            return subscripts.write_kronecker(n.subscripts[0]);
        case form::guard:
            return subscripts.write_guard(n.subscripts[0], n.ranges[0]);
        case form::selection:
            out << '(';
            write_selection(n);
            out << ')';
            return;
        default:
            return write_application(n);
        }
    }
    constexpr void write_element(node const& n) {
        write_tensor(*n.tensor);
        if (n.subscripts.size == 0)
            return;
        out << '[';
        for (subscript_data const& subscript : n.subscripts) {
            if (&subscript != n.subscripts.begin())
                out << ',';
            subscripts.write(subscript);
        }
        out << ']';
    }
    constexpr void write_tensor(tensor_data const& tensor) {
        if (tensor.of == nullptr)
            return tensors.write(out, tensor.name, tensor.scope);
        if (!tensor.by.empty())
            return write_total(tensor);
        if (tensor.prefix == "d" && is_weighted_sum(*tensor.of)) {
            if (!tensor.scope.empty() && tensors.is_shared(tensor.of->name, tensor.scope))
                out << tensor.scope << '.';
            out << signs.delta << tensor.of->name.substr(1);
            return;
        }
        if (tensor.prefix == "d")
            out << signs.partial << signs.loss << '/' << signs.partial;
        else
            out << tensor.prefix;
        bool const enclosed = is_partial(*tensor.of);
        if (enclosed)
            out << '(';
        write_tensor(*tensor.of);
        if (enclosed)
            out << ')';
    }
    /// ∂u/∂x, ∂²u/∂x², ∂²u/∂x∂y
    constexpr void write_total(tensor_data const& tensor) {
        int order = 0;
        tensor_data const* root = &tensor;
        for (; !root->by.empty(); root = root->of)
            ++order;
        write_differential(order);
        bool const enclosed = is_partial(*root);
        if (enclosed)
            out << '(';
        write_tensor(*root);
        if (enclosed)
            out << ')';
        out << '/';
        write_denominators(tensor);
    }
    constexpr void write_differential(int order) {
        out << signs.partial;
        if (order > 1)
            write_exponent(order);
    }
    /// What was derived by first stands first.
    constexpr void write_denominators(tensor_data const& tensor) {
        int times = 0;
        tensor_data const* inner = &tensor;
        for (; inner->by == tensor.by; inner = inner->of)
            ++times;
        if (!inner->by.empty())
            write_denominators(*inner);
        out << signs.partial << tensor.by;
        if (times > 1)
            write_exponent(times);
    }
    constexpr void write_application(node const& n) {
        if (n.children.size == 0) {
            out << (n.name == "pi" ? signs.pi : n.name);
            return;
        }
        out << n.name << '(';
        for (node const* const& argument : n.children) {
            if (&argument != n.children.begin())
                out << ", ";
            write_enclosed(*argument);
        }
        out << ')';
    }
    /// Between parentheses that stand already, a selection needs none of its own.
    constexpr void write_enclosed(node const& n) {
        if (n.what == form::selection)
            write_selection(n);
        else
            write(n);
    }
    constexpr void write_selection(node const& n) {
        write(*n.children[0]);
        out << ' ' << (n.compares == expr::relation::less ? std::string_view("<") : signs.at_most)
            << ' ';
        write(*n.children[1]);
        out << " ? ";
        write(*n.children[2]);
        out << " : ";
        write(*n.children[3]);
    }
};

} // namespace leibniz::print
