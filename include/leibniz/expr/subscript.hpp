#pragma once
#include <leibniz/expr/binding.hpp>
#include <leibniz/expr/collect.hpp>
#include <leibniz/expr/domain.hpp>
#include <leibniz/meta/list.hpp>

/// What stands between the parentheses of W(j, i): an index variable, a number, or an affine form
/// such as 2*y + u - 1. All are types; index variables are free (named by the user), bound
/// (numbered by their Σ) or opened (a bound one while its Σ is being worked on).
namespace leibniz::expr {

struct subscript {};

template <class Type>
concept is_subscript = __is_base_of(subscript, Type);

/// A bit per variable, as a filter: where it is clear the variable does not occur. Bound and opened
/// variables have bits of their own, so that the filter is exact for the usual depths.
using variable_set = std::uint64_t;

template <int Value> struct fixed : subscript {
    static constexpr meta::key key = meta::mix(11, static_cast<meta::key>(Value));
    static constexpr variable_set variables = 0;
    static constexpr int opening = 0;
    static constexpr int cost = Value == 0 ? 0 : Value < 0 ? 3 : 2;
};

template <fixed_string Name, class Domain> struct index_variable : subscript {
    static constexpr auto name = Name;
    using domain_type = Domain;
    static constexpr int range = Domain::range;
    static constexpr meta::key key = meta::ranked(
        meta::kind::subscript, meta::mix_text(meta::mix_text(12, Name.view()), Domain::name.view()),
        Name.view());
    static constexpr variable_set variables = variable_set{1} << (32 + key % 32);
    static constexpr int opening = 0, cost = 1;

    /// Binds a position for evaluation, which must lie within the domain: `f(W = w, j = 2)`.
    constexpr binding<index_variable, int> operator=(int position) const noexcept {
        return {position};
    }
};

template <class Type> inline constexpr bool is_index = false;
template <fixed_string Name, class Domain>
inline constexpr bool is_index<index_variable<Name, Domain>> = true;

/// The variable of a Σ, numbered by height from the leaves (1 is innermost).
template <int Number, int Range> struct bound : subscript {
    static constexpr int range = Range;
    static constexpr meta::key key =
        meta::ranked(meta::kind::subscript, meta::mix(meta::mix(13, static_cast<meta::key>(Number)),
                                                      static_cast<meta::key>(Range)));
    static constexpr variable_set variables = variable_set{1} << (Number % 16);
    static constexpr int opening = 0, cost = 1;
};

/// A bound variable whose Σ has been opened. Its number is above every other opened one in sight,
/// so nothing is captured.
template <int Number, int Range> struct opened : subscript {
    static constexpr int range = Range;
    static constexpr meta::key key =
        meta::ranked(meta::kind::subscript, meta::mix(meta::mix(14, static_cast<meta::key>(Number)),
                                                      static_cast<meta::key>(Range)));
    static constexpr variable_set variables = variable_set{1} << (16 + Number % 16);
    static constexpr int opening = Number, cost = 1;
};

template <int Coefficient, class Variable> struct scaled {
    static constexpr int coefficient = Coefficient;
    using variable = Variable;
    static constexpr meta::key key = meta::mix(Variable::key, static_cast<meta::key>(Coefficient));
};

constexpr int largest(std::initializer_list<int> numbers) {
    int result = 0;
    for (int const number : numbers)
        result = number > result ? number : result;
    return result;
}

/// Constant + Σ Coefficient·Variable, variables in the order of their keys.
template <int Constant, class... Terms> struct affine : subscript {
    static constexpr meta::key key = [] {
        meta::key hash = meta::mix(15, static_cast<meta::key>(Constant));
        ((hash = meta::mix(hash, Terms::key)), ...);
        return meta::ranked(meta::kind::subscript, hash);
    }();
    static constexpr variable_set variables = (Terms::variable::variables | ...);
    static constexpr int opening = largest({Terms::variable::opening...});
    static constexpr int cost = fixed<Constant>::cost + static_cast<int>(sizeof...(Terms)) +
                                (0 + ... + (Terms::coefficient < 0 ? 1 : 0));
};

template <class Subscript> inline constexpr bool is_affine = false;
template <int Constant, class... Terms>
inline constexpr bool is_affine<affine<Constant, Terms...>> = true;

/// Every subscript seen as an affine form: a constant and a list of scaled variables.
template <class Subscript> struct parts {
    static constexpr int constant = 0;
    using terms = meta::list<scaled<1, Subscript>>;
};
template <int Value> struct parts<fixed<Value>> {
    static constexpr int constant = Value;
    using terms = meta::list<>;
};
template <int Constant, class... Terms> struct parts<affine<Constant, Terms...>> {
    static constexpr int constant = Constant;
    using terms = meta::list<Terms...>;
};

namespace detail {

template <int Constant, class... Terms> struct simplest_affine {
    using type = affine<Constant, Terms...>;
};
template <int Constant> struct simplest_affine<Constant> {
    using type = fixed<Constant>;
};
template <class Variable> struct simplest_affine<0, scaled<1, Variable>> {
    using type = Variable;
};

template <int Constant, class Terms> struct gather_affine;
template <int Constant, class... Terms> struct gather_affine<Constant, meta::list<Terms...>> {
    static constexpr auto plan = collect<sizeof...(Terms)>(
        {Terms::variable::key...}, {static_cast<std::int64_t>(Terms::coefficient)...});
    template <std::size_t... At>
    static auto build(std::index_sequence<At...>) -> typename simplest_affine<
        Constant,
        scaled<static_cast<int>(plan.weight[At].numerator),
               typename meta::type_at<meta::list<Terms...>, plan.from[At]>::variable>...>::type;
    using type = decltype(build(std::make_index_sequence<plan.size>{}));
};

template <int Factor, class Terms> struct scale_terms;
template <int Factor, class... Terms> struct scale_terms<Factor, meta::list<Terms...>> {
    using type = meta::list<scaled<Factor * Terms::coefficient, typename Terms::variable>...>;
};

template <class Left, class Right, int Factor> struct combine_affine {
    using type = typename gather_affine<
        parts<Left>::constant + Factor * parts<Right>::constant,
        meta::concatenate<typename parts<Left>::terms,
                          typename scale_terms<Factor, typename parts<Right>::terms>::type>>::type;
};
template <class Same> struct combine_affine<Same, Same, -1> {
    using type = fixed<0>;
};

} // namespace detail

/// Left + Factor·Right
template <class Left, class Right, int Factor = 1>
using affine_sum = typename detail::combine_affine<Left, Right, Factor>::type;
template <class Subscript, int Factor> using affine_scale = affine_sum<fixed<0>, Subscript, Factor>;

/// The coefficient of a variable in a subscript.
template <class Subscript, class Variable> inline constexpr int coefficient = 0;
template <class Variable> inline constexpr int coefficient<Variable, Variable> = 1;
template <int Constant, class... Terms, class Variable>
inline constexpr int coefficient<affine<Constant, Terms...>, Variable> =
    (0 + ... + (__is_same(typename Terms::variable, Variable) ? Terms::coefficient : 0));

/// The values an affine form can take; unknown where a variable's range is known only at run time.
struct interval {
    bool known;
    int least, greatest;
};
namespace detail {
template <class Terms> struct range_of_terms;
template <class... Terms> struct range_of_terms<meta::list<Terms...>> {
    static constexpr interval add(int constant) {
        interval result{(is_static_range(Terms::variable::range) && ...), constant, constant};
        ((Terms::coefficient < 0
              ? result.least += Terms::coefficient * (Terms::variable::range - 1)
              : result.greatest += Terms::coefficient * (Terms::variable::range - 1)),
         ...);
        return result;
    }
};
} // namespace detail
template <class Subscript>
inline constexpr interval values_of =
    detail::range_of_terms<typename parts<Subscript>::terms>::add(parts<Subscript>::constant);

} // namespace leibniz::expr

namespace leibniz {

/// `constexpr auto i = leibniz::index<"i">(in);`
template <fixed_string Name> struct index_maker {
    template <fixed_string DomainName, int Extent>
    constexpr auto operator()(expr::domain<DomainName, Extent>) const {
        return expr::index_variable<Name, expr::domain<DomainName, Extent>>{};
    }
};
template <fixed_string Name> inline constexpr index_maker<Name> index{};

} // namespace leibniz
