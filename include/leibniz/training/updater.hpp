#pragma once
#include <leibniz/training/plans.hpp>

namespace leibniz::training_detail {

/// The optimiser with its state, for weights that lie as Storage says. A step can be taken part by
/// part, in any order and by several threads: no number of it depends on another.
template <class Storage, class Optimiser, class Lanes> class updater {
public:
    using number = typename Lanes::number;
    using code = update_program<Optimiser, Lanes>;
    /// How many numbers belong to a part at least, but for the last one.
    static constexpr int chunk = code::chunk;

    /// What a step changes besides the weights: the optimiser's own arrays, and how many steps it
    /// took.
    struct progress {
        static constexpr std::size_t size = std::size_t{Storage::size} * code::states::size;
        alignas(64) number state[size + 1]{};
        int steps = 0;
    };

    constexpr explicit updater(Optimiser optimiser) : optimiser_(optimiser) {}

    constexpr Optimiser& optimiser() noexcept { return optimiser_; }
    constexpr progress const& so_far() const noexcept { return progress_; }
    /// Back to where the optimiser was.
    constexpr void go_back(progress const& then) noexcept { progress_ = then; }

    /// Begins a step with gradients that are sums over so many samples.
    constexpr void begin(std::ptrdiff_t samples, double rate_factor) noexcept {
        ++progress_.steps;
        auto const values = optimiser_.values(static_cast<number>(rate_factor), progress_.steps);
        write_hyper(values, typename Optimiser::symbols{},
                    std::make_index_sequence<values.size()>{});
        hyper_[hyper_storage::template offset<per_sample_array>::value] =
            number{1} / static_cast<number>(samples);
    }

    /// The step for the numbers first … last − 1 of all weights; first is a multiple of chunk. The
    /// gradient is given from there on.
    constexpr void run(number* weights, number* gradient, int first, int last) noexcept {
        run_chunks<false>(weights, gradient, first, last);
    }
    /// The same inlined: of few numbers a call is a good part of the step.
    LEIBNIZ_INLINE constexpr void run_here(number* weights, number* gradient, int first,
                                           int last) noexcept {
        run_chunks<true>(weights, gradient, first, last);
    }

private:
    using states = typename code::states;
    template <class... Arrays>
    static auto without_indices(meta::list<Arrays...>) -> meta::concatenate<
        meta::conditional<Arrays::tensor::rank == 0, meta::list<Arrays>, meta::list<>>...>;
    using hyper_storage = program::storage<decltype(without_indices(typename code::plan::arrays{})),
                                           meta::list<>, program::machine{1, 1}>;
    template <class Symbol> struct array_of_symbol;
    template <class Tensor> struct array_of_symbol<expr::element<Tensor>> {
        using type = program::stored<Tensor, -1>;
    };
    using per_sample_array =
        typename array_of_symbol<std::remove_const_t<decltype(code::per_sample)>>::type;

    template <class Values, class... Symbols, std::size_t... At>
    constexpr void write_hyper(Values const& values, meta::list<Symbols...>,
                               std::index_sequence<At...>) noexcept {
        ((hyper_[hyper_storage::template offset<typename array_of_symbol<Symbols>::type>::value] =
              values[At]),
         ...);
    }

    template <bool Here>
    LEIBNIZ_INLINE constexpr void run_chunks(number* weights, number* gradient, int first,
                                             int last) noexcept {
        for (int at = first; at < last; at += chunk)
            run_chunk<Here>(weights + at, gradient + (at - first), at, std::min(chunk, last - at),
                            states{}, std::make_index_sequence<states::size>{});
    }
    template <bool Here, class... States, std::size_t... At>
    LEIBNIZ_INLINE constexpr void
    run_chunk(number* weights, number* gradient, [[maybe_unused]] int first, int count,
              meta::list<States...>, std::index_sequence<At...>) noexcept {
        program::memory<array_at<typename code::weights_array, number>,
                        array_at<typename code::gradient_array, number>,
                        program::bank<hyper_storage, number>, array_at<States, number>...> const
            memory{{weights},
                   {gradient},
                   {hyper_},
                   {progress_.state + static_cast<int>(At) * Storage::size + first}...};
        program::run_steps<Lanes, typename code::plan, Here>(memory, count);
    }

    Optimiser optimiser_;
    progress progress_;
    alignas(64) number hyper_[static_cast<std::size_t>(hyper_storage::size)]{};
};

} // namespace leibniz::training_detail
