#pragma once

/// Training in several threads, by OpenMP. Link leibniz::threads, or compile with -fopenmp;
/// without it one thread does what several would have done, with the same bits.

#include <leibniz/simd/subnormals.hpp>
#include <leibniz/training/trainer.hpp>

namespace leibniz {
namespace training_detail {

/// work(0) … work(Count − 1), each in a thread of its own where there are as many.
template <int Count, class Work> void in_threads(Work const& work) noexcept {
#if defined(_OPENMP)
#pragma omp parallel for num_threads(Count) schedule(static, 1)
#endif
    for (int which = 0; which < Count; ++which) {
        simd::without_subnormals const quickly;
        work(which);
    }
}

} // namespace training_detail

/// A trainer whose batches are shared out to Threads threads. Each has the same share of every
/// batch, with a workspace and a gradient of its own; the gradients are added pairwise in a fixed
/// order. So the same number of threads gives the same bits on every run; another number gives
/// other roundings. Takes subnormal numbers for 0 as `train` does.
template <class Model, class Optimiser, int Threads, int Block = 64,
          auto const& Loss = sum_of_squared_errors>
class parallel_trainer {
    static_assert(Threads > 0);
    using worker = gradient_workspace<Model, Block, Loss>;

public:
    using number = typename worker::number;
    using lanes = typename worker::lanes;
    using view = typename worker::view;

    explicit parallel_trainer(Optimiser optimiser = {}) : updater_(optimiser) {}

    static constexpr std::ptrdiff_t count(view const& set) noexcept { return worker::count(set); }

    /// As trainer's.
    number gradient(Model const& model, view const& set, std::ptrdiff_t first,
                    std::ptrdiff_t samples_wanted, row_order order = {}) noexcept {
        // Whole tiles of rows for each, as far as they go.
        constexpr std::ptrdiff_t tile = 16;
        auto const parts = [](std::ptrdiff_t whole, std::ptrdiff_t of) {
            return std::max<std::ptrdiff_t>(1, (whole + of - 1) / of);
        };
        std::ptrdiff_t const share = parts(parts(samples_wanted, tile), Threads) * tile;
        active_ = static_cast<int>(parts(samples_wanted, share));
        training_detail::in_threads<Threads>([&](int which) {
            if (which < active_)
                losses_[which].value = workers_[which].gradient(
                    model, set, first + which * share,
                    std::min(share, samples_wanted - which * share), order);
        });
        for_each_pair([&](int to, int from) { losses_[to].value += losses_[from].value; });
        return losses_[0].value;
    }

    /// As trainer's; each thread updates its part of the weights.
    void update(Model& model, std::ptrdiff_t samples_in_batch, double rate_factor) noexcept {
        updater_.begin(samples_in_batch, rate_factor);
        training_detail::in_threads<Threads>([&](int which) {
            int const last = std::min(size, (which + 1) * part);
            for (int from = which * part; from < last; from += chunk) {
                int const to = std::min(last, from + chunk);
                add_up(from, to);
                updater_.run(model.raw().data(), workers_[0].raw(), from, to);
            }
        });
        active_ = 1;
    }

    /// As trainer's; adds the threads' gradients first where that has not happened yet.
    template <class Tensor> auto gradient_of_parameter(tensor_handle<Tensor> parameter) noexcept {
        add_up(0, size);
        active_ = 1;
        return std::as_const(workers_[0]).gradient_of_parameter(parameter);
    }

    constexpr Optimiser& optimiser() noexcept { return updater_.optimiser(); }

private:
    using updater = training_detail::updater<typename Model::storage, Optimiser, lanes>;
    static constexpr int size = Model::storage::size;
    static constexpr int chunk = updater::chunk;
    static_assert(size % lanes::width == 0 && chunk % lanes::width == 0);
    /// What one thread updates: whole chunks.
    static constexpr int part = ((size + chunk - 1) / chunk + Threads - 1) / Threads * chunk;

    /// The pairs of a tree, leaves first: f(to, from), for the threads that had a share.
    template <class F> constexpr void for_each_pair(F const& f) const noexcept {
        for (int apart = 1; apart < active_; apart *= 2)
            for (int to = 0; to + apart < active_; to += 2 * apart)
                f(to, to + apart);
    }

    /// Adds the gradients of all threads to that of the first, for some numbers of all.
    void add_up(int first, int last) noexcept {
        for_each_pair([&](int to, int from) {
            number* const total = workers_[to].raw();
            number const* const term = workers_[from].raw();
            for (int at = first; at < last; at += lanes::width)
                lanes::store(total + at, lanes::load(total + at) + lanes::load(term + at));
        });
    }

    struct alignas(64) loss_of_share {
        number value{};
    };

    int active_ = 1; ///< the first so many threads have a gradient that is not in the sum yet
    loss_of_share losses_[Threads]{};
    worker workers_[Threads]{};
    updater updater_;
};

/// `train(…, threads<2>{})`: a batch is shared out to so many threads.
template <int Count> struct threads {
    static constexpr int count = Count;
    template <class Model, class Optimiser>
    using trainer_for = parallel_trainer<Model, Optimiser, Count>;
};

} // namespace leibniz
