#pragma once
#include <leibniz/meta/inline.hpp>
#include <leibniz/program/memory.hpp>
#include <leibniz/program/sweep.hpp>
#include <leibniz/program/table.hpp>
#include <leibniz/program/together.hpp>
#include <leibniz/program/transfer.hpp>

/// Running the steps of a plan on memory that the caller owns.
namespace leibniz::program {
namespace detail {

/// Named by the kernel, so that steps of one shape share it.
template <class Lanes, bool Here, class Kernel, int Target>
LEIBNIZ_INLINE constexpr void run_kernel(typename Lanes::number* const* slots, int samples,
                                         bool fresh) noexcept {
    if constexpr (Here)
        sweep_here<Lanes, Kernel, Target>(slots, samples, fresh);
    else
        sweep<Lanes, Kernel, Target>(slots, samples, fresh);
}

/// The code that calls a step is longer than its row in a table, and takes the compiler longer.
/// What the steps of such a program do takes many times as long as a call, so that it runs as fast.
template <class Steps> using runs_by_table = std::bool_constant<(Steps::size > 48)>;

} // namespace detail

/// All steps of Program::steps, in order, for the samples of one block. Sums over all samples grow
/// by those of the block, or start with them where fresh is true. Here inlines the kernels, for
/// work that is done before calls have paid off, such as a single sample. Each function here has
/// Program in its name: the compiler has less to write where that is a class with a short one.
template <class Lanes, class Program, bool Here = false, class Memory>
LEIBNIZ_INLINE constexpr void run_steps(Memory const& memory, int samples,
                                        bool fresh = false) noexcept {
    using steps = typename Program::steps;
    if constexpr (runs_together<Lanes, steps>::value)
        run_together<Lanes>(steps{}, memory, samples, fresh);
    else if constexpr (!Here && detail::runs_by_table<steps>::value)
        detail::table_of_steps<Lanes, Program, Memory>::run(memory, samples, fresh);
    else
        [&]<std::size_t... At>(std::index_sequence<At...>) LEIBNIZ_INLINE_LAMBDA {
            meta::in_order{
                (detail::run_kernel<Lanes, Here, typename detail::step_at<Program, At>::kernel_type,
                                    detail::step_at<Program, At>::target_slot>(
                     memory
                         .template slots<typename Lanes::number>(
                             typename detail::step_at<Program, At>::arrays{},
                             typename detail::step_at<Program, At>::slices{})
                         .data(),
                     samples, fresh),
                 meta::done{})...};
        }(std::make_index_sequence<steps::size>{});
}

} // namespace leibniz::program
