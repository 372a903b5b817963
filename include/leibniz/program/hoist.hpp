#pragma once
#include <leibniz/expr/functions.hpp>
#include <leibniz/expr/own_indices.hpp>
#include <leibniz/expr/readings.hpp>
#include <leibniz/expr/replace.hpp>
#include <leibniz/meta/key_map.hpp>
#include <leibniz/program/mapped.hpp>

/// A function of a tensor that is needed more than once gets an equation of its own: SiLU
/// a = z·logistic(z) and its derivative both hold
///     s[n,j] := logistic(z[n,j]),
/// and in Σ_j W[k,j]·tanh(z[n,j]), tanh would be worked out for each k. A number read takes less
/// time than a function, and that its equation stores it costs less than it saves.
namespace leibniz::program {
namespace detail {
using namespace expr;

/// The functions in an expression, what is inside of one before it; not those that take no longer
/// than a number read.
template <class Expression, bool Any = Expression::facts.functions> struct functions_in {
    using type = meta::list<>;
};
template <class... Terms> struct functions_in<addition<Terms...>, true> {
    using type = meta::concatenate<typename functions_in<Terms>::type...>;
};
template <class... Factors> struct functions_in<multiplication<Factors...>, true> {
    using type = meta::concatenate<typename functions_in<Factors>::type...>;
};
template <class Base, rational Exponent>
struct functions_in<power<Base, Exponent>, true> : functions_in<Base> {};
template <class Function, class Argument>
struct functions_in<application<Function, Argument>, true> {
    using type = meta::concatenate<typename functions_in<Argument>::type,
                                   meta::list<application<Function, Argument>>>;
};
template <class Argument>
struct functions_in<application<sign_, Argument>, true> : functions_in<Argument> {};
template <relation Relation, class... Operands>
struct functions_in<selection<Relation, Operands...>, true> {
    using type = meta::concatenate<typename functions_in<Operands>::type...>;
};
template <class Body, int... Ranges>
struct functions_in<summation<Body, Ranges...>, true> : functions_in<Body> {};

/// The one element that an expression reads; void where it reads others, or one in a fixed place.
template <class Elements> struct only_element {
    using type = void;
};
template <class Tensor, class... Subscripts, class... Same>
    requires(__is_same(Same, element<Tensor, Subscripts...>) && ...) &&
            ((Subscripts::variables != 0) && ...)
struct only_element<meta::list<element<Tensor, Subscripts...>, Same...>> {
    using type = element<Tensor, Subscripts...>;
};

/// A tensor over the indices of its equation, or over its own. Lefts: what equations compute.
template <class Lefts> struct left_sides;
template <class... Lefts> struct left_sides<meta::list<Lefts...>> {
    using tensors = meta::list<typename Lefts::tensor...>;
    template <class Tensor>
    using of = typename meta::type_at<
        meta::list<std::type_identity<Lefts>..., over_own_indices<"0123456789", Tensor>>,
        meta::position_by_key<Tensor, tensors>::value>::type;
};

/// A function of one element as its equation states it: of the element on the left side.
template <class Application, class Computed,
          class Element = typename only_element<typename elements_of<Application>::type>::type>
struct stated {
    using type = meta::list<>;
};
template <class Application, class Computed, class Tensor, class... Subscripts>
    requires(Application::facts.height == 0)
struct stated<Application, Computed, element<Tensor, Subscripts...>> {
    using left = typename Computed::template of<Tensor>;
    using type = meta::list<replace<Application, element<Tensor, Subscripts...>, left>>;
};

/// A function that an equation needs, and how often it counts: twice where it is worked out again.
template <class Form, bool Again> struct need {
    using form = Form;
    static constexpr int times = Again ? 2 : 1;
};
template <class Indices, class Application, class Computed>
struct need_of : stated<Application, Computed> {};
template <class Indices, class Application, class Computed>
    requires(stated<Application, Computed>::type::size == 1)
struct need_of<Indices, Application, Computed> {
    using type = meta::list<need<meta::type_at<typename stated<Application, Computed>::type, 0>,
                                 is_shared<Indices, typename only_element<typename elements_of<
                                                        Application>::type>::type>::value>>;
};
template <class Indices, class Functions, class Computed> struct needs_of;
template <class Indices, class Computed> struct needs_of<Indices, meta::list<>, Computed> {
    using type = meta::list<>;
};
template <class Indices, class First, class... Rest, class Computed>
struct needs_of<Indices, meta::list<First, Rest...>, Computed> {
    using type =
        meta::unique<meta::concatenate<typename need_of<Indices, First, Computed>::type,
                                       typename need_of<Indices, Rest, Computed>::type...>>;
};

/// How often each function counts, and which equation needs it first, numbered from 0.
template <std::size_t Capacity> class count_of_needs {
public:
    template <class... Needs> constexpr void add_equation(meta::list<Needs...>) {
        add({{Needs::form::facts.key, Needs::times}...});
        ++equations_;
    }
    constexpr bool is_hoisted(meta::key form) const { return of_[form].times > 1; }
    constexpr bool is_hoisted_at(meta::key form, std::size_t equation) const {
        return is_hoisted(form) && of_[form].first == equation;
    }

private:
    struct needed {
        meta::key form;
        int times;
    };
    struct count {
        int times = 0;
        std::size_t first = 0;
    };
    constexpr void add(std::initializer_list<needed> all) {
        for (needed const& one : all) {
            count& so_far = of_[one.form];
            so_far.first = so_far.times == 0 ? equations_ : so_far.first;
            so_far.times += one.times;
        }
    }

    meta::key_map<count, Capacity> of_;
    std::size_t equations_ = 0;
};
template <class... NeedsOfEquations> struct counted {
    static constexpr auto all = [] {
        count_of_needs<meta::total({std::size_t{1}, NeedsOfEquations::size...})> result;
        meta::in_order{(result.add_equation(NeedsOfEquations{}), meta::done{})...};
        return result;
    }();
    template <class Form>
    struct is_hoisted : std::bool_constant<all.is_hoisted(Form::facts.key)> {};
    template <class Form, std::size_t Equation>
    struct is_hoisted_at : std::bool_constant<all.is_hoisted_at(Form::facts.key, Equation)> {};
};

/// The tensor of a function's values, known by the function's key.
template <class Form, class Element> struct values_at;
template <class Form, class Tensor, class... Subscripts>
struct values_at<Form, element<Tensor, Subscripts...>> {
    using type = element<companion<hexadecimal(Form::facts.key), Tensor>, Subscripts...>;
};

/// An expression that reads the values of hoisted functions.
template <class Expression, class Hoisted, bool Any = Expression::facts.functions>
struct reading_values {
    using type = Expression;
};
template <class Expression, class Hoisted>
using read_values = typename reading_values<Expression, Hoisted>::type;
template <class Hoisted> struct reading_values_of {
    template <class Operand> using of = read_values<Operand, Hoisted>;
};
template <class Expression, class Hoisted>
struct reading_values<Expression, Hoisted, true> : mapped<Expression, reading_values_of<Hoisted>> {
};
template <class Application, class Forms, class Hoisted> struct reading_value;
template <class Function, class... Arguments, class Forms, class Hoisted>
struct reading_value<application<Function, Arguments...>, Forms, Hoisted>
    : mapped<application<Function, Arguments...>, reading_values_of<Hoisted>> {};
template <class Function, class... Arguments, class Form, class Hoisted>
    requires(Hoisted::template is_hoisted<Form>::value)
struct reading_value<application<Function, Arguments...>, meta::list<Form>, Hoisted>
    : values_at<Form, typename only_element<
                          meta::concatenate<typename elements_of<Arguments>::type...>>::type> {};
template <class Function, class... Arguments, class Hoisted>
struct reading_values<application<Function, Arguments...>, Hoisted, true>
    : reading_value<
          application<Function, Arguments...>,
          typename stated<application<Function, Arguments...>, typename Hoisted::computed>::type,
          Hoisted> {};

/// The equation of a function.
template <class Form, class Hoisted> struct equation_of_form;
template <class Function, class Argument, class Hoisted>
struct equation_of_form<application<Function, Argument>, Hoisted> {
    using form = application<Function, Argument>;
    using type = meta::list<
        equation<typename values_at<
                     form, typename only_element<typename elements_of<Argument>::type>::type>::type,
                 application<Function, read_values<Argument, Hoisted>>>>;
};
/// An equation with those before it of the functions that it needs first.
template <class Equation, std::size_t At, class Needs, class Hoisted> struct with_hoisted;
template <class Left, class Right, std::size_t At, class... Needs, class Hoisted>
struct with_hoisted<equation<Left, Right>, At, meta::list<Needs...>, Hoisted> {
    // Each once, also where the equation needs it in two ways.
    using before = meta::unique<meta::concatenate<typename meta::conditional<
        Hoisted::counts::template is_hoisted_at<typename Needs::form, At>::value,
        equation_of_form<typename Needs::form, Hoisted>,
        std::type_identity<meta::list<>>>::type...>>;
    using type = meta::concatenate<before, meta::list<equation<Left, read_values<Right, Hoisted>>>>;
};

template <class Equations, class Positions = std::make_index_sequence<Equations::size>>
struct hoisted;
template <class... Equations, std::size_t... At>
struct hoisted<meta::list<Equations...>, std::index_sequence<At...>> {
    using computed = left_sides<meta::list<typename Equations::left...>>;
    template <class Equation>
    using needs =
        typename needs_of<typename Equation::indices,
                          typename functions_in<typename Equation::right>::type, computed>::type;
    using counts = counted<needs<Equations>...>;
    template <class Form> using is_hoisted = typename counts::template is_hoisted<Form>;
    using type =
        meta::concatenate<typename with_hoisted<Equations, At, needs<Equations>, hoisted>::type...>;
};

} // namespace detail

/// The equations, and those of functions that are needed more than once.
template <class Equations> using hoist = typename detail::hoisted<Equations>::type;

} // namespace leibniz::program
