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

    template <class Array> static constexpr bool holds = Storage::template holds<Array>;
    template <class Array> constexpr Number* at() const noexcept {
        return start + Storage::template offset<Array>;
    }
};

/// The user's array of one tensor.
template <class Tensor, class Number> struct users_array {
    Number const* start;

    template <class Array> static constexpr bool holds = std::is_same_v<Array, in_place<Tensor>>;
    /// Slots are writable pointers because the last of them is written; this one never is, since an
    /// array in place only occurs among the sources.
    template <class Array> constexpr Number* at() const noexcept {
        return const_cast<Number*>(start);
    }
};

/// Several banks; an array is in the first that holds it.
template <class... Banks> struct memory : Banks... {
    template <class Array> constexpr auto* at() const noexcept {
        constexpr std::array<bool, sizeof...(Banks)> holding{Banks::template holds<Array>...};
        constexpr std::size_t found = [&] {
            std::size_t i = 0;
            while (i < holding.size() && !holding[i])
                ++i;
            return i;
        }();
        static_assert(found < sizeof...(Banks), "an array of the plan has no memory");
        using owner = meta::type_at<meta::list<Banks...>, found>;
        return static_cast<owner const&>(*this).template at<Array>();
    }
};

namespace detail {

/// A single sample is done before calls have paid off.
template <class Lanes, int Block, class Step, class Memory, class... Arrays>
constexpr void run_step(Memory const& memory, int samples, bool fresh,
                        meta::list<Arrays...>) noexcept {
    typename Lanes::number* const slots[] = {memory.template at<Arrays>()...};
    constexpr int target = static_cast<int>(sizeof...(Arrays)) - 1;
    if constexpr (Block == 1)
        sweep_here<Lanes, typename Step::kernel_type, target>(slots, samples, fresh);
    else
        sweep<Lanes, typename Step::kernel_type, target>(slots, samples, fresh);
}

} // namespace detail

/// All steps, in order, for the samples of one block. Sums over all samples grow by those of the
/// block, or start with them where fresh is true. Inlined, because as a symbol its name would hold
/// the whole plan: above 4 kB for three layers.
template <class Lanes, int Block = 0, class... Steps, class Memory>
LEIBNIZ_INLINE constexpr void run_steps(meta::list<Steps...>, Memory const& memory, int samples,
                                        bool fresh = false) noexcept {
    if constexpr (runs_together<Lanes, Steps...>())
        run_together<Lanes>(meta::list<Steps...>{}, memory, samples, fresh);
    else
        (detail::run_step<Lanes, Block, Steps>(memory, samples, fresh, typename Steps::arrays{}),
         ...);
}

} // namespace leibniz::program
