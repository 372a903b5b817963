#pragma once
#include <leibniz/expr/fingerprint.hpp>
#include <leibniz/meta/key_map.hpp>
#include <leibniz/testing/reached.hpp>
#include <leibniz/testing/subject.hpp>

/// What formulas and programs are made of, as constants of the compiler.
namespace leibniz {
namespace errors {
/// depends_on(f, W): asked for is a handle of a tensor, an element, or a symbol.
template <class Given> struct not_a_tensor_or_element;
/// shares_delta(grad, W): the first is a gradient.
template <class Given> struct not_a_gradient;
} // namespace errors

namespace testing_detail {

template <class Type> inline constexpr bool is_gradient = false;
template <class Objective> inline constexpr bool is_gradient<gradient_of<Objective>> = true;

} // namespace testing_detail

/// Does the formula read the tensor, `depends_on(f, W)`, or the element, `depends_on(f, W(1_c,
/// 0_c))`? Subscripts that are not both numbers count as equal.
template <expr::is_expression Formula, testing_detail::can_be_read Asked>
constexpr bool depends_on(Formula, Asked) {
    using read = typename expr::elements_of<Formula>::type;
    return testing_detail::is_among<Asked>(read{});
}
/// The same, through the equations of a network, a loss or a gradient: `depends_on(f, W, net)`.
template <expr::is_expression Formula, testing_detail::can_be_read Asked,
          testing_detail::has_equations Subject>
constexpr bool depends_on(Formula, Asked, Subject) {
    using read =
        testing_detail::read_by<Formula, typename testing_detail::equations_of<Subject>::type>;
    return testing_detail::is_among<Asked>(read{});
}
template <expr::is_expression Formula, class Asked, class... Subject>
    requires(!testing_detail::can_be_read<Asked>)
errors::not_a_tensor_or_element<testing_detail::given<!testing_detail::can_be_read<Asked>, Asked>>
depends_on(Formula, Asked, Subject...);
template <expr::is_expression Formula, testing_detail::can_be_read Asked, class Subject>
    requires(!testing_detail::has_equations<Subject>)
errors::not_a_network_loss_or_gradient<
    testing_detail::given<!testing_detail::has_equations<Subject>, Subject>>
    depends_on(Formula, Asked, Subject);

template <class Given, class... Asked>
    requires(!expr::is_expression<Given>)
errors::not_a_formula<testing_detail::given<!expr::is_expression<Given>, Given>>
depends_on(Given, Asked...);

/// Tensors in no order, to be compared with `parameters(W, b)`.
template <class... Tensors> struct tensor_set {
    static constexpr std::size_t size = sizeof...(Tensors);
    template <class Tensor> static constexpr bool contains(tensor_handle<Tensor>) {
        return meta::contains<Tensor, meta::list<Tensors...>>::value;
    }
    template <class... Others> constexpr bool operator==(parameter_tensors<Others...>) const {
        return sizeof...(Others) == size &&
               meta::all_true({meta::contains<Others, meta::list<Tensors...>>::value...});
    }
};

namespace testing_detail {

template <class List> struct as_set;
template <class... Tensors> struct as_set<meta::list<Tensors...>> {
    using type = tensor_set<Tensors...>;
};
template <class Elements, class Wanted> struct wanted_among;
template <class Elements, class... Wanted> struct wanted_among<Elements, meta::list<Wanted...>> {
    using type = meta::concatenate<meta::conditional<is_among<tensor_handle<Wanted>>(Elements{}),
                                                     meta::list<Wanted>, meta::list<>>...>;
};

/// The elements of adjoints of computed tensors in a formula, each once.
template <class Element> struct if_adjoint {
    using type = meta::list<>;
};
template <class Tensor, class... Subscripts>
struct if_adjoint<expr::element<expr::adjoint<Tensor>, Subscripts...>> {
    using type = meta::list<expr::element<expr::adjoint<Tensor>, Subscripts...>>;
};
template <class Elements> struct adjoints_among;
template <class... Elements> struct adjoints_among<meta::list<Elements...>> {
    using type = meta::unique<meta::concatenate<typename if_adjoint<Elements>::type...>>;
};
template <class Formula>
using deltas_in = typename adjoints_among<typename expr::elements_of<Formula>::type>::type;

} // namespace testing_detail

/// The parameters of a network, a loss or a gradient that the formula's value depends on, by itself
/// or through equations: `weights_of(f, net) == parameters(W, b)`.
template <expr::is_expression Formula, testing_detail::has_equations Subject>
constexpr auto weights_of(Formula, Subject) {
    using read =
        testing_detail::read_by<Formula, typename testing_detail::equations_of<Subject>::type>;
    using parameters = typename testing_detail::subject<Subject>::parameters;
    using found = typename testing_detail::wanted_among<read, parameters>::type;
    return typename testing_detail::as_set<found>::type{};
}
template <expr::is_expression Formula, class Subject>
    requires(!testing_detail::has_equations<Subject>)
errors::not_a_network_loss_or_gradient<
    testing_detail::given<!testing_detail::has_equations<Subject>, Subject>>
    weights_of(Formula, Subject);

template <class Given, class Subject>
    requires(!expr::is_expression<Given>)
errors::not_a_formula<testing_detail::given<!expr::is_expression<Given>, Given>>
    weights_of(Given, Subject);

/// Does ∂E/∂W[…] of each of these parameters read one δ, in one place of it, and all of them the
/// same? `shares_delta(grad, net.weights<1>(), net.biases<1>())`; each formula stands for all
/// weights of its tensor.
template <class Gradient, class First, class... Others>
    requires(testing_detail::is_gradient<Gradient>)
constexpr bool shares_delta(Gradient grad, First first, Others... others) {
    using testing_detail::deltas_in;
    using own = deltas_in<decltype(grad[first])>;
    if constexpr (own::size == 1)
        return ((deltas_in<decltype(grad[others])>::size == 1) && ...) &&
               (__is_same(typename expr::tensors_of<own>::type,
                          typename expr::tensors_of<deltas_in<decltype(grad[others])>>::type) &&
                ...);
    else
        return false;
}
template <class Given, class... Tensors>
    requires(!testing_detail::is_gradient<Given>)
errors::not_a_gradient<testing_detail::given<!testing_detail::is_gradient<Given>, Given>>
shares_delta(Given, Tensors...);

/// Is the formula 0 for all values, by its form or by its fingerprint?
template <expr::is_expression Formula> constexpr bool is_zero(Formula formula) {
    return decltype(equivalent(formula, expr::zero{}))::value;
}
template <class Given>
    requires(!expr::is_expression<Given>)
errors::not_a_formula<testing_detail::given<!expr::is_expression<Given>, Given>> is_zero(Given);

namespace testing_detail {

template <class Map, class... Arrays>
constexpr void note_read([[maybe_unused]] Map& read, meta::list<Arrays...>) {
    ((read[Arrays::tensor::key] = true), ...);
}
template <class Results, class... Steps> constexpr bool all_read(meta::list<Steps...>) {
    meta::key_map<bool, meta::total({std::size_t{1}, Steps::sources::size...})> read;
    meta::in_order{(note_read(read, typename Steps::sources{}), meta::done{})...};
    auto const& found = read;
    return meta::all_true({(meta::contains<typename Steps::written::tensor, Results>::value ||
                            found[Steps::written::tensor::key])...});
}

} // namespace testing_detail

/// Is everything that the program of a network, a loss or a gradient stores read by it later, or
/// one of its results?
template <testing_detail::has_equations Subject>
constexpr bool stores_only_what_it_reads(Subject const&) {
    using asked = testing_detail::subject<Subject>;
    return testing_detail::all_read<typename asked::results>(typename asked::plan::steps{});
}
template <class Subject>
    requires(!testing_detail::has_equations<Subject>)
errors::not_a_network_loss_or_gradient<
    testing_detail::given<!testing_detail::has_equations<Subject>, Subject>>
stores_only_what_it_reads(Subject const&);

/// Is the type empty and trivially copyable, as formulas and networks are?
template <class Type> constexpr bool is_stateless(Type const&) {
    return std::is_empty_v<Type> && std::is_trivially_copyable_v<Type>;
}

} // namespace leibniz
