#pragma once
#include <leibniz/program/array.hpp>
#include <leibniz/program/choice.hpp>
#include <leibniz/program/fuse.hpp>

/// What runs along the lanes of a whole program: the samples, or the rows of numbers that each
/// sample has?
namespace leibniz::program {
namespace detail {

/// The extent of the last domain of known extent, 1 where there is none.
template <class... Domains> constexpr int row_extent(meta::list<Domains...>) {
    int extent = 1;
    ((extent = Domains::extent != at_run_time ? Domains::extent : extent), ...);
    return extent;
}
/// No more than 1024 are counted, so that no product of them grows too large.
constexpr int terms_over(std::initializer_list<int> ranges) {
    constexpr int most = 1 << 10;
    int result = 1;
    for (int const range : ranges)
        result = !expr::is_static_range(range) || range > most / result ? most : result * range;
    return result;
}

/// Roughly how long a value of a formula takes, in multiply-adds: as many as a Σ has terms, and
/// `work_of_function` for a function.
inline constexpr int work_of_function = 32;
constexpr int work_of_terms(int terms, int each) {
    constexpr int most = 1 << 20;
    return each > most / terms ? most : terms * each;
}
template <class Formula> struct work_of : std::integral_constant<int, 0> {};
template <class... Terms>
struct work_of<addition<Terms...>>
    : std::integral_constant<int, meta::total({0, work_of<Terms>::value...})> {};
template <class... Factors>
struct work_of<multiplication<Factors...>>
    : std::integral_constant<int, meta::total({0, work_of<Factors>::value...})> {};
template <class Base, rational Exponent> struct work_of<power<Base, Exponent>> : work_of<Base> {};
template <class Function, class... Arguments>
struct work_of<application<Function, Arguments...>>
    : std::integral_constant<int, meta::total({work_of_function, work_of<Arguments>::value...})> {};
template <relation Relation, class... Operands>
struct work_of<selection<Relation, Operands...>>
    : std::integral_constant<int, meta::total({0, work_of<Operands>::value...})> {};
template <class Body, int... Ranges>
struct work_of<summation<Body, Ranges...>>
    : std::integral_constant<int,
                             work_of_terms(terms_over({Ranges...}), 1 + work_of<Body>::value)> {};

/// The same for all numbers of a sample, with samples along the lanes or with rows of numbers.
struct work_of_sample {
    double samples, rows;
    double summed; ///< of that with samples, what ends in sums over their lanes
};
/// A sum over a block of samples that run along the lanes ends with adding these up.
constexpr double with_sums_of_lanes(double work, double summed, machine on) {
    return work + 0.25 * on.width / on.block * summed;
}
/// To turn over the user's rows, for samples along the lanes.
constexpr double work_to_turn(double numbers) { return 5.5 * numbers; }

/// Does a formula read some element at every second number, or fewer, where the last index of the
/// left side runs along the lanes?
template <class Indices, class Elements> inline constexpr bool reads_apart = false;
template <class... Indices, class... Elements>
    requires(sizeof...(Indices) > 0)
inline constexpr bool reads_apart<meta::list<Indices...>, meta::list<Elements...>> = [] {
    using lane = meta::type_at<meta::list<Indices...>, sizeof...(Indices) - 1>;
    return (false || ... ||
            (lane_subscript<Elements, lane>::value < 0 &&
             lane_subscript<Elements, lane>::anywhere::value));
}();
/// A vector of such numbers is gathered one by one, and in the adjoint goes over all places.
inline constexpr int work_to_gather = 32;

/// Does an element lack an index over several values?
template <class Index, class Element> inline constexpr bool lacks = false;
template <class Index, class Tensor, class... Subscripts>
    requires(is_static_range(Index::range) && Index::range > 1)
inline constexpr bool lacks<Index, element<Tensor, Subscripts...>> =
    !meta::contains<Index, meta::list<Subscripts...>>::value;
template <class Index, class Elements> inline constexpr bool is_lacked = false;
template <class Index, class... Elements>
inline constexpr bool is_lacked<Index, meta::list<Elements...>> =
    meta::any_true({false, lacks<Index, Elements>...});
template <class Indices, class Element> inline constexpr bool lacks_some = false;
template <class... Indices, class Element>
inline constexpr bool lacks_some<meta::list<Indices...>, Element> =
    meta::any_true({false, lacks<Indices, Element>...});
/// Is a matrix multiplied by another one for each sample, as queries by keys? Samples along the
/// lanes have nothing there that is the same for all lanes: every number is a vector of its own, so
/// that sixteen samples take as much of the caches as sixteen times the matrices.
template <class Indices, class Elements> inline constexpr bool multiplies_samples = false;
template <class... Indices, class... Elements>
    requires(sizeof...(Indices) > 2 &&
             meta::all_true({true, is_per_sample(typename Elements::tensor::domains{})...}))
inline constexpr bool multiplies_samples<meta::list<Indices...>, meta::list<Elements...>> =
    meta::total({0, (is_lacked<Indices, meta::list<Elements...>> ? 1 : 0)...}) > 1 &&
    meta::total({0, (lacks_some<meta::list<Indices...>, Elements> ? 1 : 0)...}) > 1;
/// Fitted: attention over 16 tokens of 16 features takes a quarter more time with samples along the
/// lanes than with features.
inline constexpr int work_of_product = 2;

/// How many parameters a formula reads.
template <class Tensors, class Outside> inline constexpr double parameters_in = 0;
template <class... Tensors, class Outside>
inline constexpr double parameters_in<meta::list<Tensors...>, Outside> =
    (0.0 + ... +
     (is_per_sample(typename Tensors::domains{}) || meta::contains<Tensors, Outside>::value
          ? 0
          : expr::volume(typename Tensors::domains{})));

/// Rows are done in whole vectors, the last of which may be filled with nothing; those of few
/// numbers have the samples along the lanes in any case, and what they sum up has not. Where the
/// samples do, tiles have four rows or more.
template <class Equation, class Outside> struct work_for;
template <class Equation, class... Outside> struct work_for<Equation, meta::list<Outside...>> {
    using domains = typename Equation::tensor::domains;
    static constexpr int extent = row_extent(domains{});
    /// Rows of a sample; a value takes its work, and one to be stored.
    static constexpr int rows = sample_domain(domains{}) < 0 ? 0 : expr::volume(domains{}) / extent;
    using elements = typename elements_of<typename Equation::right>::type;
    static constexpr double work_of_row(int numbers, int weight = 1) {
        return static_cast<double>(rows) * numbers *
               (weight * (1 + work_of<typename Equation::right>::value));
    }
    static constexpr bool sums = Equation::right::facts.height > 0;
    /// Filters are summed up over places, too, before the lanes are.
    static constexpr double share_summed() {
        double const terms = work_of_row(extent);
        double const parameters =
            parameters_in<typename tensors_of<elements>::type, meta::list<Outside...>>;
        return sums && parameters < terms ? parameters / terms : 1;
    }

    static constexpr work_of_sample in(machine on, bool single) {
        double const samples =
            work_of_row(extent > 4 ? round_up(extent, 4) : extent,
                        sums && !Equation::right::facts.over_samples &&
                                multiplies_samples<typename Equation::indices, elements>
                            ? work_of_product
                            : 1);
        double const summed = share_summed() * samples;
        if (extent > few_lanes(on.width))
            return {samples,
                    work_of_row(round_up(extent, on.width),
                                reads_apart<typename Equation::indices, elements> ? work_to_gather
                                                                                  : 1) +
                        (single ? 3 * rows : 0),
                    summed};
        double const turned = (0.0 + ... +
                               (is_among<Outside, elements>::value
                                    ? work_to_turn(expr::volume(typename Outside::domains{}))
                                    : 0));
        return {samples,
                with_sums_of_lanes(samples + turned, summed + turned, on) +
                    (sums ? 8.0 * rows * extent : 0),
                summed};
    }
};
constexpr work_of_sample total_work(std::initializer_list<work_of_sample> equations) {
    work_of_sample all{0, 0, 0};
    for (work_of_sample const& one : equations)
        all = {all.samples + one.samples, all.rows + one.rows, all.summed + one.summed};
    return all;
}

/// Are the samples the better lanes? What the parts cost was fitted to measured steps. Rows of a
/// single vector load a number for each multiply-add, which longer ones share, and are so short
/// that it counts to begin them. (Three steps of an LSTM with 16 cells stand at 1.059, and are
/// faster by rows; layers of 16 neurons at 1.052 are not.)
template <class Equations, class Outside> struct prefers_samples;
template <class... Equations, class... Outside>
struct prefers_samples<meta::list<Equations...>, meta::list<Outside...>> {
    static constexpr bool in(machine on) {
        bool const single =
            expr::largest({1, row_extent(typename Equations::tensor::domains{})...}) <= on.width;
        work_of_sample const work =
            total_work({work_for<Equations, meta::list<Outside...>>::in(on, single)...});
        double const turned = work_to_turn((0.0 + ... + expr::volume(typename Outside::domains{})));
        return with_sums_of_lanes(work.samples + turned, work.summed + turned, on) <=
               work.rows * (single ? 1.055 : 1);
    }
};

template <class Equations> struct written_by;
template <class... Equations> struct written_by<meta::list<Equations...>> {
    using type = meta::list<typename Equations::tensor...>;
};

/// What a plan is asked for as constants.
template <machine On, bool SamplesAlongLanes> struct plan_basis {
    static constexpr machine on = On;
    static constexpr bool samples_along_lanes = SamplesAlongLanes;
};
/// Where there are samples enough they run along the lanes if rows are so short, or leave so much
/// of their vectors unused, that this costs more. How parameters lie does not depend on it, since
/// both kinds of program read the same model.
template <class Model, class Outside, machine On>
struct basis_for : plan_basis<On, (On.width > 1) && (On.block >= On.width) &&
                                      prefers_samples<Model, Outside>::in(On)>{};

} // namespace detail
} // namespace leibniz::program
