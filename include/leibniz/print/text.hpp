#pragma once
#include <bit>
#include <leibniz/expr/equation.hpp>
#include <leibniz/print/describe.hpp>
#include <leibniz/print/formula.hpp>

namespace leibniz {
namespace print {

/// The room for a text: an upper bound from the tree, rounded up so that few types of text exist.
constexpr std::size_t capacity_for(std::size_t longest) {
    return std::bit_ceil(longest < 128 ? std::size_t{128} : longest);
}

namespace detail {

constexpr void write_formula(sink& out, notation const& signs, node const& formula) {
    formula_writer(out, signs, formula, formula).write(formula);
}
constexpr void write_equation(sink& out, notation const& signs, node const& left,
                              node const& right) {
    formula_writer writer(out, signs, left, right);
    writer.write(left);
    out << " := ";
    writer.write(right);
}

} // namespace detail

/// The formula as text, never cut short. Costs the compiler next to nothing unless its result is
/// asked for in a constant expression.
template <expr::is_expression Expression> constexpr auto text(notation const& signs = unicode) {
    fixed_text<capacity_for(tree<Expression>.longest)> result;
    sink out{result.letters, sizeof result.letters};
    detail::write_formula(out, signs, tree<Expression>);
    result.size = out.size;
    return result;
}

/// The equation as text: `z1[n,j] := Σ_i W1[j,i]·x[n,i] + b1[j]`.
template <class Equation>
    requires requires { typename Equation::right; }
constexpr auto text(notation const& signs = unicode) {
    constexpr node const& left = tree<typename Equation::left>;
    constexpr node const& right = tree<typename Equation::right>;
    fixed_text<capacity_for(left.longest + right.longest + 4)> result;
    sink out{result.letters, sizeof result.letters};
    detail::write_equation(out, signs, left, right);
    result.size = out.size;
    return result;
}

} // namespace print

/// The text of a formula or an equation, in the usual notation or in ASCII: `to_text(f).view()`,
/// `to_text(f, ascii)`. Constant where it is asked to be: `constexpr auto t = to_text(f);`
inline constexpr struct to_text_ {
    template <expr::is_expression Expression>
    constexpr auto operator()(Expression, print::notation const& signs = unicode) const noexcept {
        return print::text<Expression>(signs);
    }
    template <class Left, class Right>
    constexpr auto operator()(expr::equation<Left, Right>,
                              print::notation const& signs = unicode) const noexcept {
        return print::text<expr::equation<Left, Right>>(signs);
    }
} to_text;

namespace print {

/// The letters of a fixed_text as a template argument, for the names of types.
template <std::size_t Size, class Text> constexpr auto as_fixed_string(Text const& text) {
    fixed_string<Size + 1> result;
    for (std::size_t at = 0; at < Size; ++at)
        result.text[at] = text.letters[at];
    return result;
}

namespace detail {

template <class Formula> inline constexpr auto ascii_text = text<Formula>(ascii);

} // namespace detail

/// The text of a formula or an equation in ASCII, exactly as long as it is, as a template argument
/// for the names of types.
template <class Formula>
inline constexpr auto name_of =
    as_fixed_string<detail::ascii_text<Formula>.size>(detail::ascii_text<Formula>);

} // namespace print
} // namespace leibniz
