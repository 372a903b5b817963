#pragma once
#include <leibniz/training/data.hpp>
#include <leibniz/training/model.hpp>
#include <leibniz/training/rows.hpp>

namespace leibniz {

/// The share of samples, 0 to 1, whose largest output is where the largest target is; the first one
/// counts where several are equal. For a model with one input. Allocates nothing; 0 where there
/// are no samples, or arrays whose sizes do not fit the model.
template <class Model, class Data> constexpr double accuracy(Model const& model, Data const& set) {
    using number = typename Model::number;
    constexpr auto input_width = static_cast<std::size_t>(Model::input_width);
    constexpr auto classes = static_cast<std::size_t>(Model::output_width);

    auto const view = training_detail::view_of_data(set);
    static_assert(view.inputs.size() == 1, "accuracy is for models with one input");
    auto const inputs = view.inputs[0];
    std::span<number const> const targets = view.targets;
    using given = typename decltype(inputs)::value_type;
    constexpr bool are_bytes = !std::is_same_v<given, number>;
    // On the stack: outputs, and inputs that are numbers only there.
    constexpr std::size_t fitting = are_bytes ? (std::size_t{1} << 16) / input_width : 4096;
    constexpr std::size_t at_once = std::max<std::size_t>(1, std::min(fitting, 4096 / classes));
    std::size_t const rows = targets.size() / classes;
    if (rows == 0 || targets.size() != rows * classes || inputs.size() != rows * input_width)
        return 0;

    auto const class_of = [](number const* first) {
        return std::max_element(first, first + classes) - first;
    };
    std::array<number, at_once * classes> outputs{};
    [[maybe_unused]] std::array<number, are_bytes ? at_once * input_width : 1> numbers{};
    std::size_t right = 0;
    for (std::size_t first = 0; first < rows; first += at_once) {
        std::size_t const count = std::min(at_once, rows - first);
        auto const some = inputs.subspan(first * input_width, count * input_width);
        auto const answers = std::span(outputs).first(count * classes);
        if constexpr (are_bytes) {
            training_detail::copy_row(some.data(), std::ssize(some), numbers.data());
            model(std::span<number const>(numbers).first(some.size()), answers);
        } else {
            model(some, answers);
        }
        for (std::size_t row = 0; row < count; ++row)
            right += class_of(&outputs[row * classes]) ==
                             class_of(targets.data() + (first + row) * classes)
                         ? 1
                         : 0;
    }
    return static_cast<double>(right) / static_cast<double>(rows);
}

} // namespace leibniz
