#pragma once

/// Training in several threads, by OpenMP. Link leibniz::threads, or compile with -fopenmp;
/// without it one thread does what several would have done, with the same bits.

#include <bit>
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
template <class Model, class Optimiser, int Threads,
          int Block =
              training_detail::training_block<typename Model::graph, typename Model::lanes>::value,
          auto const& Loss = sum_of_squared_errors>
class parallel_trainer {
    static_assert(Threads > 0);
    using worker = gradient_workspace<Model, Block, Loss>;
    using updater =
        training_detail::updater<typename Model::storage, Optimiser, typename Model::lanes>;

public:
    using number = typename worker::number;
    using lanes = typename worker::lanes;
    using view = typename worker::view;

    explicit parallel_trainer(Optimiser optimiser = {}) : updater_(optimiser) {}

    template <class Input> using view_of = typename worker::template view_of<Input>;

    template <class Input = number>
    static constexpr std::ptrdiff_t count(view_of<Input> const& set) noexcept {
        return worker::count(set);
    }

    /// As trainer's.
    template <class Input = number>
    number gradient(Model const& model, view_of<Input> const& set, std::ptrdiff_t first,
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
        return tree<0, leaves>([&](int which) { return losses_[which].value; });
    }

    /// As trainer's; each thread updates its part of the weights.
    void update(Model& model, std::ptrdiff_t samples_in_batch, double rate_factor) noexcept {
        updater_.begin(samples_in_batch, rate_factor);
        training_detail::in_threads<Threads>([&](int which) {
            int const last = std::min(size, (which + 1) * part);
            // The sum is made where its reader is: the gradients stay with the threads that write
            // them.
            alignas(64) number total[chunk];
            for (int from = which * part; from < last; from += chunk) {
                int const to = std::min(last, from + chunk);
                for (int at = from; at < to; at += lanes::width)
                    lanes::store(total + (at - from), sum_at(at));
                updater_.run(model.raw().data(), total, from, to);
            }
        });
    }

    /// As trainer's; adds the threads' gradients first where that has not happened yet.
    template <class Tensor> auto gradient_of_parameter(tensor_handle<Tensor> parameter) noexcept {
        number* const total = workers_[0].raw();
        for (int at = 0; at < size; at += lanes::width)
            lanes::store(total + at, sum_at(at));
        active_ = 1;
        return std::as_const(workers_[0]).gradient_of_parameter(parameter);
    }

    template <class Tensor> number gradient_of_parameter(expr::element<Tensor>) noexcept {
        return gradient_of_parameter(tensor_handle<Tensor>{})();
    }

    constexpr Optimiser& optimiser() noexcept { return updater_.optimiser(); }

    /// As trainer's.
    using progress = typename updater::progress;
    constexpr progress const& so_far() const noexcept { return updater_.so_far(); }
    constexpr void go_back(progress const& then) noexcept { updater_.go_back(then); }

private:
    static constexpr int size = Model::storage::size;
    static constexpr int chunk = updater::chunk;
    static_assert(size % lanes::width == 0 && chunk % lanes::width == 0);
    /// What one thread updates: whole chunks.
    static constexpr int part = ((size + chunk - 1) / chunk + Threads - 1) / Threads * chunk;

    /// The threads' results are the leaves of a tree of sums, as many as the next power of two.
    static constexpr int leaves = static_cast<int>(std::bit_ceil(static_cast<unsigned>(Threads)));

    /// Adds what the threads have that had a share, First … First + Count − 1 of them.
    template <int First, int Count, class Leaf>
    constexpr auto tree(Leaf const& leaf) const noexcept {
        if constexpr (Count == 1) {
            return leaf(First);
        } else {
            constexpr int half = Count / 2;
            auto const left = tree<First, half>(leaf);
            if constexpr (First + half < Threads)
                return First + half < active_ ? left + tree<First + half, half>(leaf) : left;
            else
                return left;
        }
    }
    /// Of one vector of the gradient.
    auto sum_at(int at) const noexcept {
        return tree<0, leaves>([&](int which) { return lanes::load(workers_[which].raw() + at); });
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
    template <class Model, class Optimiser, int Block, auto const& Loss>
    using trainer_for = parallel_trainer<Model, Optimiser, Count, Block, Loss>;
};

} // namespace leibniz
