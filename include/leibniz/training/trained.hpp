#pragma once
#include <leibniz/training/trainer.hpp>

namespace leibniz {
namespace training_detail {

/// A training run in constants of one step each, every one made from the one before, so that none
/// exceeds what a compiler grants to one constant expression.
template <auto const& Start, auto const& Samples, auto Optimiser, int Batch, auto const& Loss>
struct compiled_run {
    using model_type = std::remove_cvref_t<decltype(Start)>;
    using optimiser_type = std::remove_const_t<decltype(Optimiser)>;
    static_assert(__is_same(typename model_type::arch, one_by_one),
                  "the compiler trains a model<float or double, net, one_by_one>");
    static constexpr std::ptrdiff_t rows = gradient_workspace<model_type, 1, Loss>::count(Samples);
    static_assert(rows > 0, "no samples, or arrays whose sizes do not fit the model");
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
/// Start, Samples and the arrays behind them are constants of static storage. A constant of static
/// storage made from it lies in read-only memory. No compiler flag is needed as long as one step
/// fits the compilers' limits: by Clang's, about 1000 products of a weight and a sample.
template <auto const& Start, auto const& Samples, auto Optimiser, int Steps, int Batch = 0,
          auto const& Loss = sum_of_squared_errors>
    requires(Steps >= 0)
inline constexpr std::remove_cvref_t<decltype(Start)> trained =
    training_detail::compiled_run<Start, Samples, Optimiser, Batch, Loss>::last_of(
        std::make_integer_sequence<int, Steps + 1>{});

} // namespace leibniz
