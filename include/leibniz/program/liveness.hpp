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

} // namespace detail

/// As storage, with arrays on top of each other where their lives do not overlap. An array lives
/// from the step that writes it to the last one that reads it; all the time when no step writes it,
/// and to the end when it is in Kept. Sums over samples that go on from block to block must be kept
/// elsewhere.
template <class Arrays, class Steps, class Kept, machine On> struct shared_storage;
template <class... Arrays, class... Steps, class Kept, machine On>
struct shared_storage<meta::list<Arrays...>, meta::list<Steps...>, Kept, On> {
    static constexpr std::size_t count = sizeof...(Arrays);

private:
    struct life {
        int first, last, before, size;
        constexpr bool overlaps(life const& other) const {
            return first <= other.last && other.first <= last;
        }
    };

    static constexpr std::array<life, count + 1> all_lives() {
        meta::key_map<detail::use, meta::total({std::size_t{1}, Steps::arrays::size...})> uses;
        int step = 0;
        meta::in_order{(detail::note(uses, step++, Steps::written::key, typename Steps::arrays{}),
                        meta::done{})...};
        [[maybe_unused]] auto const life_of = [&](detail::use steps, bool kept, detail::reach reach,
                                                  int size) {
            life result{steps.written, steps.used, round_up(reach.before, array_step(On)), 0};
            result.size = result.before + round_up(size + reach.beyond, array_step(On));
            if (result.first < 0 || kept)
                result.last = static_cast<int>(sizeof...(Steps));
            return result;
        };
        return {life_of(uses[Arrays::key], meta::contains<Arrays, Kept>::value,
                        detail::reaches<meta::list<Steps...>, On>::of[Arrays::key],
                        layout_of<Arrays, On>::value.size)...,
                life{}};
    }
    static constexpr auto places = [] {
        struct {
            std::array<int, count + 1> offset{};
            int size = 0;
        } result;
        std::array<life, count + 1> const lives = all_lives();
        std::array<int, count + 1> start{};
        for (std::size_t i = 0; i < count; ++i) {
            // The lowest place after which nothing that lives at the same time lies in the way.
            for (bool moved = true; moved;) {
                moved = false;
                for (std::size_t k = 0; k < i; ++k)
                    if (lives[i].overlaps(lives[k]) && start[i] < start[k] + lives[k].size &&
                        start[k] < start[i] + lives[i].size) {
                        start[i] = start[k] + lives[k].size;
                        moved = true;
                    }
            }
            result.offset[i] = start[i] + lives[i].before;
            result.size =
                result.size > start[i] + lives[i].size ? result.size : start[i] + lives[i].size;
        }
        return result;
    }();

public:
    static constexpr int size = places.size;
    template <class Array> using holds = meta::contains<Array, meta::list<Arrays...>>;
    template <class Array>
    using offset =
        std::integral_constant<int,
                               places.offset[meta::position<Array, meta::list<Arrays...>>::value]>;
};

} // namespace leibniz::program
