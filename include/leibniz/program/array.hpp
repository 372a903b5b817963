#pragma once
#include <leibniz/expr/tensor.hpp>

/// How tensors lie in memory. Which domain is contiguous is a decision of the plan, so one tensor
/// may have several arrays; the formula knows none of this.
namespace leibniz::program {

/// A tensor stored by the library with domain Inner contiguous, padded to whole vectors or lines.
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

/// What rows are padded to: whole vectors, or, along the samples, whole lines, so that what a tile
/// of that length leaves over needs no code of its own.
constexpr int padding_step(std::initializer_list<int> extents, int inner, machine on) {
    bool const samples_inside =
        static_cast<std::size_t>(inner) < extents.size() && extents.begin()[inner] == at_run_time;
    return on.width > 1 && samples_inside ? line : on.width;
}

/// From one row to the next. Rows of a multiple of 128 numbers would begin in few sets of the
/// cache, so that a column of tiles pushes itself out: they are given a line more.
constexpr int row_step(int extent, std::size_t rank, int step) {
    int const whole = round_up(extent, step);
    return rank > 1 && step > 1 && whole % 128 == 0 ? whole + line : whole;
}

template <std::size_t Rank>
constexpr layout<Rank> lay_out(std::array<int, Rank + 1> extents, int inner, bool padded,
                               int step) {
    layout<Rank> result{extents, {}, 1};
    if constexpr (Rank > 0) {
        auto const place = [&](std::size_t at, bool innermost) {
            result.stride[at] = result.size;
            int const extent = result.extent[at];
            result.size *= innermost && padded ? row_step(extent, Rank, step) : extent;
        };
        place(static_cast<std::size_t>(inner), true);
        for (std::size_t at = Rank; at-- > 0;)
            if (at != static_cast<std::size_t>(inner))
                place(at, false);
    }
    return result;
}

namespace detail {

/// Which domain is that of the samples; −1 where there is none.
template <class... Domains> constexpr int sample_domain(meta::list<Domains...>) {
    int chosen = -1, at = 0;
    ((chosen = Domains::extent == at_run_time ? at : chosen, ++at), ...);
    return chosen;
}

/// Named by extents alone, so that arrays of one shape share it, and the addresses made from it.
template <int Inner, bool Padded, int Step, int... Extents> struct layout_of_shape {
    static constexpr layout<sizeof...(Extents)> value =
        lay_out<sizeof...(Extents)>({Extents..., 1}, Inner, Padded, Step);
};
template <class Array, machine On, class Domains = typename Array::tensor::domains> struct shape_of;
template <class Array, machine On, class... Domains>
struct shape_of<Array, On, meta::list<Domains...>> {
    using type = layout_of_shape<Array::inner, !Array::is_users,
                                 padding_step({Domains::extent...}, Array::inner, On),
                                 (Domains::extent == at_run_time ? On.block : Domains::extent)...>;
};

} // namespace detail

/// How an array lies: a class with the layout for its value.
template <class Array, machine On> struct layout_of : detail::shape_of<Array, On>::type {
    using shape = typename detail::shape_of<Array, On>::type;
};

} // namespace leibniz::program
