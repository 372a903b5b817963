#pragma once
#include <leibniz/expr/tensor.hpp>

/// How tensors lie in memory. Which domain is contiguous is a decision of the plan, so one tensor
/// may have several arrays; the formula knows none of this.
namespace leibniz::program {

/// A tensor stored by the library with domain Inner contiguous, padded to whole vectors.
template <class Tensor, int Inner> struct stored {
    using tensor = Tensor;
    static constexpr int inner = Inner;
    static constexpr bool is_users = false;
    static constexpr meta::key key = meta::mix(Tensor::key, static_cast<meta::key>(Inner + 2));
};

/// A tensor read where the user has it: row-major, sample after sample, without padding.
template <class Tensor> struct in_place {
    using tensor = Tensor;
    static constexpr int inner = static_cast<int>(Tensor::rank) - 1;
    static constexpr bool is_users = true;
    static constexpr meta::key key = meta::mix(Tensor::key, 0);
};

/// What layouts depend on: lanes of a vector, and samples worked on at a time.
struct machine {
    int width = 1;
    int block = 1;
};

constexpr int round_up(int value, int step) { return (value + step - 1) / step * step; }

/// Numbers of a line of the cache; twice as many for double. No width of a vector is above it.
inline constexpr int line = 16;
/// Arrays begin with a line, so that what fits one vector or two touches no more lines than it
/// must.
constexpr int array_step(machine on) { return on.width > 1 ? line : 1; }

template <std::size_t Rank> struct layout {
    std::array<int, Rank + 1> extent{}; ///< without padding; the block for samples
    std::array<int, Rank + 1> stride{};
    int size = 1;
};

/// From one row to the next. Rows of a multiple of 128 numbers would begin in few sets of the
/// cache, so that a column of tiles pushes itself out: they are given a line more.
constexpr int row_step(int extent, std::size_t rank, int width) {
    int const whole = round_up(extent, width);
    return rank > 1 && width > 1 && whole % 128 == 0 ? whole + line : whole;
}

template <class... Domains>
constexpr auto lay_out(meta::list<Domains...>, int inner, machine on, bool padded) {
    constexpr std::size_t rank = sizeof...(Domains);
    layout<rank> result{
        {(Domains::extent == at_run_time ? on.block : Domains::extent)..., 1}, {}, 1};
    if constexpr (rank > 0) {
        auto const place = [&](std::size_t at, bool innermost) {
            result.stride[at] = result.size;
            int const extent = result.extent[at];
            result.size *= innermost && padded ? row_step(extent, rank, on.width) : extent;
        };
        place(static_cast<std::size_t>(inner), true);
        for (std::size_t at = rank; at-- > 0;)
            if (at != static_cast<std::size_t>(inner))
                place(at, false);
    }
    return result;
}

template <class Array, machine On>
inline constexpr auto layout_of =
    lay_out(typename Array::tensor::domains{}, Array::inner, On, !Array::is_users);

} // namespace leibniz::program
