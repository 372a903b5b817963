#pragma once
#include <leibniz/testing/careful.hpp>
#include <leibniz/testing/deviation.hpp>
#include <leibniz/testing/dual.hpp>
#include <leibniz/testing/probe.hpp>
#include <leibniz/testing/subject.hpp>
#include <leibniz/testing/tally.hpp>

/// A gradient found three ways, for every weight, in constant expressions.
namespace leibniz::testing_detail {

/// The weight at which the ways differ most.
struct finding {
    std::size_t weight = 0;
    double derived = 0, quotient = 0, dual = 0;
    double apart = 0;
};

/// The first of a program's numbers that is infinite or not a number: what its step writes, row by
/// row. Step −1 where the gradient has none.
struct misfit {
    int step = -1;
    int at = 0;
    double value = 0;
};

template <class Objective, probe Points, std::int64_t Allowed = 950'000> struct gradient_check {
    using graph = typename Objective::graph;
    using weights = numbering<typename graph::parameters>;
    static constexpr std::size_t count = static_cast<std::size_t>(weights::count);

    using loss_plan = typename subject<Objective>::template plan_for<Points.samples>;

    // How many steps of the 2²⁰ that Clang allows for a constant expression (GCC allows more) the
    // evaluation of the loss takes: measured on Clang 19, about 120 for an operation on numbers of
    // any kind, and where a bundle of them is spread, at most 2 for each, and 110 for each value of
    // a function.
    static constexpr tally once = tally_of_steps<typename loss_plan::steps>;
    static constexpr std::int64_t walk = whole(Points.samples * 120 * once.flops);
    static constexpr std::int64_t each_weight =
        1 + whole(Points.samples * 2 * (2 * once.flops + 110 * once.transcendentals));
    static constexpr std::int64_t room = (Allowed - walk) / each_weight;
    /// Where that leaves room for few weights at a time, each equation has its own expression.
    static constexpr bool by_equation = room < 16;
    /// How many weights are varied at a time.
    static constexpr int chunk = by_equation ? 16 : room > 32 ? 32 : static_cast<int>(room);
    static constexpr std::size_t chunks = (count + chunk - 1) / chunk;

    // The formulas as derived, in the program that trains.
    using derived_plan =
        typename training_detail::gradient_program<Objective, scalar::lanes<double>,
                                                   Points.samples>::plan;
    struct draw {
        template <class Tensor>
        constexpr careful operator()(std::type_identity<Tensor>, std::size_t at) const {
            return careful(drawn<Points>(Tensor::key, at));
        }
    };
    template <class... Tensors>
    static constexpr std::array<double, count> find_derived(meta::list<Tensors...>) {
        auto const& memory =
            after_steps<derived_plan, careful_lanes, draw, derived_plan::steps::size>;
        std::array<double, count> result{};
        std::size_t next = 0;
        meta::in_order{
            (memory.template for_each<
                 program::stored<expr::adjoint<Tensors>,
                                 derived_plan::template inner<expr::adjoint<Tensors>>::value>>(
                 [&](careful slope, std::size_t) { result[next++] = slope.value; }),
             meta::done{})...};
        return result;
    }
    static constexpr std::array<double, count> derived = find_derived(typename graph::parameters{});

    template <std::size_t Step> static constexpr void look_after(misfit& found) {
        using array = typename meta::type_at<typename derived_plan::steps, Step>::written;
        after_steps<derived_plan, careful_lanes, draw, Step + 1>.template for_each<array>(
            [&](careful number, std::size_t at) {
                if (found.step < 0 && !number.is_finite())
                    found = {static_cast<int>(Step), static_cast<int>(at), number.value};
            });
    }
    template <std::size_t... Steps>
    static constexpr misfit find_misfit(std::index_sequence<Steps...>) {
        misfit found;
        meta::in_order{(look_after<Steps>(found), meta::done{})...};
        return found;
    }
    /// Looked for where it shows: what a selection does not take may be anything.
    static constexpr misfit not_finite = [] {
        constexpr bool all_finite = [] {
            for (double const slope : derived)
                if (!careful(slope).is_finite())
                    return false;
            return true;
        }();
        if constexpr (all_finite)
            return misfit{};
        else
            return find_misfit(std::make_index_sequence<derived_plan::steps::size>{});
    }();

    // The loss alone, for other kinds of number. Vary tells the weights first … first + chunk − 1
    // apart from the numbers drawn.
    template <class Number, class Vary, int First> struct draw_varied {
        template <class Tensor>
        constexpr Number operator()(std::type_identity<Tensor>, std::size_t at) const {
            Number result(drawn<Points>(Tensor::key, at));
            constexpr int start = weights::template first<Tensor>();
            if (int const which = start + static_cast<int>(at) - First;
                start >= 0 && which >= 0 && which < chunk)
                Vary{}(result, static_cast<std::size_t>(which));
            return result;
        }
    };
    template <class Lanes, class Fill> static constexpr typename Lanes::number find_loss() {
        typename Lanes::number loss;
        auto const read = [&](typename Lanes::number const& found, std::size_t) { loss = found; };
        using array = program::stored<typename Objective::loss_tensor, -1>;
        if constexpr (by_equation) {
            after_steps<loss_plan, Lanes, Fill, loss_plan::steps::size>.template for_each<array>(
                read);
        } else {
            memory_of<loss_plan, Lanes> memory;
            memory.fill_with(Fill{});
            memory.run(typename loss_plan::steps{}, Points.samples);
            memory.template for_each<array>(read);
        }
        return loss;
    }

    static constexpr double step = 0x1p-17; ///< about the cube root of the rounding error
    struct both_ways {
        constexpr void operator()(bundle<2 * chunk>& weight, std::size_t which) const {
            if (!weight.spread)
                weight.spread_out();
            weight.at[which] += step;
            weight.at[which + chunk] -= step;
        }
    };
    /// (E(w + step) − E(w − step))/(2·step) for each weight of a chunk.
    template <std::size_t Chunk>
    static constexpr bundle<chunk> quotients = [] {
        constexpr int first = static_cast<int>(Chunk) * chunk;
        auto const losses =
            find_loss<bundle_lanes<2 * chunk>, draw_varied<bundle<2 * chunk>, both_ways, first>>();
        bundle<chunk> result;
        result.spread = true;
        for (std::size_t k = 0; k < chunk; ++k)
            result.at[k] = (losses[k] - losses[k + chunk]) / (2 * step);
        return result;
    }();

    struct by_itself {
        constexpr void operator()(dual<chunk>& weight, std::size_t which) const {
            weight.slope.spread_out();
            weight.slope.at[which] = 1;
        }
    };
    template <std::size_t Chunk>
    static constexpr bundle<chunk> slopes =
        find_loss<dual_lanes<chunk>,
                  draw_varied<dual<chunk>, by_itself, static_cast<int>(Chunk) * chunk>>()
            .slope;

    template <std::size_t... Chunks>
    static constexpr finding find_worst(std::index_sequence<Chunks...>) {
        finding found;
        [[maybe_unused]] auto const look = [&](std::size_t start, bundle<chunk> const& quotient,
                                               bundle<chunk> const& slope) {
            for (std::size_t k = 0; k < chunk && start + k < count; ++k) {
                double const here = derived[start + k];
                double const first = deviation(here, quotient[k]);
                double const second = deviation(here, slope[k]);
                double const larger = first > second ? first : second;
                if (larger > found.apart)
                    found = {start + k, here, quotient[k], slope[k], larger};
            }
        };
        meta::in_order{(look(Chunks * chunk, quotients<Chunks>, slopes<Chunks>), meta::done{})...};
        return found;
    }
    /// Where not every number is finite there is nothing to compare with.
    static constexpr finding worst = [] {
        if constexpr (not_finite.step >= 0)
            return finding{.apart = std::numeric_limits<double>::infinity()};
        else
            return find_worst(std::make_index_sequence<chunks>{});
    }();
};

/// Of what has no gradient. It is refused, but Clang looks at the types of a declaration before its
/// constraints.
template <probe Points, std::int64_t Allowed> struct gradient_check<void, Points, Allowed> {
    struct graph {
        using parameters = meta::list<>;
    };
    static constexpr misfit not_finite{};
    static constexpr finding worst{};
};

} // namespace leibniz::testing_detail
