#pragma once
#include <leibniz/calculus/gradient.hpp>
#include <leibniz/print/text.hpp>

namespace leibniz {
namespace print::detail {

template <class Action, class... Equations>
constexpr void for_each_text(meta::list<Equations...>, Action& action, notation const& signs) {
    meta::in_order{((void)action(text<Equations>(signs).view()), meta::done{})...};
}

template <class Adjoints, class Action, class... Parameters>
constexpr void for_each_parameter(meta::list<Parameters...>, Action& action,
                                  notation const& signs) {
    meta::in_order{
        (for_each_text(typename Adjoints::template equation_of<Parameters>{}, action, signs),
         meta::done{})...};
}

} // namespace print::detail

/// Calls the action with the text of each equation of a model, first to last; of a loss, with that
/// of its model's equations and then its own: `for_each_equation(net, [](std::string_view line)
/// {…})`. A line is valid during the call.
inline constexpr struct for_each_equation_ {
    template <class Model, class Action>
        requires requires { typename Model::equations; }
    constexpr void operator()(Model, Action action, print::notation const& signs = unicode) const {
        print::detail::for_each_text(typename Model::equations{}, action, signs);
    }
} for_each_equation;

/// Calls the action with the text of each derivative that training computes: δ of each weighted
/// sum and the adjoints of some elementwise equations, last layer first, then ∂E/∂T of each
/// parameter T. A line is valid during the call.
inline constexpr struct for_each_derivative_ {
    template <class Objective, class Action>
    constexpr void operator()(gradient_of<Objective>, Action action,
                              print::notation signs = unicode) const {
        using adjoints = typename gradient_of<Objective>::adjoints;
        using all = typename Objective::equations;
        using loss = typename meta::type_at<all, all::size - 1>::tensor;
        signs.loss = loss::name.view();
        static_assert(loss::name.view().size() <= print::longest_loss_name,
                      "the name of a loss has at most 24 bytes where its gradient is printed");
        print::detail::for_each_text(typename adjoints::equations{}, action, signs);
        print::detail::for_each_parameter<adjoints>(typename Objective::graph::parameters{}, action,
                                                    signs);
    }
} for_each_derivative;

} // namespace leibniz
