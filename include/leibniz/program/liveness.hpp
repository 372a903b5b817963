#pragma once
#include <leibniz/program/storage.hpp>

/// Memory that arrays share when one is no longer read before the other is written.
namespace leibniz::program {
namespace detail {

/// The steps that first write and last use an array.
struct use {
    int written = -1, used = -1;
};
/// Not a member of what follows, whose name holds all steps.
template <class Map, class... Used>
constexpr void note(Map& map, int step, meta::key written, meta::list<Used...>) {
    if (map[written].written < 0)
        map[written].written = step;
    ((map[Used::key].used = step), ...);
}

/// From the step that first writes an array to the one that last uses it, with the room around it.
struct life {
    int first, last, before, size;
    constexpr bool overlaps(life const& other) const {
        return first <= other.last && other.first <= last;
    }
};

/// Each at the lowest place after which nothing that lives at the same time lies in the way.
template <std::size_t Count>
constexpr offsets<Count> on_top_of_each_other(std::array<life, Count + 1> const& lives) {
    offsets<Count> result;
    std::array<int, Count + 1> start{};
    for (std::size_t i = 0; i < Count; ++i) {
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t k = 0; k < i; ++k)
                if (lives[i].overlaps(lives[k]) && start[i] < start[k] + lives[k].size &&
                    start[k] < start[i] + lives[i].size) {
                    start[i] = start[k] + lives[k].size;
                    moved = true;
                }
        }
        result.of[i] = start[i] + lives[i].before;
        if (result.size < start[i] + lives[i].size)
            result.size = start[i] + lives[i].size;
    }
    return result;
}

template <class Arrays, class Steps, class Kept, machine On> struct lives;
template <class... Arrays, class... Steps, class Kept, machine On>
struct lives<meta::list<Arrays...>, meta::list<Steps...>, Kept, On> {
    static constexpr std::array<life, sizeof...(Arrays) + 1> all() {
        meta::key_map<use, meta::total({std::size_t{1}, Steps::arrays::size...})> uses;
        int step = 0;
        meta::in_order{
            (note(uses, step++, Steps::written::key, typename Steps::arrays{}), meta::done{})...};
        [[maybe_unused]] auto const life_of = [&](use steps, bool kept, reach around, int size) {
            life result{steps.written, steps.used, round_up(around.before, array_step(On)), 0};
            result.size = result.before + round_up(size + around.beyond, array_step(On));
            if (result.first < 0 || kept)
                result.last = static_cast<int>(sizeof...(Steps));
            return result;
        };
        return {life_of(uses[Arrays::key], meta::contains_by_key<Arrays, Kept>::value,
                        reaches<meta::list<Steps...>, On>::of[Arrays::key],
                        layout_of<Arrays, On>::value.size)...,
                life{}};
    }
};

} // namespace detail

/// As storage, with arrays on top of each other where their lives do not overlap. An array lives
/// from the step that writes it to the last one that reads it; all the time when no step writes it,
/// and to the end when it is in Kept. Sums over samples that go on from block to block must be kept
/// elsewhere.
template <class Arrays, class Steps, class Kept, machine On> struct shared_storage;
template <class... Arrays, class Steps, class Kept, machine On>
struct shared_storage<meta::list<Arrays...>, Steps, Kept, On>
    : detail::placed<detail::on_top_of_each_other<sizeof...(Arrays)>(
          detail::lives<meta::list<Arrays...>, Steps, Kept, On>::all())> {
    template <class Array> using holds = meta::contains_by_key<Array, meta::list<Arrays...>>;
    template <class Array>
    using offset = typename shared_storage::template offset_at<
        meta::position_by_key<Array, meta::list<Arrays...>>::value>;
};

} // namespace leibniz::program
