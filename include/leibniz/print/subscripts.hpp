#pragma once
#include <leibniz/print/names.hpp>
#include <leibniz/print/notation.hpp>

namespace leibniz::print {

/// Writes what stands between brackets: 2·y+u−1, i = p, 0 ≤ s−u < 12.
struct subscript_writer {
    sink& out;
    notation const& signs;
    known_names indices{};
    scope const* innermost = nullptr;

    constexpr void write_variable(variable_data const& variable) const {
        if (variable.from == variable_data::origin::free)
            return indices.write(out, variable.name, variable.domain);
        scope const* const known = variable.from == variable_data::origin::bound
                                       ? find(innermost, variable.number)
                                       : nullptr;
        if (known == nullptr)
            out << '_' << static_cast<std::int64_t>(variable.number);
        else
            write_letter(*known);
    }
    constexpr void write_letter(scope const& known) const {
        out << known.letter;
        if (known.numbered)
            out << static_cast<std::int64_t>(known.number);
    }

    constexpr void write(subscript_data const& subscript) const {
        bool empty = true;
        write_part(subscript, 1, empty);
        if (empty && subscript.constant > 0) {
            out << static_cast<std::int64_t>(subscript.constant);
            bool rest = false;
            return write_part(subscript, -1, rest, signs.minus);
        }
        bool rest = false;
        write_part(subscript, -1, rest, signs.minus);
        empty = empty && !has_part(subscript, -1);
        if (subscript.constant < 0)
            out << signs.minus << -std::int64_t{subscript.constant};
        else if (subscript.constant > 0 || empty)
            out << std::string_view(empty ? "" : "+") << std::int64_t{subscript.constant};
    }

    /// affine = 0, each term on the side where it is positive.
    constexpr void write_kronecker(subscript_data const& subscript) const {
        out << '[';
        write_side(subscript, 1);
        out << " = ";
        write_side(subscript, -1);
        out << ']';
    }
    constexpr void write_guard(subscript_data const& subscript, int extent) const {
        out << "[0 " << signs.at_most << ' ';
        write(subscript);
        out << " < ";
        if (expr::is_static_range(extent))
            out << std::int64_t{extent} << ']';
        else
            out << "N]";
    }

private:
    static constexpr bool has_part(subscript_data const& subscript, int sign) {
        for (scaled_data const& term : subscript.terms)
            if ((term.coefficient < 0) == (sign < 0))
                return true;
        return false;
    }
    /// The terms of one sign, without it: named indices first. Empty: nothing stands before them.
    constexpr void write_part(subscript_data const& subscript, int sign, bool& empty,
                              std::string_view separator = "+") const {
        for (bool const free : {true, false})
            for (scaled_data const& term : subscript.terms) {
                if ((term.coefficient < 0) != (sign < 0) ||
                    (term.variable.from == variable_data::origin::free) != free)
                    continue;
                if (!empty)
                    out << separator;
                empty = false;
                if (std::int64_t const size = std::int64_t{term.coefficient} * sign; size != 1)
                    out << size << signs.times;
                write_variable(term.variable);
            }
    }
    constexpr void write_side(subscript_data const& subscript, int sign) const {
        bool empty = true;
        write_part(subscript, sign, empty);
        std::int64_t const constant = std::int64_t{subscript.constant} * sign;
        if (constant > 0)
            out << std::string_view(empty ? "" : "+") << constant;
        else if (empty)
            out << '0';
    }
};

} // namespace leibniz::print
