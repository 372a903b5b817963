#pragma once
#include <array>
#include <cstddef>
#include <span>

namespace leibniz {

/// Samples to learn from, where the user has them: one row-major array per input of the model, and
/// one for the targets. A view: it owns nothing.
template <class Number, std::size_t Inputs = 1> struct samples_view {
    std::array<std::span<Number const>, Inputs> inputs;
    std::span<Number const> targets;
};

/// `data(inputs, targets)`, for a model with one input.
template <class Inputs, class Targets>
constexpr auto data(Inputs const& inputs, Targets const& targets) {
    using number = std::remove_cvref_t<decltype(*std::data(inputs))>;
    return samples_view<number>{{std::span<number const>(inputs)},
                                std::span<number const>(targets)};
}

namespace training_detail {

template <class Data> struct is_view { static constexpr bool value = false; };
template <class Number, std::size_t Inputs> struct is_view<samples_view<Number, Inputs>> {
    static constexpr bool value = true;
};

/// What a data set of the user's looks like: `inputs` and `targets`, such as io::labelled_data.
template <class Data> constexpr auto view_of_data(Data const& set) {
    if constexpr (is_view<Data>::value)
        return set;
    else
        return data(set.inputs, set.targets);
}

} // namespace training_detail
} // namespace leibniz
