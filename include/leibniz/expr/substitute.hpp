#pragma once
#include <leibniz/expr/application.hpp>
#include <leibniz/expr/indicator.hpp>
#include <leibniz/expr/power.hpp>
#include <leibniz/expr/selection.hpp>

/// Index variables replaced by subscripts, all at once, rebuilding the canonical form on the way
/// up.
namespace leibniz::expr {

template <class Variables, class Body> struct summation_maker;

/// Σ over opened variables: the canonical form is chosen in expr/summation.hpp.
template <class Variables, class Body>
using close_sum = typename summation_maker<Variables, Body>::type;

namespace detail {

template <class Variables> inline constexpr variable_set set_of = 0;
template <class... Variables>
inline constexpr variable_set set_of<meta::list<Variables...>> = (0 | ... | Variables::variables);

template <class Subscript, class From, class To> struct replaced_variable {
    using type = meta::type_at<To, meta::position<Subscript, From>::value>;
};
template <class Subscript, class From, class To>
    requires(meta::position<Subscript, From>::value == From::size)
struct replaced_variable<Subscript, From, To> {
    using type = Subscript;
};
template <int Constant, class From, class To, class Done, class... Terms> struct replaced_affine {
    using type = Done;
};
template <int Constant, class From, class To, class Done, class First, class... Terms>
struct replaced_affine<Constant, From, To, Done, First, Terms...>
    : replaced_affine<
          Constant, From, To,
          affine_sum<Done, typename replaced_variable<typename First::variable, From, To>::type,
                     First::coefficient>,
          Terms...> {};
template <int Constant, class... Terms, class From, class To>
struct replaced_variable<affine<Constant, Terms...>, From, To>
    : replaced_affine<Constant, From, To, fixed<Constant>, Terms...> {};
template <int Value, class From, class To> struct replaced_variable<fixed<Value>, From, To> {
    using type = fixed<Value>;
};

template <class Subscript, class From, class To>
using replace_in_subscript = typename replaced_variable<Subscript, From, To>::type;

template <class Expression, class From, class To, bool Mentioned> struct substituted;
template <class Expression, class From, class To>
using substituted_in =
    typename substituted<Expression, From, To,
                         (Expression::facts.variables & set_of<From>) != 0>::type;

template <class Expression, class From, class To> struct substituted<Expression, From, To, false> {
    using type = Expression;
};
template <class Tensor, class... Subscripts, class From, class To>
struct substituted<element<Tensor, Subscripts...>, From, To, true> {
    using type = element<Tensor, replace_in_subscript<Subscripts, From, To>...>;
};
template <class... Terms, class From, class To>
struct substituted<addition<Terms...>, From, To, true> {
    using type = make_sum<substituted_in<Terms, From, To>...>;
};
template <class... Factors, class From, class To>
struct substituted<multiplication<Factors...>, From, To, true> {
    using type = make_product<substituted_in<Factors, From, To>...>;
};
template <class Base, rational Exponent, class From, class To>
struct substituted<power<Base, Exponent>, From, To, true> {
    using type = make_power<substituted_in<Base, From, To>, Exponent>;
};
template <class Function, class... Arguments, class From, class To>
struct substituted<application<Function, Arguments...>, From, To, true> {
    using type = make_application<Function, substituted_in<Arguments, From, To>...>;
};
template <relation Relation, class L, class R, class Then, class Else, class From, class To>
struct substituted<selection<Relation, L, R, Then, Else>, From, To, true> {
    using type = make_selection<Relation, substituted_in<L, From, To>, substituted_in<R, From, To>,
                                substituted_in<Then, From, To>, substituted_in<Else, From, To>>;
};
template <class Affine, class From, class To>
struct substituted<kronecker<Affine>, From, To, true> {
    using type = make_kronecker<replace_in_subscript<Affine, From, To>>;
};
template <class Affine, int Extent, class From, class To>
struct substituted<guard<Affine, Extent>, From, To, true> {
    using type = make_guard<replace_in_subscript<Affine, From, To>, Extent>;
};

template <class Subscripts> inline constexpr int opening_of = 0;
template <class... Subscripts>
inline constexpr int opening_of<meta::list<Subscripts...>> = largest({Subscripts::opening...});

/// The variables of a Σ, bound and opened, numbered from a floor upward.
template <class Summation, int Floor> struct scope_of;
template <class Body, int... Ranges, int Floor> struct scope_of<summation<Body, Ranges...>, Floor> {
    template <class Positions> struct numbered;
    template <int... At> struct numbered<std::integer_sequence<int, At...>> {
        using bound_variables =
            meta::list<bound<summation<Body, Ranges...>::lowest + 1 + At, Ranges>...>;
        using variables = meta::list<opened<Floor + 1 + At, Ranges>...>;
    };
    using positions = numbered<std::make_integer_sequence<int, sizeof...(Ranges)>>;
    using bound_variables = typename positions::bound_variables;
    using variables = typename positions::variables;
};

template <class Body, int... Ranges, class From, class To>
struct substituted<summation<Body, Ranges...>, From, To, true> {
    using scope = scope_of<summation<Body, Ranges...>,
                           largest({Body::facts.opening, opening_of<From>, opening_of<To>})>;
    using type =
        close_sum<typename scope::variables,
                  substituted_in<Body, meta::concatenate<From, typename scope::bound_variables>,
                                 meta::concatenate<To, typename scope::variables>>>;
};

} // namespace detail

/// Expression with the variables From replaced by the subscripts To.
template <class Expression, class From, class To>
using substitute = detail::substituted_in<Expression, From, To>;

/// The body of a Σ with its variables opened above Floor, and those variables.
template <class Summation, int Floor> struct open_sum;
template <class Body, int... Ranges, int Floor> struct open_sum<summation<Body, Ranges...>, Floor> {
    using scope =
        detail::scope_of<summation<Body, Ranges...>, largest({Body::facts.opening, Floor})>;
    using variables = typename scope::variables;
    using body = substitute<Body, typename scope::bound_variables, variables>;
};

} // namespace leibniz::expr
