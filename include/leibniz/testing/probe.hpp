#pragma once
#include <leibniz/training/programs.hpp>
#include <leibniz/training/random.hpp>

namespace leibniz {

/// Where a network is tried: this many samples, whose numbers, and the weights, are drawn from
/// low … high.
struct probe {
    std::uint64_t seed = 1;
    int samples = 2;
    double low = -1, high = 1;
};

namespace testing_detail {

constexpr bool tries_something(probe const& points) {
    return points.samples > 0 && points.low < points.high;
}

/// All the numbers of a program, its inputs included, in one piece of memory.
template <class Plan, class Lanes> struct memory_of {
    using number = typename Lanes::number;
    using steps = typename Plan::steps;
    using storage = program::storage<typename Plan::arrays, steps, Plan::on>;
    number numbers[static_cast<std::size_t>(storage::size)]{};

    /// Fills the arrays of what no equation computes: fill(Tensor, position in row-major order).
    template <class Fill> constexpr void fill_with(Fill const& fill) {
        fill_all(fill, typename Plan::arrays{}, steps{});
    }
    template <class Steps> struct part {
        using steps = Steps;
    };
    template <class Steps> constexpr void run(Steps, int samples) {
        program::memory<program::bank<storage, number>> const memory{{numbers}};
        program::run_steps<Lanes, part<Steps>>(memory, samples);
    }
    /// visit(number) for all numbers of an array, in row-major order.
    template <class Array, class Visit> constexpr void for_each(Visit const& visit) const {
        visit_array<Array>(numbers, visit);
    }

private:
    template <class Fill, class... Arrays, class... Steps>
    constexpr void fill_all(Fill const& fill, meta::list<Arrays...>, meta::list<Steps...>) {
        using computed = meta::list<typename Steps::written::tensor...>;
        meta::in_order{
            (fill_one<Arrays>(
                 fill,
                 std::bool_constant<meta::contains<typename Arrays::tensor, computed>::value>{}),
             meta::done{})...};
    }
    template <class Array, class Fill> constexpr void fill_one(Fill const& fill, std::false_type) {
        visit_array<Array>(numbers, [&](number& one, std::size_t at) {
            one = fill(std::type_identity<typename Array::tensor>{}, at);
        });
    }
    template <class Array, class Fill> constexpr void fill_one(Fill const&, std::true_type) {}

    template <class Array, class Number, class Visit>
    static constexpr void visit_array(Number* from, Visit const& visit) {
        std::size_t at = 0;
        walk<Array::tensor::rank>(program::layout_of<Array, Plan::on>::value,
                                  from + storage::template offset<Array>::value, 0,
                                  [&](Number& one) { visit(one, at++); });
    }
    template <std::size_t Rank, class Layout, class Number, class Visit>
    static constexpr void walk(Layout const& layout, Number* place, std::size_t domain,
                               Visit const& visit) {
        if (domain == Rank)
            return visit(*place);
        for (int i = 0; i < layout.extent[domain]; ++i)
            walk<Rank>(layout, place + i * layout.stride[domain], domain + 1, visit);
    }
};

/// The memory after so many steps of a program. Each is a constant expression of its own, so that
/// each has the compiler's whole limit to itself. Fill is a function without state.
template <class Plan, class Lanes, class Fill, std::size_t Steps>
inline constexpr memory_of<Plan, Lanes> after_steps = [] {
    memory_of<Plan, Lanes> memory = after_steps<Plan, Lanes, Fill, Steps - 1>;
    memory.run(meta::list<meta::type_at<typename Plan::steps, Steps - 1>>{}, Plan::on.block);
    return memory;
}();
template <class Plan, class Lanes, class Fill>
inline constexpr memory_of<Plan, Lanes> after_steps<Plan, Lanes, Fill, 0> = [] {
    memory_of<Plan, Lanes> memory;
    memory.fill_with(Fill{});
    return memory;
}();

template <probe Points> constexpr double drawn(meta::key tensor, std::size_t at) {
    random_numbers random{meta::mix(meta::mix(Points.seed, tensor), at)};
    return random.uniform(Points.low, Points.high);
}

/// The weights of a graph one after another, each tensor row-major.
template <class Parameters> struct numbering;
template <class... Tensors> struct numbering<meta::list<Tensors...>> {
    static constexpr std::array<int, sizeof...(Tensors) + 1> starts = [] {
        std::array<int, sizeof...(Tensors) + 1> result{};
        [[maybe_unused]] std::size_t at = 0;
        meta::in_order{(result[at + 1] = result[at] + expr::volume(typename Tensors::domains{}),
                        ++at, meta::done{})...};
        return result;
    }();
    static constexpr int count = starts[sizeof...(Tensors)];
    /// The number of a tensor's first weight; −1 where it is no parameter.
    template <class Tensor> static constexpr int first() {
        if constexpr (meta::contains<Tensor, meta::list<Tensors...>>::value)
            return starts[meta::position<Tensor, meta::list<Tensors...>>::value];
        else
            return -1;
    }
};

} // namespace testing_detail
} // namespace leibniz
