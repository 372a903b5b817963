#pragma once
#include <array>
#include <leibniz/expr/tensor.hpp>
#include <leibniz/expr/total.hpp>
#include <leibniz/print/tree.hpp>

/// From a formula's type to its tree. Each distinct node is described once in a program, whatever
/// formulas it is part of.
namespace leibniz::print {

/// Room for the name of the loss in ∂E/∂T, in bytes.
inline constexpr std::size_t longest_loss_name = 24;

namespace detail {

constexpr std::size_t digits(std::int64_t value) {
    std::size_t count = value < 0 ? 2 : 1;
    for (; value > 9 || value < -9; value /= 10)
        ++count;
    return count;
}
constexpr std::size_t longest_number(rational value) {
    return digits(value.numerator) + digits(value.denominator) + 4;
}

constexpr std::uint32_t letter_of(std::string_view name) {
    return name.size() == 1 && name[0] >= 'a' && name[0] <= 'z' ? 1u << (name[0] - 'a') : 0;
}

// --- tensors ------------------------------------------------------------------------------------
template <class Domains> struct ranges_of;
template <class... Domains> struct ranges_of<meta::list<Domains...>> {
    static constexpr std::array<int, sizeof...(Domains)> values{Domains::range...};
    static constexpr sequence<int> value{values.data(), values.size()};
};

template <class Tensor> struct tensor_description {
    static constexpr tensor_data value{Tensor::name.view(),
                                       Tensor::scope.view(),
                                       {},
                                       nullptr,
                                       ranges_of<typename Tensor::domains>::value};
    static constexpr std::size_t longest =
        Tensor::name.view().size() + Tensor::scope.view().size() + 2;
};
template <fixed_string Prefix, class Tensor>
struct tensor_description<expr::companion<Prefix, Tensor>> {
    using companion = expr::companion<Prefix, Tensor>;
    static constexpr tensor_data value{companion::name.view(), companion::scope.view(),
                                       companion::prefix.view(), &tensor_description<Tensor>::value,
                                       ranges_of<typename Tensor::domains>::value};
    static constexpr std::size_t longest =
        tensor_description<Tensor>::longest + Prefix.view().size() + longest_loss_name + 11;
};
template <class Tensor, class Along> struct tensor_description<expr::total<Tensor, Along>> {
    using total = expr::total<Tensor, Along>;
    static constexpr tensor_data value{total::name.view(),
                                       total::scope.view(),
                                       {},
                                       &tensor_description<Tensor>::value,
                                       ranges_of<typename total::domains>::value,
                                       Along::name.view()};
    static constexpr std::size_t longest =
        tensor_description<Tensor>::longest + Along::name.view().size() + 24;
};

// --- subscripts ---------------------------------------------------------------------------------
template <fixed_string Name, class Domain>
constexpr variable_data variable_of(expr::index_variable<Name, Domain>) {
    using variable = expr::index_variable<Name, Domain>;
    return {variable_data::origin::free, variable::name.view(), Domain::name.view(), 0,
            variable::range};
}
template <int Number, int Range> constexpr variable_data variable_of(expr::bound<Number, Range>) {
    return {variable_data::origin::bound, {}, {}, Number, Range};
}
template <int Number, int Range> constexpr variable_data variable_of(expr::opened<Number, Range>) {
    return {variable_data::origin::opened, {}, {}, Number, Range};
}

template <class Terms> struct described_terms;
template <class... Terms> struct described_terms<meta::list<Terms...>> {
    static constexpr std::array<scaled_data, sizeof...(Terms)> values{
        scaled_data{Terms::coefficient, variable_of(typename Terms::variable{})}...};
    static constexpr sequence<scaled_data> value{values.data(), values.size()};
};

template <class Subscript> constexpr subscript_data describe_subscript() {
    using parts = expr::parts<Subscript>;
    subscript_data result{parts::constant, described_terms<typename parts::terms>::value,
                          digits(parts::constant) + 3};
    for (scaled_data const& term : result.terms)
        result.longest += digits(term.coefficient) + term.variable.name.size() +
                          term.variable.domain.size() + digits(term.variable.number) + 8;
    return result;
}
constexpr std::uint32_t letters_of(subscript_data const& subscript) {
    std::uint32_t result = 0;
    for (scaled_data const& term : subscript.terms)
        result |= letter_of(term.variable.name);
    return result;
}

template <class... Subscripts> struct described_subscripts {
    static constexpr std::array<subscript_data, sizeof...(Subscripts)> values{
        describe_subscript<Subscripts>()...};
    static constexpr sequence<subscript_data> value{values.data(), values.size()};
};

// --- nodes --------------------------------------------------------------------------------------
template <class Expression> struct description;

template <class... Children> struct described_children {
    static constexpr std::array<node const*, sizeof...(Children)> values{
        &description<Children>::value...};
    static constexpr sequence<node const*> value{values.data(), values.size()};
};

/// What a node takes from those below it; Overhead is what it may write of its own, per child.
constexpr node gathered(node result, std::size_t own, std::size_t per_child) {
    result.longest = own;
    for (node const* child : result.children) {
        result.letters |= child->letters;
        result.longest += child->longest + per_child;
    }
    for (subscript_data const& subscript : result.subscripts) {
        result.letters |= letters_of(subscript);
        result.longest += subscript.longest + 1;
    }
    return result;
}

template <rational Value> struct description<expr::constant<Value>> {
    static constexpr node value = [] {
        node result;
        result.value = Value;
        return gathered(result, longest_number(Value) + 2, 0);
    }();
};
template <class Tensor, class... Subscripts>
struct description<expr::element<Tensor, Subscripts...>> {
    static constexpr node value = [] {
        node result;
        result.what = form::element;
        result.tensor = &tensor_description<Tensor>::value;
        result.subscripts = described_subscripts<Subscripts...>::value;
        result.letters = letter_of(Tensor::name.view());
        return gathered(result, tensor_description<Tensor>::longest + 4, 0);
    }();
};
template <class... Terms> struct description<expr::addition<Terms...>> {
    static constexpr node value = [] {
        node result;
        result.what = form::addition;
        result.children = described_children<Terms...>::value;
        return gathered(result, 2, 7);
    }();
};
template <class... Factors> struct description<expr::multiplication<Factors...>> {
    static constexpr node value = [] {
        node result;
        result.what = form::multiplication;
        result.children = described_children<Factors...>::value;
        return gathered(result, 10, 4);
    }();
};
template <class Base, rational Exponent> struct description<expr::power<Base, Exponent>> {
    static constexpr node value = [] {
        node result;
        result.what = form::power;
        result.value = Exponent;
        result.children = described_children<Base>::value;
        return gathered(result, 3 * longest_number(Exponent) + 10, 4);
    }();
};
template <class Function, class... Arguments>
struct description<expr::application<Function, Arguments...>> {
    static constexpr node value = [] {
        node result;
        result.what = form::application;
        result.name = Function::name.view();
        result.children = described_children<Arguments...>::value;
        return gathered(result, Function::name.view().size() + 4, 2);
    }();
};
template <class Body, int... Ranges> struct description<expr::summation<Body, Ranges...>> {
    static constexpr std::array<int, sizeof...(Ranges)> ranges{Ranges...};
    static constexpr node value = [] {
        using summation = expr::summation<Body, Ranges...>;
        node result;
        result.what = form::summation;
        result.ranges = {ranges.data(), ranges.size()};
        result.lowest = summation::lowest;
        result.children = described_children<Body>::value;
        return gathered(result, sizeof...(Ranges) * 32 + 2, 2);
    }();
};
template <class Affine> struct description<expr::kronecker<Affine>> {
    static constexpr node value = [] {
        node result;
        result.what = form::kronecker;
        result.subscripts = described_subscripts<Affine>::value;
        return gathered(result, 8, 0);
    }();
};
template <class Affine, int Extent> struct description<expr::guard<Affine, Extent>> {
    static constexpr std::array<int, 1> extent{Extent};
    static constexpr node value = [] {
        node result;
        result.what = form::guard;
        result.ranges = {extent.data(), extent.size()};
        result.subscripts = described_subscripts<Affine>::value;
        return gathered(result, 28, 0);
    }();
};
template <expr::relation Relation, class Left, class Right, class Then, class Else>
struct description<expr::selection<Relation, Left, Right, Then, Else>> {
    static constexpr node value = [] {
        node result;
        result.what = form::selection;
        result.compares = Relation;
        result.children = described_children<Left, Right, Then, Else>::value;
        return gathered(result, 2, 5);
    }();
};

} // namespace detail

/// The tree of a formula, in static storage.
template <expr::is_expression Expression>
inline constexpr node const& tree = detail::description<Expression>::value;

} // namespace leibniz::print
