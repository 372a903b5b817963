#pragma once
#include <leibniz/expr/symbols.hpp>
#include <leibniz/meta/inline.hpp>
#include <utility>

namespace leibniz::training_detail {

template <class Number> constexpr bool is_finite(Number value) noexcept {
    return value - value == Number{0};
}

/// What is asked of each weight; one class for all tensors, so that no name holds them all.
struct finite_so_far {
    bool* finite;
    template <class Number> constexpr void operator()(Number weight) const noexcept {
        *finite = *finite && is_finite(weight);
    }
};
template <class Model> constexpr bool weights_are_finite(Model const& model) noexcept {
    using parameters = typename Model::graph::parameters;
    bool finite = true;
    [&]<std::size_t... At>(std::index_sequence<At...>) LEIBNIZ_INLINE_LAMBDA {
        meta::in_order{
            (model[tensor_handle<meta::type_at<parameters, At>>{}].for_each(finite_so_far{&finite}),
             meta::done{})...};
    }(std::make_index_sequence<parameters::size>{});
    return finite;
}

/// Are all weights finite? Looks at whole vectors first, which costs about as much as copying the
/// weights. What lies between the weights may be anything: only if something there is not finite
/// are the weights looked at one by one.
template <class Model> constexpr bool all_finite(Model const& model) noexcept {
    using lanes = typename Model::lanes;
    using number = typename Model::number;
    auto const numbers = model.raw();
    auto differences = lanes::broadcast(number{0});
    for (std::size_t at = 0; at < numbers.size(); at += std::size_t{lanes::width}) {
        auto const some = lanes::load(numbers.data() + at);
        differences = differences + (some - some);
    }
    number lane[std::size_t{lanes::width}]{};
    lanes::store(lane, differences);
    bool finite = true;
    for (number const difference : lane)
        finite = finite && difference == number{0};
    return finite || weights_are_finite(model);
}

} // namespace leibniz::training_detail
