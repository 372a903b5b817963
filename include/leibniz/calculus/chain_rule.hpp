#pragma once
#include <leibniz/calculus/diff.hpp>
#include <leibniz/expr/equation.hpp>
#include <leibniz/expr/replace.hpp>

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

template <class Tensor, class Known> struct look_up {
    using type = void;
};
template <class Tensor, class First, class... Rest>
struct look_up<Tensor, meta::list<First, Rest...>> : look_up<Tensor, meta::list<Rest...>> {};
template <class Tensor, class Indices, class Formula, bool Named, class... Rest>
struct look_up<Tensor, meta::list<known_adjoint<Tensor, Indices, Formula, Named>, Rest...>> {
    using type = known_adjoint<Tensor, Indices, Formula, Named>;
};

/// The contribution of one equation U to the adjoint of Element = T[p…].
template <class Equation, class Known, class Element, bool Mentioned> struct path {
    using type = zero;
};
template <class Summand, class Variables> struct close_path {
    using type = close_sum<Variables, Summand>;
};

template <class Tensor, class... Indices, class Right, class Known, class Element>
    requires(!std::is_void_v<typename look_up<Tensor, Known>::type>)
struct path<equation<element<Tensor, Indices...>, Right>, Known, Element, true> {
    template <class Positions> struct with_opened;
    template <int... At> struct with_opened<std::integer_sequence<int, At...>> {
        using variables = meta::list<opened<1 + At, Indices::range>...>;
        using stored = element<Tensor, opened<1 + At, Indices::range>...>;
        using right = substitute<Right, meta::list<Indices...>, variables>;
        using local = replace<derivative<right, Element>, right, stored>;
        using outer = typename look_up<Tensor, Known>::type::template value_at<variables>::type;
        using type = typename close_path<make_product<outer, local>, variables>::type;
    };
    using type = typename with_opened<
        std::make_integer_sequence<int, static_cast<int>(sizeof...(Indices))>>::type;
};

template <class Equations, class Known, class Element> struct all_paths;
template <class... Equations, class Known, class Tensor, class... P>
struct all_paths<meta::list<Equations...>, Known, element<Tensor, P...>> {
    using type = make_sum<typename path<Equations, Known, element<Tensor, P...>,
                                        may_mention<typename Equations::right, Tensor>()>::type...>;
};

/// A stage that holds a Σ has its adjoint named (the field's δ); an elementwise one is inlined.
template <class Expression> inline constexpr bool has_sum = false;
template <class Body, int... Ranges>
inline constexpr bool has_sum<summation<Body, Ranges...>> = true;
template <class... Terms>
inline constexpr bool has_sum<addition<Terms...>> = (has_sum<Terms> || ...);
template <class... Factors>
inline constexpr bool has_sum<multiplication<Factors...>> = (has_sum<Factors> || ...);
template <class Base, rational Exponent>
inline constexpr bool has_sum<power<Base, Exponent>> = has_sum<Base>;
template <class Function, class... Arguments>
inline constexpr bool has_sum<application<Function, Arguments...>> = (has_sum<Arguments> || ...);
template <relation Relation, class... Operands>
inline constexpr bool has_sum<selection<Relation, Operands...>> = (has_sum<Operands> || ...);

/// Walks the equations backwards; Reversed is what is left of them.
template <class Equations, class Reversed, class Known> struct walk_back {
    using type = Known;
};
template <class Equations, class Equation, class... Rest, class... Known>
struct walk_back<Equations, meta::list<Equation, Rest...>, meta::list<Known...>>
    : walk_back<
          Equations, meta::list<Rest...>,
          meta::list<Known..., known_adjoint<typename Equation::tensor, typename Equation::indices,
                                             typename all_paths<Equations, meta::list<Known...>,
                                                                typename Equation::left>::type,
                                             has_sum<typename Equation::right>>>> {};

template <class Done, class... Types> struct reversed_list {
    using type = Done;
};
template <class... Done, class First, class... Rest>
struct reversed_list<meta::list<Done...>, First, Rest...>
    : reversed_list<meta::list<First, Done...>, Rest...> {};

template <class Equations> struct backward;
template <class... Equations> struct backward<meta::list<Equations...>> {
    using reversed = typename reversed_list<meta::list<>, Equations...>::type;
    using loss = typename meta::drop_first<reversed>::first;
    static_assert(loss::tensor::rank == 0, "the last equation, the loss, is a single number");
    using type = typename walk_back<
        meta::list<Equations...>, typename meta::drop_first<reversed>::rest,
        meta::list<known_adjoint<typename loss::tensor, meta::list<>, one, false>>>::type;
};

/// The indices of a tensor that has no equation of its own: p, q, r, s over its domains.
template <class Tensor, class Positions = std::make_index_sequence<Tensor::rank>>
struct default_indices;
template <class Tensor, std::size_t... At>
struct default_indices<Tensor, std::index_sequence<At...>> {
    static_assert(sizeof...(At) <= 8, "a tensor of more than eight domains");
    static constexpr char letters[] = "pqrsuvwy";
    template <std::size_t I>
    using index = index_variable<fixed_string<2>({letters[I], '\0'}),
                                 meta::type_at<typename Tensor::domains, I>>;
    using type = meta::list<index<At>...>;
    using element_type = element<Tensor, index<At>...>;
};

/// The equations of the named adjoints, in the order in which they can be evaluated.
template <class... Known> struct named_equations;
template <> struct named_equations<> {
    using type = meta::list<>;
};
template <class Tensor, class... Indices, class Formula, bool Named, class... Rest>
struct named_equations<known_adjoint<Tensor, meta::list<Indices...>, Formula, Named>, Rest...> {
    using here = std::conditional_t<
        Named, meta::list<equation<element<adjoint<Tensor>, Indices...>, Formula>>, meta::list<>>;
    using type = meta::concatenate<here, typename named_equations<Rest...>::type>;
};
template <class Known> struct named_in;
template <class... Known> struct named_in<meta::list<Known...>> : named_equations<Known...> {};

} // namespace detail

/// All adjoints of the computed tensors of a list of equations that ends in the loss, and on
/// request the derivative with respect to any other tensor.
template <class Equations> struct adjoints {
    using known = typename detail::backward<Equations>::type;

    /// The adjoint of a computed tensor; of any other one, found on request.
    template <class Tensor, class Found = typename detail::look_up<Tensor, known>::type>
    struct of_ {
        using type = Found;
    };
    template <class Tensor> struct of_<Tensor, void> {
        using indices = typename detail::default_indices<Tensor>::type;
        using type = detail::known_adjoint<
            Tensor, indices,
            typename detail::all_paths<
                Equations, known, typename detail::default_indices<Tensor>::element_type>::type,
            true>;
    };
    template <class Tensor> using of = typename of_<Tensor>::type;

    /// The adjoints that are used by name, as equations (δ of each weighted sum), last layer first.
    using equations = typename detail::named_in<known>::type;
    /// ∂E/∂T as an equation, for any tensor.
    template <class Tensor>
    using equation_of = typename detail::named_in<meta::list<of<Tensor>>>::type;
};

} // namespace leibniz::calculus
