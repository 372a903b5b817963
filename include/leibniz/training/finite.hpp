#pragma once
#include <leibniz/program/array.hpp>

namespace leibniz::training_detail {

template <class Number> constexpr bool is_finite(Number value) noexcept {
    return value - value == Number{0};
}

/// Rows of an array: what lies between one and the next is padding.
struct rows_in_memory {
    int first, count, length, step;
};
template <std::size_t Rank>
constexpr rows_in_memory rows_of_array(int first, int inner, program::layout<Rank> const& lying) {
    int const length = Rank > 0 ? lying.extent[static_cast<std::size_t>(inner)] : 1;
    int count = 1;
    for (int const extent : lying.extent)
        count *= extent;
    count /= length;
    return {first, count, length, lying.size / count};
}
/// Where the weights of a model are: a table, since a function for each tensor takes the compiler
/// longer.
template <class Model> struct rows_of_weights {
    template <class... Arrays>
    static constexpr std::array<rows_in_memory, sizeof...(Arrays)> among(meta::list<Arrays...>) {
        using parameters = typename Model::parameters;
        return {rows_of_array(Model::storage::template offset<Arrays>::value, Arrays::inner,
                              program::layout_of<Arrays, parameters::plan::on>::value)...};
    }
    static constexpr auto all = among(typename Model::parameters::arrays{});
};
template <class Model> constexpr bool weights_are_finite(Model const& model) noexcept {
    auto const* const numbers = model.raw().data();
    for (auto const& rows : rows_of_weights<Model>::all)
        for (int row = 0; row < rows.count; ++row)
            for (int at = 0; at < rows.length; ++at)
                if (!is_finite(numbers[rows.first + row * rows.step + at]))
                    return false;
    return true;
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
