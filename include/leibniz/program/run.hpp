#pragma once
#include <leibniz/program/storage.hpp>
#include <leibniz/program/sweep.hpp>

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

template <class Lanes, class Step, class Memory, class... Arrays>
constexpr void run_step(Memory const& memory, int samples, meta::list<Arrays...>) noexcept {
    typename Lanes::number* const slots[] = {memory.template at<Arrays>()...};
    sweep<Lanes, typename Step::kernel_type, static_cast<int>(sizeof...(Arrays)) - 1>(slots,
                                                                                      samples);
}

/// Numbers from one layout to another, over their common extents; samples of them where the extent
/// is known only at run time.
template <std::size_t Rank, class Number>
constexpr void copy_layout(layout<Rank> const& from_layout, Number const* from,
                           layout<Rank> const& to_layout, Number* to,
                           std::array<int, Rank + 1> const& extents, std::size_t at = 0) noexcept {
    if (at == Rank) {
        *to = *from;
        return;
    }
    for (int i = 0; i < extents[at]; ++i)
        copy_layout(from_layout, from + i * from_layout.stride[at], to_layout,
                    to + i * to_layout.stride[at], extents, at + 1);
}

template <class... Domains>
constexpr auto extents_for(meta::list<Domains...>, int samples) noexcept {
    return std::array<int, sizeof...(Domains) + 1>{
        (Domains::extent == at_run_time ? samples : Domains::extent)..., 1};
}

} // namespace detail

/// All steps, in order, for the samples of one block.
template <class Lanes, class... Steps, class Memory>
constexpr void run_steps(meta::list<Steps...>, Memory const& memory, int samples) noexcept {
    (detail::run_step<Lanes, Steps>(memory, samples, typename Steps::arrays{}), ...);
}

/// Copies a tensor between two of its arrays.
template <class From, class To, machine On, class Number>
constexpr void copy_array(Number const* from, Number* to, int samples) noexcept {
    static_assert(std::is_same_v<typename From::tensor, typename To::tensor>);
    detail::copy_layout<From::tensor::rank>(
        layout_of<From, On>, from, layout_of<To, On>, to,
        detail::extents_for(typename From::tensor::domains{}, samples));
}

} // namespace leibniz::program
