#pragma once
#include <leibniz/meta/key_map.hpp>
#include <leibniz/program/plan.hpp>

/// Where arrays lie inside one block of memory whose size is a compile-time constant.
namespace leibniz::program {
namespace detail {

/// How far vectors of a load can reach before and beyond its array: a guarded subscript, or the
/// last vector of a row. What is read there is never used, but it must be there.
struct reach {
    int before = 0, beyond = 0;
};
constexpr reach merge(reach a, reach b) {
    return {a.before > b.before ? a.before : b.before, a.beyond > b.beyond ? a.beyond : b.beyond};
}

/// Does a step count a variable in whole vectors? Its lane does, and where sums have lanes of their
/// own every variable of a Σ, since one of them is the lane of each.
template <class Variable, class Lane, bool OfSums> inline constexpr bool in_vectors = false;
template <class Lane, bool OfSums> inline constexpr bool in_vectors<Lane, Lane, OfSums> = true;
template <int Number, int Range, class Lane>
inline constexpr bool in_vectors<expr::bound<Number, Range>, Lane, true> = true;

/// How far a variable goes: samples to the end of the last whole tile of a block.
constexpr int extent_to_read(int range, bool in_vectors, machine on) {
    if (!expr::is_static_range(range))
        return round_up(on.block, on.width > 1 && on.block > 1 ? line : on.width);
    return in_vectors ? round_up(range, on.width) : range;
}

/// Of a load whose address runs over these terms.
template <class Terms> struct reach_of_terms;
template <class... Terms> struct reach_of_terms<meta::list<Terms...>> {
    template <class Lane, bool OfSums>
    static constexpr reach from(int constant, int size, [[maybe_unused]] machine on) {
        int least = constant, greatest = constant;
        [[maybe_unused]] auto const extend = [&](int coefficient, int extent) {
            (coefficient < 0 ? least : greatest) += coefficient * (extent - 1);
        };
        (extend(Terms::coefficient,
                extent_to_read(Terms::variable::range,
                               in_vectors<typename Terms::variable, Lane, OfSums>, on)),
         ...);
        return {least < 0 ? -least : 0, greatest >= size ? greatest + 1 - size : 0};
    }
};

/// How far the loads of a kernel reach beside each of the arrays that it reads, whose sizes these
/// are.
template <class Kernel, machine On, int... Sizes> struct reaches_of_kernel {
    using each = std::array<reach, sizeof...(Sizes) + 1>;
    template <class... Loads> static constexpr each all(meta::list<Loads...>) {
        [[maybe_unused]] constexpr int sizes[]{Sizes..., 0};
        each result{};
        [[maybe_unused]] auto const add = [&](int slot, reach one) {
            reach& so_far = result[static_cast<std::size_t>(slot)];
            so_far = merge(so_far, one);
        };
        (add(Loads::source::number,
             reach_of_terms<typename parts<typename Loads::address>::terms>::template from<
                 typename Kernel::lane, (Kernel::formula::facts.lanes > 0)>(
                 parts<typename Loads::address>::constant, sizes[Loads::source::number], On)),
         ...);
        return result;
    }
    static constexpr each of = all(typename loads_of<typename Kernel::formula>::type{});
};

/// Of one step, with the keys of the arrays.
template <class Kernel, class Sources, class Slices, machine On> struct reaches_of_step;
template <class Kernel, class... Sources, machine On>
struct reaches_of_step<Kernel, meta::list<Sources...>, slice_offsets<>, On>
    : reaches_of_kernel<Kernel, On, layout_of<Sources, On>::value.size...> {
    static constexpr meta::key keys[sizeof...(Sources) + 1]{Sources::key..., 0};
};
/// Of an array there is as much as lies beyond the start of its slice, and before it at least
/// nothing.
template <class Kernel, class... Sources, int... Offsets, machine On>
    requires(sizeof...(Offsets) > 0)
struct reaches_of_step<Kernel, meta::list<Sources...>, slice_offsets<Offsets...>, On>
    : reaches_of_kernel<Kernel, On, (layout_of<Sources, On>::value.size - Offsets)...> {
    static constexpr meta::key keys[sizeof...(Sources) + 1]{Sources::key..., 0};
};
template <std::size_t Capacity, std::size_t Slots>
constexpr void add_reaches(meta::key_map<reach, Capacity>& all, meta::key const* keys,
                           std::array<reach, Slots> const& step) {
    for (std::size_t slot = 0; slot + 1 < Slots; ++slot)
        all[keys[slot]] = merge(all[keys[slot]], step[slot]);
}

/// How far the loads of all steps reach beside each array.
template <class Steps, machine On> struct reaches;
template <class... Steps, machine On> struct reaches<meta::list<Steps...>, On> {
    static constexpr auto of = [] {
        meta::key_map<reach, meta::total({std::size_t{1}, Steps::sources::size...})> result;
        meta::in_order{
            (add_reaches(result,
                         reaches_of_step<typename Steps::kernel_type, typename Steps::sources,
                                         typename Steps::slices, On>::keys,
                         reaches_of_step<typename Steps::kernel_type, typename Steps::sources,
                                         typename Steps::slices, On>::of),
             meta::done{})...};
        return result;
    }();
};

/// Where arrays lie. It is a template argument below: as a member it would have all arrays in its
/// name.
template <std::size_t Count> struct offsets {
    std::array<int, Count + 1> of{};
    int size = 0;
};
template <std::size_t Count>
constexpr offsets<Count> one_after_another(std::initializer_list<reach> around,
                                           std::initializer_list<int> sizes, int step) {
    offsets<Count> result;
    std::size_t at = 0;
    for (int const size : sizes) {
        reach const room = around.begin()[at];
        result.size += round_up(room.before, step);
        result.of[at++] = result.size;
        result.size += round_up(size + room.beyond, step);
    }
    return result;
}
template <offsets Places> struct placed {
    static constexpr int size = Places.size;
    template <std::size_t Position>
    using offset_at = std::integral_constant<int, Places.of[Position]>;
};

} // namespace detail

/// Arrays one after another, each starting on a line of the cache, with room around it for what
/// loads of the Steps reach beside it.
template <class Arrays, class Steps, machine On> struct storage;
template <class... Arrays, class... Steps, machine On>
struct storage<meta::list<Arrays...>, meta::list<Steps...>, On>
    : detail::placed<detail::one_after_another<sizeof...(Arrays)>(
          {detail::reaches<meta::list<Steps...>, On>::of[Arrays::key]...},
          {layout_of<Arrays, On>::value.size...}, array_step(On))> {
    template <class Array> using holds = meta::contains_by_key<Array, meta::list<Arrays...>>;
    template <class Array>
    using offset = typename storage::template offset_at<
        meta::position_by_key<Array, meta::list<Arrays...>>::value>;
};

} // namespace leibniz::program
