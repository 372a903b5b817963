#pragma once
#include <leibniz/training/trainer.hpp>

namespace leibniz {
namespace errors {

/// `trained` starts from a model<float or double, net, one_by_one>, which the compiler can run.
template <class Given> struct not_a_model_of_single_numbers;
/// Arrays whose sizes, those of the inputs before the targets', are not as many times what one
/// sample has, or nothing.
template <std::size_t... Sizes> struct arrays;
template <int... Widths> struct samples;
template <class Given, class Wanted> struct arrays_do_not_fit;
/// An array of arrays, one of so many numbers for each sample: compilers do not go from one into
/// the next, so that `trained` takes one array of all inputs and one of all targets.
template <int InputWidth, int TargetWidth> struct arrays_are_nested;

} // namespace errors

namespace training_detail {

template <class Type> inline constexpr bool is_model_of_single_numbers = false;
template <class Number, auto const& Net>
inline constexpr bool is_model_of_single_numbers<model<Number, Net, one_by_one>> = true;

template <class Data> struct nesting {
    using type = void;
};
template <class Number, std::size_t InputWidth, std::size_t TargetWidth, class Input>
struct nesting<rows_view<Number, InputWidth, TargetWidth, Input>> {
    using type =
        errors::arrays_are_nested<static_cast<int>(InputWidth), static_cast<int>(TargetWidth)>;
};

template <class Target, auto const& Samples, class... Inputs, std::size_t... At>
consteval auto misfit_of_sizes(meta::list<Inputs...>, std::index_sequence<At...>) {
    return std::type_identity<errors::arrays_do_not_fit<
        errors::arrays<Samples.inputs[At].size()..., Samples.targets.size()>,
        errors::samples<row_width<Inputs>..., row_width<Target>>>>{};
}
/// Why the compiler cannot train that; void where it can.
template <auto const& Start, auto const& Samples, auto const& Loss> consteval auto find_refusal() {
    using model_type = std::remove_cvref_t<decltype(Start)>;
    if constexpr (!is_model_of_single_numbers<model_type>) {
        return std::type_identity<errors::not_a_model_of_single_numbers<model_type>>{};
    } else {
        using data = std::remove_cvref_t<decltype(Samples)>;
        using given = number_of_data<data>;
        using wanted = typename model_type::number;
        using workspace = gradient_workspace<model_type, 1, Loss>;
        using inputs = typename model_type::graph::inputs;
        using nested = typename nesting<data>::type;
        if constexpr (!__is_same(given, wanted))
            return std::type_identity<errors::data_of_other_numbers<given, wanted>>{};
        else if constexpr (!__is_same(nested, void))
            return std::type_identity<nested>{};
        else if constexpr (workspace::count(Samples) <= 0)
            return misfit_of_sizes<typename workspace::target, Samples>(
                inputs{}, std::make_index_sequence<inputs::size>{});
        else
            return std::type_identity<void>{};
    }
}
template <auto const& Start, auto const& Samples, auto const& Loss>
using refusal = typename decltype(find_refusal<Start, Samples, Loss>())::type;

/// A training run in constants of one step each, every one made from the one before, so that none
/// exceeds what a compiler grants to one constant expression.
template <auto const& Start, auto const& Samples, auto Optimiser, int Batch, auto const& Loss>
struct compiled_run {
    using model_type = std::remove_cvref_t<decltype(Start)>;
    using optimiser_type = std::remove_const_t<decltype(Optimiser)>;
    static constexpr std::ptrdiff_t rows = gradient_workspace<model_type, 1, Loss>::count(Samples);
    static_assert(Batch >= 0, "a batch has samples, or is 0: all of them");
    static constexpr std::ptrdiff_t batch = Batch > 0 && Batch < rows ? Batch : rows;

    struct state {
        model_type model;
        trainer<model_type, optimiser_type, static_cast<int>(batch), Loss> with;
        std::ptrdiff_t row = 0; ///< the first of the next batch
    };

    static constexpr state next(state now) {
        auto const size = std::min(batch, rows - now.row);
        now.with.gradient(now.model, Samples, now.row, size);
        now.with.update(now.model, size, 1.0);
        now.row = (now.row + size) % rows;
        return now;
    }
    // consteval: no program ever reads the states between.
    template <int Steps> static consteval state run() {
        if constexpr (Steps == 0)
            return {Start, decltype(state::with)(Optimiser)};
        else
            return next(after<Steps - 1>);
    }
    template <int Steps> static constexpr state after = run<Steps>();

    /// The states are named from the first on. Asked for the last alone, a compiler would begin all
    /// others inside each other: Clang deeper than it allows, GCC 12 in time and memory that double
    /// with every step.
    template <int... Step>
    static consteval model_type last_of(std::integer_sequence<int, Step...>) {
        std::ptrdiff_t const in_order[]{
            std::integral_constant<std::ptrdiff_t, after<Step>.row>::value...};
        return after<static_cast<int>(std::size(in_order)) - 1>.model;
    }
};

template <auto const& Start, auto const& Samples, auto Optimiser, int Steps, int Batch,
          auto const& Loss>
    requires std::is_void_v<refusal<Start, Samples, Loss>>
consteval auto train_in_the_compiler() {
    return compiled_run<Start, Samples, Optimiser, Batch, Loss>::last_of(
        std::make_integer_sequence<int, Steps + 1>{});
}
template <auto const& Start, auto const& Samples, auto, int, int, auto const& Loss>
    requires(!std::is_void_v<refusal<Start, Samples, Loss>>)
refusal<Start, Samples, Loss> train_in_the_compiler();

} // namespace training_detail

/// The model after training by the compiler: `Steps` updates from Start, with the samples in their
/// own order, `Batch` of them at a time (0: all), a last batch that is smaller included. Loss is
/// what is made small, such as a `sum_over_outputs(f)`. As `train` with `.shuffle = false` at run
/// time; to the bit, where the compiler does not fuse a·b + c and no number is subnormal.
///
///     constexpr lz::model<double, net, lz::one_by_one> untrained{lz::glorot{.seed = 1}};
///     constexpr auto samples = lz::data(inputs, targets);
///     constexpr auto learned = lz::trained<untrained, samples, lz::adam{.rate = 0.1f}, 60>;
///
/// Start, Samples and the arrays behind them, one of all inputs and one of all targets, are
/// constants of static storage. What does not fit is one of the errors above. A constant of static
/// storage made from it lies in read-only memory. No compiler flag is needed as long as one step
/// fits the compilers' limits: by Clang's, about 1000 products of a weight and a sample.
template <auto const& Start, auto const& Samples, auto Optimiser, int Steps, int Batch = 0,
          auto const& Loss = sum_of_squared_errors>
    requires(Steps >= 0)
inline constexpr auto trained =
    training_detail::train_in_the_compiler<Start, Samples, Optimiser, Steps, Batch, Loss>();

} // namespace leibniz
