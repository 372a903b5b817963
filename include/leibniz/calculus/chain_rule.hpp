#pragma once
#include <leibniz/calculus/diff.hpp>
#include <leibniz/calculus/renaming.hpp>
#include <leibniz/calculus/restated.hpp>
#include <leibniz/expr/own_indices.hpp>
#include <leibniz/expr/readings.hpp>

/// The generalised chain rule over a list of equations, in reverse order: the adjoint of T is
///     ∂E/∂T[p] = Σ_{U uses T} Σ_u ∂E/∂U[u] · ∂U[u]/∂T[p],
/// a sum over all paths, so that branches, skips and shared tensors need nothing of their own
/// (Griewank and Walther, Evaluating Derivatives, 2008, section 3.2).
namespace leibniz::calculus {
namespace detail {

/// What is known of one adjoint: its formula over Indices, and whether it is used by name.
template <class Tensor, class Indices, class Formula, bool Named> struct known_adjoint {
    using tensor = Tensor;
    using indices = Indices;
    using formula = Formula;
    static constexpr bool named = Named;
    template <class At> struct value_at {
        using type = substitute<Formula, Indices, At>;
    };
    template <class... At>
        requires Named
    struct value_at<meta::list<At...>> {
        using type = element<adjoint<Tensor>, At...>;
    };
};

/// The adjoint of the tensor of equation number At.
template <class Equations, std::size_t At> struct adjoint_at;

/// Σ over Variables of Outer · ∂Right/∂Element, stated in terms of Stored, the value of Right.
template <class Variables, class Outer, class Right, class Stored, class Element>
struct contribution {
    using local = restated_derivative<Right, Stored, Element>;
    using type = close_sum<Variables, make_product<Outer, local>>;
};

/// The same, derived under neutral names: equal layers find what was derived for the first.
template <class Variables, class Outer, class Right, class Stored, class Element>
struct shared_contribution;
template <class Variables, class Outer, class Right, class Stored, class Tensor, class... P>
struct shared_contribution<Variables, Outer, Right, Stored, element<Tensor, P...>> {
    using names =
        typename neutral_names<meta::list<P...>, Outer, Right, Stored, element<Tensor, P...>>::type;
    using type = rename<
        typename contribution<Variables, rename<Outer, names>, rename<Right, names>,
                              rename<Stored, names>, rename<element<Tensor, P...>, names>>::type,
        typename names::reversed>;
};

/// The contribution of one equation U, of which Known is the adjoint, to the adjoint of
/// Element = T[p…].
template <class Equation, class Known, class Element, bool Shared> struct path;
template <class Tensor, class... Indices, class Right, class Known, class Element, bool Shared>
struct path<equation<element<Tensor, Indices...>, Right>, Known, Element, Shared> {
    template <class Positions> struct with_opened;
    template <int... At> struct with_opened<std::integer_sequence<int, At...>> {
        using variables = meta::list<opened<1 + At, Indices::range>...>;
        using stored = element<Tensor, opened<1 + At, Indices::range>...>;
        using right = substitute<Right, meta::list<Indices...>, variables>;
        using outer = typename Known::template value_at<variables>::type;
        using type = typename meta::conditional<
            Shared, shared_contribution<variables, outer, right, stored, Element>,
            contribution<variables, outer, right, stored, Element>>::type;
    };
    using type = typename with_opened<
        std::make_integer_sequence<int, static_cast<int>(sizeof...(Indices))>>::type;
};

/// From so many equations on it pays to look for equal ones.
inline constexpr std::size_t many_equations = 12;

/// The contributions of the equations from At on that read the element's tensor.
template <class Equations, class Element, std::size_t At, class... Found> struct all_paths;
template <class Equations, class Element, std::size_t At, class... Found>
    requires(At < Equations::size)
struct all_paths<Equations, Element, At, Found...>
    : all_paths<
          Equations, Element, readings<Equations>::table.reader(Element::tensor::key, At + 1),
          Found...,
          typename path<meta::type_at<Equations, At>, typename adjoint_at<Equations, At>::type,
                        Element, (Equations::size >= many_equations)>::type> {};
template <class Equations, class Element, std::size_t At, class... Found>
    requires(At >= Equations::size)
struct all_paths<Equations, Element, At, Found...> {
    using type = make_sum<Found...>;
};
template <class Equations, class Element, std::size_t From>
using paths_from =
    typename all_paths<Equations, Element,
                       readings<Equations>::table.reader(Element::tensor::key, From)>::type;

/// The position of the equation that computes the tensor; the number of equations if none does.
template <class Tensor, class Equations> struct computed_at;
template <class Tensor, class... Equations>
struct computed_at<Tensor, meta::list<Equations...>>
    : meta::position<Tensor, meta::list<typename Equations::tensor...>> {};

/// What the user gives for each sample, whose derivative nothing asks for.
template <class Tensor, class Equations>
struct is_given : std::bool_constant<computed_at<Tensor, Equations>::value == Equations::size &&
                                     is_per_sample(typename Tensor::domains{})> {};

/// The elements among which an equation divides its adjoint: those that it reads, but for inputs.
template <class Equations, class Elements> struct receivers;
template <class Equations, class... Elements> struct receivers<Equations, meta::list<Elements...>> {
    using type =
        meta::concatenate<meta::conditional<is_given<typename Elements::tensor, Equations>::value,
                                            meta::list<>, meta::list<Elements>>...>;
};

/// The second equation after number At that reads the tensor; none where there is none.
template <class Equations, std::size_t At, meta::key Tensor>
struct second_reader
    : std::integral_constant<std::size_t,
                             readings<Equations>::table.reader(
                                 Tensor, readings<Equations>::table.reader(Tensor, At + 1) + 1)> {};

/// How many terms the longest Σ of a formula adds up.
template <class Expression> struct longest_sum : std::integral_constant<int, 0> {};
template <class Body, int... Ranges>
struct longest_sum<summation<Body, Ranges...>>
    : std::integral_constant<int, (1 * ... * Ranges) * largest({1, longest_sum<Body>::value})> {};
template <class... Terms>
struct longest_sum<addition<Terms...>>
    : std::integral_constant<int, largest({longest_sum<Terms>::value...})> {};
template <class... Factors>
struct longest_sum<multiplication<Factors...>>
    : std::integral_constant<int, largest({longest_sum<Factors>::value...})> {};

/// To store a value and load it again takes about as long as a Σ of so many terms, as gated layers
/// did with and without, before 2 to 64 outputs.
inline constexpr int terms_of_a_store = 16;

/// An elementwise equation hands its adjoint on to each element that it reads, and the Σ in it is
/// worked out for each. So it is named, too, where it goes to three or more (gates of a cell), to
/// two of one tensor (the larger of two places), to one that is shared (a gain, the norm of a
/// row), or to two and is a sum over several paths itself (a skip after a skip: a Σ more from each
/// layer to the one before) or a long one. One gate or a single skip before few neurons stays as
/// textbooks write it.
template <class Equations, std::size_t At, class Formula, class Receivers>
struct is_divided_among : std::bool_constant<(Receivers::size > 2)> {};
template <class Equations, std::size_t At, class Formula, class First, class Second>
struct is_divided_among<Equations, At, Formula, meta::list<First, Second>>
    : std::bool_constant<
          __is_same(typename First::tensor, typename Second::tensor) ||
          (longest_sum<Formula>::value > terms_of_a_store) ||
          (second_reader<Equations, At, meta::type_at<Equations, At>::tensor::key>::value <
           Equations::size)> {};

template <class Indices, class Receivers> struct has_shared;
template <class Indices, class... Receivers>
struct has_shared<Indices, meta::list<Receivers...>>
    : std::bool_constant<meta::any_true({false, is_shared<Indices, Receivers>::value...})> {};

template <class Equations, std::size_t At, class Formula, class Equation,
          class Receivers = typename receivers<
              Equations, meta::unique<typename elements_of<typename Equation::right>::type>>::type>
struct is_divided : std::disjunction<is_divided_among<Equations, At, Formula, Receivers>,
                                     has_shared<typename Equation::indices, Receivers>> {};

/// A stage that holds a Σ has its adjoint named (the field's δ), unless that is a sum over samples:
/// what has such a sum in one of its own could not be added up block by block.
template <class Equations, std::size_t At, class Formula, class Equation>
struct is_named : std::bool_constant<!Formula::facts.over_samples> {};
template <class Equations, std::size_t At, class Formula, class Equation>
    requires(Equation::right::facts.height == 0)
struct is_named<Equations, At, Formula, Equation>
    : std::conjunction<
          std::bool_constant<(Formula::facts.height > 0 && !Formula::facts.over_samples)>,
          is_divided<Equations, At, Formula, Equation>> {};

template <class Equations, std::size_t At> struct adjoint_at {
    using equation = meta::type_at<Equations, At>;
    using formula = paths_from<Equations, typename equation::left, At + 1>;
    using type = known_adjoint<typename equation::tensor, typename equation::indices, formula,
                               is_named<Equations, At, formula, equation>::value>;
};
template <class Equations, std::size_t At>
    requires(At + 1 == Equations::size)
struct adjoint_at<Equations, At> {
    using loss = typename meta::type_at<Equations, At>::tensor;
    static_assert(loss::rank == 0, "the last equation, the loss, is a single number");
    using type = known_adjoint<loss, meta::list<>, one, false>;
};

/// All of them, the last one first: so each finds those that it needs, and templates are not nested
/// as deeply as the equations depend on each other.
template <class Equations, class Positions = std::make_index_sequence<Equations::size>>
struct backward;
template <class Equations, std::size_t... At>
struct backward<Equations, std::index_sequence<At...>> {
    using type = meta::list<typename adjoint_at<Equations, Equations::size - 1 - At>::type...>;
};

/// The equations of the named adjoints, in the order in which they can be evaluated.
template <class Known> struct named_equation {
    using type = meta::list<>;
};
template <class Tensor, class... Indices, class Formula>
struct named_equation<known_adjoint<Tensor, meta::list<Indices...>, Formula, true>> {
    using type = meta::list<equation<element<adjoint<Tensor>, Indices...>, Formula>>;
};
template <class Known> struct named_in;
template <class... Known> struct named_in<meta::list<Known...>> {
    using type = meta::concatenate<typename named_equation<Known>::type...>;
};

} // namespace detail

/// All adjoints of the computed tensors of a list of equations that ends in the loss, and on
/// request the derivative with respect to any other tensor.
template <class Equations> struct adjoints {
    using known = typename detail::backward<Equations>::type;

    /// The adjoint of a computed tensor; of any other one, found on request.
    template <class Tensor, std::size_t At = detail::computed_at<Tensor, Equations>::value>
    struct of_ : detail::adjoint_at<Equations, At> {};
    template <class Tensor> struct of_<Tensor, Equations::size> {
        using indices = expr::own_indices<"pqrsuvwy", typename Tensor::domains>;
        using element = typename indices::template element<Tensor>;
        using type = detail::known_adjoint<Tensor, typename indices::type,
                                           detail::paths_from<Equations, element, 0>, true>;
    };
    template <class Tensor> using of = typename of_<Tensor>::type;

    /// The adjoints that are used by name, as equations, last layer first: δ of each weighted sum,
    /// and those of some elementwise equations.
    using equations = typename detail::named_in<known>::type;
    /// ∂E/∂T as an equation, for any tensor.
    template <class Tensor>
    using equation_of = typename detail::named_in<meta::list<of<Tensor>>>::type;
};

} // namespace leibniz::calculus
