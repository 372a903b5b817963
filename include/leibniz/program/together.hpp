#pragma once
#include <leibniz/program/sweep.hpp>

/// Several steps of a small program for a few vectors of samples before the next ones: what one
/// step writes the following find in registers or the nearest cache, and the sums over samples stay
/// in registers to the end.
namespace leibniz::program {
namespace detail {

/// A formula that is a Σ along the lanes, perhaps times a number.
template <class Formula> struct sum_alone {
    static constexpr bool is_one = false;
};
template <class Lane, class Body, int... Ranges> struct sum_alone<lane_sum<Lane, Body, Ranges...>> {
    static constexpr bool is_one = true;
    static constexpr rational factor = 1;
    using sum = lane_sum<Lane, Body, Ranges...>;
    using lane = Lane;
    using body = Body;
};
template <rational Value, class Lane, class Body, int... Ranges>
struct sum_alone<expr::multiplication<expr::constant<Value>, lane_sum<Lane, Body, Ranges...>>>
    : sum_alone<lane_sum<Lane, Body, Ranges...>> {
    static constexpr rational factor = Value;
};
template <rational Value, class Lane, class Body, int... Ranges>
struct sum_alone<expr::multiplication<lane_sum<Lane, Body, Ranges...>, expr::constant<Value>>>
    : sum_alone<lane_sum<Lane, Body, Ranges...>> {
    static constexpr rational factor = Value;
};

/// How many sums over samples a step keeps, when that is all it computes; 0 for a step that is done
/// sample by sample; −1 for any other.
template <class Kernel, class Formula = typename Kernel::formula>
inline constexpr int sums_kept = -1;
template <class Kernel, class Formula>
    requires(has_lanes<Kernel> && !Kernel::accumulates &&
             static_extent<typename Kernel::column>(0) == 0 &&
             static_extent<typename Kernel::row>(0) > 0 && Kernel::outer::size == 0)
inline constexpr int sums_kept<Kernel, Formula> = 0;
template <class Kernel, class Formula>
    requires(Kernel::accumulates && Kernel::outer::size == 0 && sum_alone<Formula>::is_one)
inline constexpr int sums_kept<Kernel, Formula> = [] {
    using body = typename sum_alone<Formula>::body;
    constexpr int rows = static_extent<typename Kernel::row>(0);
    constexpr int columns = static_extent<typename Kernel::column>(0);
    using all = tile<typename Kernel::row, rows, 0, typename Kernel::column, columns, void>;
    bool const whole = rows_of<body, all> == rows && columns_of<body, all> == columns;
    return whole && !expr::is_static_range(sum_alone<Formula>::lane::range) ? rows * columns : -1;
}();

/// Is a step one number for each sample, as in the equations of an optimiser?
template <class Kernel>
inline constexpr bool has_one_number =
    sums_kept<Kernel> == 0 && __is_same(typename Kernel::row, void);

constexpr bool are_all_of_several(std::initializer_list<bool> flags) {
    return flags.size() > 1 && meta::all_true(flags);
}

template <class Steps> struct reads_a_sum;
template <class... Steps> struct reads_a_sum<meta::list<Steps...>> {
    template <class Written>
    using is_read = std::bool_constant<meta::any_true(
        {meta::contains<Written, typename Steps::sources>::value...})>;
    static constexpr bool value = meta::any_true({(sums_kept<typename Steps::kernel_type> > 0 &&
                                                   is_read<typename Steps::written>::value)...});
};

/// How many sums a pass through the samples keeps in registers.
constexpr int sums_of_pass(int registers) { return registers * 2 / 3; }
/// Where a pass cannot keep all sums of a program there are several, but for no more than two
/// passes would keep: then less is gained, and the code is longer than that of tiles.
constexpr bool sums_fit(std::initializer_list<int> sums, int registers) {
    int all = 0;
    for (int const some : sums) {
        if (some < 0 || some > sums_of_pass(registers))
            return false;
        all += some;
    }
    return all > 0 && all <= 2 * sums_of_pass(registers);
}

} // namespace detail

/// Is a program run that way? When it sums over samples, has few sums, those of a step fit two
/// thirds of the registers, and no step needs one of them; or when each step has one number for
/// each sample.
template <class Lanes, class Steps> struct runs_together;
template <class Lanes, class... Steps>
struct runs_together<Lanes, meta::list<Steps...>>
    : std::conjunction<
          std::bool_constant<(Lanes::width > 1)>,
          std::bool_constant<detail::sums_fit({detail::sums_kept<typename Steps::kernel_type>...},
                                              Lanes::registers) ||
                             detail::are_all_of_several(
                                 {detail::has_one_number<typename Steps::kernel_type>...})>,
          std::negation<detail::reads_a_sum<meta::list<Steps...>>>> {};

namespace detail {

/// A step done sample by sample.
template <class Lanes, class Step> struct share_of_step {
    using kernel = typename Step::kernel_type;
    std::array<typename Lanes::number*, Step::arrays::size> slots;

    /// The samples in some vectors from the first on.
    template <int Vectors, bool Whole>
    LEIBNIZ_INLINE void advance(int first, int samples) noexcept {
        constexpr int rows = static_extent<typename kernel::row>(0);
        tile_sweep<Lanes, kernel, rows, Vectors>::run(
            context<Lanes>{slots.data(), samples},
            bind_loop<typename kernel::row>(
                bind_loop<typename kernel::column>(environment<>{}, first), 0),
            Step::target_slot);
    }
    LEIBNIZ_INLINE void finish(bool) noexcept {}
};

/// A step that sums over the samples.
template <class Lanes, class Step>
    requires(sums_kept<typename Step::kernel_type> > 0)
struct share_of_step<Lanes, Step> {
    using kernel = typename Step::kernel_type;
    using sum =
        evaluator<Lanes,
                  tile<typename kernel::row, static_extent<typename kernel::row>(0), 0,
                       typename kernel::column, static_extent<typename kernel::column>(0), void>,
                  typename sum_alone<typename kernel::formula>::sum>;
    std::array<typename Lanes::number*, Step::arrays::size> slots;
    typename sum::totals total = sum::zero();

    static constexpr auto variables() noexcept {
        return bind_loop<typename kernel::row>(
            bind_loop<typename kernel::column>(environment<>{}, 0), 0);
    }
    template <int Vectors, bool Whole>
    LEIBNIZ_INLINE void advance(int first, int samples) noexcept {
        repeat<Vectors>([&](auto vector) LEIBNIZ_INLINE_LAMBDA {
            sum::template add_vector<Whole>(context<Lanes>{slots.data(), samples}, variables(),
                                            total, first + vector() * Lanes::width);
        });
    }
    LEIBNIZ_INLINE void finish(bool fresh) noexcept {
        constexpr auto factor =
            sum_alone<typename kernel::formula>::factor.template as<typename Lanes::number>();
        if constexpr (factor != 1)
            total = transform(total, [](auto const& value) LEIBNIZ_INLINE_LAMBDA {
                return value * Lanes::broadcast(factor);
            });
        auto* const target =
            slots[Step::target_slot] + value_of<typename kernel::target>(variables());
        using sweep = tile_sweep<Lanes, kernel, sum::totals::rows, sum::totals::columns>;
        if constexpr (Step::written::tensor::rank > 0 && sweep::has_short_rows)
            sweep::store_rows(context<Lanes>{slots.data(), 0, fresh}, target, total);
        else
            sweep::store_numbers(context<Lanes>{slots.data(), 0, fresh}, target,
                                 Lanes::sums_of(total));
    }
};

template <class Step>
inline constexpr int sums_of_step =
    sums_kept<typename Step::kernel_type> > 0 ? sums_kept<typename Step::kernel_type> : 0;

/// The steps that go through the samples together. A function ends a pass: its operations wait for
/// each other, and while the steps that need its value waited, too, the processor's queues would
/// have no room for the functions of the next samples. (2-4-1, 256 samples: a tenth.) And a pass
/// keeps at most Most sums, of which Free are left.
template <int Most, int Free, class Passes, class Pass, class... Steps> struct passes_of {
    using type = meta::concatenate<Passes, meta::list<Pass>>;
};
template <int Most, int Free, class... Passes, class... Pass, class Step, class... Steps>
struct passes_of<Most, Free, meta::list<Passes...>, meta::list<Pass...>, Step, Steps...>
    : passes_of<Most, Free - sums_of_step<Step>, meta::list<Passes...>, meta::list<Pass..., Step>,
                Steps...> {};
template <int Most, int Free, class... Passes, class... Pass, class Step, class... Steps>
    requires(sums_of_step<Step> > Free)
struct passes_of<Most, Free, meta::list<Passes...>, meta::list<Pass...>, Step, Steps...>
    : passes_of<Most, Most - sums_of_step<Step>, meta::list<Passes..., meta::list<Pass...>>,
                meta::list<Step>, Steps...> {};
template <int Most, int Free, class... Passes, class... Pass, class Step, class... Steps>
    requires(sizeof...(Steps) > 0 && Step::formula::facts.is(meta::kind::application))
struct passes_of<Most, Free, meta::list<Passes...>, meta::list<Pass...>, Step, Steps...>
    : passes_of<Most, Most, meta::list<Passes..., meta::list<Pass..., Step>>, meta::list<>,
                Steps...> {};
template <class Lanes, class... Steps>
using passes_for =
    typename passes_of<sums_of_pass(Lanes::registers), sums_of_pass(Lanes::registers), meta::list<>,
                       meta::list<>, Steps...>::type;

/// The rows of a step that is done sample by sample; 1 of a sum.
template <class Step>
inline constexpr int rows_by_sample = sums_kept<typename Step::kernel_type> > 0
                                          ? 1
                                          : static_extent<typename Step::kernel_type::row>(0);
/// For how many vectors of samples a pass does its steps at once: the values of one step fill a
/// quarter of the registers, so that a function has room for its own numbers.
constexpr int vectors_together(int registers, std::initializer_list<int> rows) {
    int const most = registers / 8, fitting = registers / 4 / expr::largest(rows);
    return fitting > most ? most : fitting > 1 ? fitting : 1;
}

template <class Lanes, class... Steps> struct shares : share_of_step<Lanes, Steps>... {
    template <class... Passes>
    LEIBNIZ_INLINE void advance(meta::list<Passes...>, int samples) noexcept {
        meta::in_order{(pass(Passes{}, samples), meta::done{})...};
    }
    LEIBNIZ_INLINE void finish(bool fresh) noexcept {
        meta::in_order{(share_of_step<Lanes, Steps>::finish(fresh), meta::done{})...};
    }

private:
    template <class... Pass> LEIBNIZ_INLINE void pass(meta::list<Pass...>, int samples) noexcept {
        constexpr int together = vectors_together(Lanes::registers, {rows_by_sample<Pass>...});
        int first = 0;
        for (; first + together * Lanes::width <= samples; first += together * Lanes::width)
            meta::in_order{
                (share_of_step<Lanes, Pass>::template advance<together, true>(first, samples),
                 meta::done{})...};
        for (; first < samples; first += Lanes::width)
            meta::in_order{(share_of_step<Lanes, Pass>::template advance<1, false>(first, samples),
                            meta::done{})...};
    }
};

} // namespace detail

template <class Lanes, class... Steps, class Memory>
LEIBNIZ_INLINE void run_together(meta::list<Steps...>, Memory const& memory, int samples,
                                 bool fresh) noexcept {
    align_stack<Lanes>();
    detail::shares<Lanes, Steps...> all{{memory.template slots<typename Lanes::number>(
        typename Steps::arrays{}, typename Steps::slices{})}...};
    all.advance(detail::passes_for<Lanes, Steps...>{}, samples);
    all.finish(fresh);
}

} // namespace leibniz::program
