#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>

namespace leibniz {
namespace errors {

/// A sample has Given numbers where the model takes Wanted.
template <int Given, int Wanted> struct inputs_do_not_fit;
/// How many numbers each input has.
template <int... Each> struct numbers;
/// A sample of several inputs has Given numbers where the model takes Wanted.
template <class Given, class Wanted> struct sample_does_not_fit;
/// A target has Given numbers where the model puts out Wanted.
template <int Given, int Wanted> struct targets_do_not_fit;
/// Data of Given numbers for a model of Wanted: of double, say, for a model of float.
template <class Given, class Wanted> struct data_of_other_numbers;

} // namespace errors

template <class Input, class Number>
concept number_or_byte = __is_same(Input, Number) || __is_same(Input, std::uint8_t);

/// Samples to learn from, where the user has them: one row-major array per input of the model, and
/// one for the targets. A view: it owns nothing. Inputs may be bytes (std::uint8_t), such as the
/// pixels of images: 0 … 255 stands for 0 … 1. They become numbers block by block as they are read,
/// so that they take a quarter of the memory that floats would.
template <class Number, std::size_t Inputs = 1, number_or_byte<Number> Input = Number>
struct samples_view {
    std::array<std::span<Input const>, Inputs> inputs;
    std::span<Number const> targets;
};

namespace training_detail {

/// What the numbers of a data set are: those of its targets where its inputs are bytes.
template <class Input, class Target>
using number_of_samples = std::conditional_t<__is_same(Input, std::uint8_t), Target, Input>;

} // namespace training_detail

/// `data(inputs, targets)`, for a model with one input.
template <class Inputs, class Targets>
constexpr auto data(Inputs const& inputs, Targets const& targets) {
    using input = std::remove_cvref_t<decltype(*std::data(inputs))>;
    using target = std::remove_cvref_t<decltype(*std::data(targets))>;
    using number = training_detail::number_of_samples<input, target>;
    return samples_view<number, 1, input>{{std::span<input const>(inputs)},
                                          std::span<number const>(targets)};
}

/// Samples as nested arrays, whose widths are checked against the model's when it is trained.
template <class Number, std::size_t InputWidth, std::size_t TargetWidth,
          number_or_byte<Number> Input = Number>
struct rows_view : samples_view<Number, 1, Input> {};

/// `data(inputs, targets)`, where both are ranges of std::array, one array per sample.
template <class Inputs, class Targets>
    requires requires(Inputs const& inputs, Targets const& targets) {
        std::tuple_size<typename Inputs::value_type>::value;
        std::tuple_size<typename Targets::value_type>::value;
    }
constexpr auto data(Inputs const& inputs, Targets const& targets) {
    using input_row = typename Inputs::value_type;
    using target_row = typename Targets::value_type;
    using input = typename input_row::value_type;
    using number = training_detail::number_of_samples<input, typename target_row::value_type>;
    auto const flat = []<class Rows>(Rows const& rows) {
        using element = typename Rows::value_type::value_type;
        return std::span<element const>(rows.empty() ? nullptr : rows[0].data(),
                                        rows.size() * rows[0].size());
    };
    return rows_view<number, std::tuple_size_v<input_row>, std::tuple_size_v<target_row>, input>{
        {{flat(inputs)}, flat(targets)}};
}

namespace training_detail {

template <class Data> struct is_view {
    static constexpr bool value = false;
};
template <class Number, std::size_t Inputs, class Input>
struct is_view<samples_view<Number, Inputs, Input>> {
    static constexpr bool value = true;
};

template <class Number, std::size_t InputWidth, std::size_t TargetWidth, class Input>
struct is_view<rows_view<Number, InputWidth, TargetWidth, Input>> {
    static constexpr bool value = true;
};

template <class Number, std::size_t Inputs, class Input>
constexpr auto without_widths(samples_view<Number, Inputs, Input> const& set) {
    return set;
}
/// What a data set of the user's looks like: `inputs` and `targets`, such as io::labelled_data.
template <class Data> constexpr auto view_of_data(Data const& set) {
    if constexpr (is_view<Data>::value)
        return without_widths(set);
    else
        return data(set.inputs, set.targets);
}

template <class Data>
using number_of_data = std::remove_const_t<
    typename decltype(view_of_data(std::declval<Data const&>()).targets)::element_type>;

template <class Model, class Data> constexpr bool check_widths(Data const&) { return true; }
template <class Model, class Number, std::size_t InputWidth, std::size_t TargetWidth, class Input>
    requires(static_cast<int>(InputWidth) == Model::input_width &&
             static_cast<int>(TargetWidth) == Model::output_width)
constexpr bool check_widths(rows_view<Number, InputWidth, TargetWidth, Input> const&) {
    return true;
}
template <class Model, class Number, std::size_t InputWidth, std::size_t TargetWidth, class Input>
    requires(static_cast<int>(InputWidth) != Model::input_width)
errors::inputs_do_not_fit<static_cast<int>(InputWidth), Model::input_width>
check_widths(rows_view<Number, InputWidth, TargetWidth, Input> const&);
template <class Model, class Number, std::size_t InputWidth, std::size_t TargetWidth, class Input>
    requires(static_cast<int>(InputWidth) == Model::input_width &&
             static_cast<int>(TargetWidth) != Model::output_width)
errors::targets_do_not_fit<static_cast<int>(TargetWidth), Model::output_width>
check_widths(rows_view<Number, InputWidth, TargetWidth, Input> const&);

} // namespace training_detail
} // namespace leibniz
