#pragma once
#include <leibniz/testing/subject.hpp>
#include <leibniz/testing/tally.hpp>

namespace leibniz {

/// What a program takes, for one sample.
struct costs {
    std::int64_t flops = 0;           ///< + − · / √, one each, so a fused multiply-add is two
    std::int64_t transcendentals = 0; ///< calls of exp, tanh …, and powers with other fractions
    std::int64_t loads = 0;           ///< numbers read, when one is worked on at a time
    std::int64_t stores = 0;          ///< numbers written
    std::int64_t parameters = 0;      ///< numbers read, neither computed nor an input's
    std::int64_t workspace_bytes = 0; ///< all between; no parameters, gradient or samples
    std::int64_t kernels = 0;         ///< different loop nests: code is generated for each

    constexpr bool operator==(costs const&) const = default;
};

namespace testing_detail {

/// Given are the tensors that are computed or come from outside.
template <class Tensor, class Given>
struct is_parameter : std::bool_constant<!meta::contains<Tensor, Given>::value> {};

template <class Tensors, class Given> struct numbers_of_parameters;
template <class... Tensors, class Given>
struct numbers_of_parameters<meta::list<Tensors...>, Given>
    : std::integral_constant<std::int64_t,
                             meta::total({std::int64_t{0}, (is_parameter<Tensors, Given>::value
                                                                ? std::int64_t{expr::volume(
                                                                      typename Tensors::domains{})}
                                                                : 0)...})> {};

/// Weights and gradient have memory of their own; copies of weights in another layout do not.
template <class Array, class Tensor, class Plan, class Given>
struct has_own_memory
    : std::conjunction<is_parameter<Tensor, Given>,
                       std::bool_constant<Array::inner == Plan::template inner<Tensor>::value>> {};
template <class Array, class Tensor, class Plan, class Given>
    requires requires { typename Tensor::of; }
struct has_own_memory<Array, Tensor, Plan, Given>
    : std::conjunction<std::is_same<Tensor, expr::adjoint<typename Tensor::of>>,
                       is_parameter<typename Tensor::of, Given>> {};
template <class Array, class Plan, class Given>
using is_outside_workspace =
    std::disjunction<std::bool_constant<Array::is_users>,
                     has_own_memory<Array, typename Array::tensor, Plan, Given>>;

/// What is asked of single tensors and arrays is a class derived from its answer: as constants of
/// this one they would be symbols, with the whole plan in each of their names.
template <class Plan, class Steps = typename Plan::steps, class Arrays = typename Plan::arrays>
struct cost_of_plan;
template <class Plan, class... Steps, class... Arrays>
struct cost_of_plan<Plan, meta::list<Steps...>, meta::list<Arrays...>> {
    using given =
        meta::concatenate<meta::list<typename Steps::written::tensor...>, typename Plan::outside>;
    using workspace = program::storage<
        meta::concatenate<meta::conditional<is_outside_workspace<Arrays, Plan, given>::value,
                                            meta::list<>, meta::list<Arrays>>...>,
        meta::list<Steps...>, Plan::on>;

    static constexpr tally counted = tally_of_steps<meta::list<Steps...>>;
    static constexpr costs in_numbers{
        whole(counted.flops),
        whole(counted.transcendentals),
        whole(counted.loads),
        whole(counted.stores),
        numbers_of_parameters<meta::unique_by_key<meta::list<typename Arrays::tensor...>>,
                              given>::value,
        workspace::size,
        meta::unique<meta::list<typename Steps::kernel_type...>>::size};
};

} // namespace testing_detail

/// What one sample costs, after planning: `static_assert(cost(grad).flops <= 1200)`. Of a network
/// it is inference; of a loss the forward pass and the loss; of a gradient the loss, every δ and
/// every ∂E/∂W. It does not depend on the instruction set: numbers are counted that have to be
/// computed, not vectors. Of a program (anything with a `plan`, such as a trainer) it is
/// that program, with its block in the workspace. Number is what the workspace consists of.
template <class Number = float, testing_detail::is_subject Subject>
constexpr costs cost(Subject const&) {
    using plan = typename testing_detail::subject<Subject>::plan;
    constexpr costs in_numbers = testing_detail::cost_of_plan<plan>::in_numbers;
    costs result = in_numbers;
    result.workspace_bytes *= static_cast<std::int64_t>(sizeof(Number));
    return result;
}
template <class Number = float, class Subject>
    requires(!testing_detail::is_subject<Subject>)
errors::not_a_network_loss_or_gradient<
    testing_detail::given<!testing_detail::is_subject<Subject>, Subject>>
cost(Subject const&);

} // namespace leibniz
