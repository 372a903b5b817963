#pragma once
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

template <class Terms> struct reach_of_terms;
template <class... Terms> struct reach_of_terms<meta::list<Terms...>> {
    static constexpr reach from(int constant, int size, machine on) {
        int least = constant, greatest = constant;
        [[maybe_unused]] auto const extend = [&](int coefficient, int range) {
            int const extent = round_up(range > 0 ? range : on.block, on.width);
            (coefficient < 0 ? least : greatest) += coefficient * (extent - 1);
        };
        (extend(Terms::coefficient, Terms::variable::range), ...);
        return {least < 0 ? -least : 0,
                greatest + on.width > size ? greatest + on.width - size : 0};
    }
};

template <class Array, class Expression, machine On> struct reach_in;
template <class Array, machine On, class Children> struct reach_in_all;
template <class Array, machine On, class... Children>
struct reach_in_all<Array, On, meta::list<Children...>> {
    static constexpr reach value = [] {
        reach result;
        ((result = merge(result, reach_in<Array, Children, On>::value)), ...);
        return result;
    }();
};
template <class Array, class Expression, machine On>
struct reach_in : reach_in_all<Array, On, typename children_of<Expression>::type> {};
template <class Array, class Address, machine On> struct reach_in<Array, load<Array, Address>, On> {
    static constexpr reach value = reach_of_terms<typename parts<Address>::terms>::from(
        parts<Address>::constant, layout_of<Array, On>.size, On);
};
template <class Array, class Lane, class Body, int... Ranges, machine On>
struct reach_in<Array, lane_sum<Lane, Body, Ranges...>, On> : reach_in<Array, Body, On> {};

/// Most steps read few of the arrays: a formula is only searched for those that it reads.
struct no_reach {
    static constexpr reach value{};
};
template <class Array, class Step, machine On>
using reach_in_step = std::conditional_t<meta::contains<Array, typename Step::sources>,
                                         reach_in<Array, typename Step::lowered, On>, no_reach>;
template <class Array, class Steps, machine On> inline constexpr reach reach_of{};
template <class Array, class... Steps, machine On>
inline constexpr reach reach_of<Array, meta::list<Steps...>, On> = [] {
    reach result;
    ((result = merge(result, reach_in_step<Array, Steps, On>::value)), ...);
    return result;
}();

} // namespace detail

/// Arrays one after another, each starting on a whole vector, with room around it for what loads of
/// the Steps reach beside it.
template <class Arrays, class Steps, machine On> struct storage;
template <class... Arrays, class... Steps, machine On>
struct storage<meta::list<Arrays...>, meta::list<Steps...>, On> {
    static constexpr std::size_t count = sizeof...(Arrays);

    struct table {
        std::array<int, count + 1> offset{};
        int size = 0;
    };
    static constexpr table places = [] {
        table result;
        std::size_t at = 0;
        [[maybe_unused]] auto const add = [&](detail::reach reach, int size) {
            result.size += round_up(reach.before, On.width);
            result.offset[at++] = result.size;
            result.size += round_up(size + reach.beyond, On.width);
        };
        (add(detail::reach_of<Arrays, meta::list<Steps...>, On>, layout_of<Arrays, On>.size), ...);
        return result;
    }();
    static constexpr int size = places.size;

    template <class Array> static constexpr bool holds = (std::is_same_v<Array, Arrays> || ...);
    template <class Array>
    static constexpr int offset = places.offset[meta::position<Array, meta::list<Arrays...>>];
};

} // namespace leibniz::program
