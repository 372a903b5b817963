#pragma once
#include <leibniz/meta/inline.hpp>
#include <leibniz/program/storage.hpp>
#include <leibniz/program/sweep.hpp>
#include <leibniz/program/together.hpp>
#include <leibniz/program/transfer.hpp>

/// Running the steps of a plan on memory that the caller owns.
namespace leibniz::program {

/// A storage and where its memory starts.
template <class Storage, class Number> struct bank {
    Number* start;

    template <class Array> using holds = typename Storage::template holds<Array>;
    template <class Array> using offset = typename Storage::template offset<Array>;
};

/// The user's array of one tensor.
template <class Tensor, class Number> struct users_array {
    Number const* start;

    template <class Array> using holds = std::is_same<Array, in_place<Tensor>>;
    template <class Array> using offset = std::integral_constant<int, 0>;
};

/// Several banks; an array is in the first that holds it.
template <class... Banks> struct memory : Banks... {
private:
    template <std::size_t Position> struct owner_at {
        static_assert(Position < sizeof...(Banks), "an array of the plan has no memory");
        using type = meta::type_at<meta::list<Banks...>, Position>;
    };
    template <class Array>
    struct owner_of : owner_at<meta::first_true({Banks::template holds<Array>::value...})> {};
    template <class Array> using owner = typename owner_of<Array>::type;

public:
    /// Where arrays are; all in one function, because its name holds the banks. Slots are writable
    /// because the last one is written; a user's array never is, since it only occurs among the
    /// sources.
    template <class Number, class... Arrays>
    LEIBNIZ_INLINE constexpr std::array<Number*, sizeof...(Arrays)>
    slots(meta::list<Arrays...>) const noexcept {
        return {(const_cast<Number*>(static_cast<owner<Arrays> const&>(*this).start) +
                 owner<Arrays>::template offset<Arrays>::value)...};
    }
};

namespace detail {

/// A step of a program under a short name, which the compiler looks up quicker.
template <class Program, std::size_t At>
struct step_at : meta::type_at<typename Program::steps, At> {};

/// Named by the kernel, so that steps of one shape share it.
template <class Lanes, bool Here, class Kernel, int Target>
LEIBNIZ_INLINE constexpr void run_kernel(typename Lanes::number* const* slots, int samples,
                                         bool fresh) noexcept {
    if constexpr (Here)
        sweep_here<Lanes, Kernel, Target>(slots, samples, fresh);
    else
        sweep<Lanes, Kernel, Target>(slots, samples, fresh);
}

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
    else
        [&]<std::size_t... At>(std::index_sequence<At...>) LEIBNIZ_INLINE_LAMBDA {
            meta::in_order{
                (detail::run_kernel<Lanes, Here, typename detail::step_at<Program, At>::kernel_type,
                                    detail::step_at<Program, At>::target_slot>(
                     memory
                         .template slots<typename Lanes::number>(
                             typename detail::step_at<Program, At>::arrays{})
                         .data(),
                     samples, fresh),
                 meta::done{})...};
        }(std::make_index_sequence<steps::size>{});
}

} // namespace leibniz::program
