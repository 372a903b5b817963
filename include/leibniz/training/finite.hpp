#pragma once
#include <leibniz/expr/symbols.hpp>

namespace leibniz::training_detail {

template <class Number> constexpr bool is_finite(Number value) noexcept {
    return value - value == Number{0};
}

template <class Model, class... Tensors>
constexpr bool weights_are_finite(Model const& model, meta::list<Tensors...>) noexcept {
    bool finite = true;
    auto const look = [&](auto weight) noexcept { finite = finite && is_finite(weight); };
    meta::in_order{(model[tensor_handle<Tensors>{}].for_each(look), meta::done{})...};
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
    return finite || weights_are_finite(model, typename Model::graph::parameters{});
}

} // namespace leibniz::training_detail
