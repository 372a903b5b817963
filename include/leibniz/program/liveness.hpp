#pragma once
#include <leibniz/program/storage.hpp>

/// Memory that arrays share when one is no longer read before the other is written.
namespace leibniz::program {

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

    template <class Array> static constexpr life life_of() {
        constexpr int end = static_cast<int>(sizeof...(Steps));
        detail::reach const reach = detail::reach_of<Array, meta::list<Steps...>, On>;
        life result{-1, -1, round_up(reach.before, On.width), 0};
        result.size = result.before + round_up(layout_of<Array, On>.size + reach.beyond, On.width);
        int at = 0;
        ((result.first = result.first < 0 && std::is_same_v<Array, typename Steps::written>
                             ? at
                             : result.first,
          result.last = meta::contains<Array, typename Steps::arrays> ? at : result.last, ++at),
         ...);
        if (result.first < 0 || meta::contains<Array, Kept>)
            result.last = end;
        return result;
    }
    static constexpr auto places = [] {
        struct {
            std::array<int, count + 1> offset{};
            int size = 0;
        } result;
        std::array<life, count + 1> const lives{life_of<Arrays>()..., life{}};
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
    template <class Array> static constexpr bool holds = (std::is_same_v<Array, Arrays> || ...);
    template <class Array>
    static constexpr int offset = places.offset[meta::position<Array, meta::list<Arrays...>>];
};

} // namespace leibniz::program
