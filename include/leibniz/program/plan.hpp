#pragma once
#include <leibniz/meta/key_map.hpp>
#include <leibniz/program/basis.hpp>
#include <leibniz/program/fuse.hpp>
#include <leibniz/program/kernel.hpp>

/// Which index of each equation runs along the lanes, and how each tensor lies in memory for that.
namespace leibniz::program {
namespace detail {

template <class Tensor> struct base_of {
    using type = Tensor;
};
template <fixed_string Prefix, class Tensor>
struct base_of<companion<Prefix, Tensor>> : base_of<Tensor> {};
template <class Tensor> using base = typename base_of<Tensor>::type;

/// Which domain is contiguous, unless another is asked for: the last one of known extent with more
/// than Few values; the samples where none has; of a parameter with none, the longest.
template <class... Domains> constexpr int usual_domain(meta::list<Domains...> all, int few) {
    constexpr int extents[]{Domains::extent..., 1};
    int const samples = sample_domain(all);
    int chosen = -1, longest = static_cast<int>(sizeof...(Domains)) - 1;
    for (int at = 0; at < static_cast<int>(sizeof...(Domains)); ++at) {
        chosen = extents[at] != at_run_time && extents[at] > few ? at : chosen;
        longest = extents[at] >= extents[longest] ? at : longest;
    }
    return chosen >= 0 ? chosen : samples >= 0 ? samples : longest;
}
/// Rows that are too short for lanes, where there are too few samples to run along the lanes
/// instead.
constexpr int few_lanes(machine on) {
    return on.block < on.width ? (on.width > 1 ? 1 : 0) : few_lanes(on.width);
}
/// How many values the domain in a place has, where a block is that long.
template <class... Domains> constexpr int values_in(meta::list<Domains...>, int place, int block) {
    constexpr int extents[]{Domains::extent..., 1};
    return extents[place] == at_run_time ? block : extents[place];
}

template <class Element, class Domains> struct in_range;
template <class Tensor, class... Subscripts, class... Domains>
struct in_range<element<Tensor, Subscripts...>, meta::list<Domains...>>
    : std::bool_constant<(fits<Subscripts, Domains>() && ...)> {};

template <class Subscript> inline constexpr bool is_bound = false;
template <int Number, int Range> inline constexpr bool is_bound<expr::bound<Number, Range>> = true;
/// How many subscripts depend on variables of a Σ.
template <class... Subscripts>
inline constexpr int depending_on_bound =
    (0 + ... + (Subscripts::variables % (expr::variable_set{1} << 16) != 0 ? 1 : 0));

/// Must the user's tensor be copied for this reading of it? Where vectors of it are read, along
/// Lane or a variable of a Σ, unless they lie as they should and none reaches beyond its row; and
/// where a subscript reaches beside it.
template <class Tensor, class Lane, class Element, int Width> struct packs : std::false_type {};
template <class Tensor, class Lane, class First, class... Rest, int Width>
struct packs<Tensor, Lane, element<Tensor, First, Rest...>, Width> {
    using read = element<Tensor, First, Rest...>;
    using last = meta::type_at<meta::list<First, Rest...>, sizeof...(Rest)>;
    static constexpr bool whole = row_extent(typename Tensor::domains{}) % Width == 0;
    static constexpr bool along_lane = !__is_same(Lane, void) &&
                                       lane_subscript<read, Lane>::anywhere::value &&
                                       !(__is_same(last, Lane) && whole);
    static constexpr int bound_ones = depending_on_bound<First, Rest...>;
    static constexpr bool along_a_sum = may_be_crossed<Lane>(Width) && bound_ones > 0 &&
                                        !(is_bound<last> && bound_ones == 1 && whole);
    static constexpr bool value =
        along_lane || along_a_sum || !in_range<read, typename Tensor::domains>::value;
};

template <class Tensor, class Lane, class Elements, int Width> struct packs_among;
template <class Tensor, class Lane, class... Elements, int Width>
struct packs_among<Tensor, Lane, meta::list<Elements...>, Width>
    : std::bool_constant<(packs<Tensor, Lane, Elements, Width>::value || ...)> {};

/// Which domain of the tensor the first of the elements has along the lanes; −1 for none.
template <class Tensor, class Lane, class Elements> struct vote_among : position_of<-1> {};
template <class Tensor, class Lane, class First, class... Rest>
struct vote_among<Tensor, Lane, meta::list<First, Rest...>>
    : vote_among<Tensor, Lane, meta::list<Rest...>> {};
template <class Tensor, class Lane, class... Subscripts, class... Rest>
    requires(lane_subscript<element<Tensor, Subscripts...>, Lane>::value >= 0)
struct vote_among<Tensor, Lane, meta::list<element<Tensor, Subscripts...>, Rest...>>
    : position_of<lane_subscript<element<Tensor, Subscripts...>, Lane>::value> {};

template <class Equation, int At> struct index_at {
    using type = meta::type_at<typename Equation::indices, static_cast<std::size_t>(At)>;
};
template <class Equation> struct index_at<Equation, -1> {
    using type = void;
};
template <class Equation, int Few>
using contiguous_index =
    typename index_at<Equation, usual_domain(typename Equation::tensor::domains{}, Few)>::type;

/// A parameter lies as the first equation of the model wants it that reads it along its lanes, if
/// rows of no more than Few numbers have none. At is the first that reads it at all.
template <class Tensor, class Model, int Few,
          std::size_t At = readings<Model>::table.reader(Tensor::key)>
struct voted;
template <class Tensor, class Model, int Few, std::size_t At, int Vote>
struct voted_by : position_of<Vote> {};
template <class Tensor, class Model, int Few, std::size_t At>
struct voted_by<Tensor, Model, Few, At, -1>
    : voted<Tensor, Model, Few, readings<Model>::table.reader(Tensor::key, At + 1)> {};
template <class Tensor, class Model, int Few, std::size_t At>
struct voted : voted_by<Tensor, Model, Few, At,
                        vote_among<Tensor, contiguous_index<meta::type_at<Model, At>, Few>,
                                   typename expr::elements_of<
                                       typename meta::type_at<Model, At>::right>::type>::value> {};
template <class Tensor, class Model, int Few>
struct voted<Tensor, Model, Few, nowhere> : position_of<-1> {};

template <class... Domains> constexpr int longest_extent(meta::list<Domains...>) {
    return expr::largest({1, Domains::extent...});
}
/// Where rows are so short that samples run along the lanes it may lie in any way, so it lies as a
/// single sample wants it; unless one of its domains is long, whose numbers are then contiguous.
template <class Tensor, class Model, int Width,
          int Vote = voted<Tensor, Model, few_lanes(Width)>::value>
struct vote : position_of<Vote> {};
template <class Tensor, class Model, int Width>
    requires(Width > 1 && sample_domain(typename Tensor::domains{}) < 0 &&
             longest_extent(typename Tensor::domains{}) <= few_lanes(Width))
struct vote<Tensor, Model, Width, -1> : voted<Tensor, Model, few_lanes(machine{Width, 1})> {};

/// Which domain of a tensor that is stored is contiguous: the one that was voted for, or the usual
/// one. How parameters lie depends on no block, since all programs read the same model.
template <class Tensor, machine On, int Vote, int Samples> struct asked_for : position_of<Vote> {};
template <class Tensor, machine On, int Vote, int Samples>
    requires(Vote < 0 || (Vote == Samples && On.block < On.width))
struct asked_for<Tensor, On, Vote, Samples>
    : position_of<usual_domain(typename Tensor::domains{},
                               Samples < 0 ? few_lanes(On.width) : few_lanes(On))> {};
template <class Tensor, class Model, machine On, bool Computed>
struct contiguous_domain : asked_for<Tensor, On, vote<Tensor, Model, On.width>::value,
                                     sample_domain(typename Tensor::domains{})> {};
template <class Tensor, class Model, machine On>
struct contiguous_domain<Tensor, Model, On, true>
    : asked_for<Tensor, On, -1, sample_domain(typename Tensor::domains{})> {};
template <class Tensor, class Model, machine On, int Samples>
struct inner_domain : position_of<Samples> {};
template <class Tensor, class Model, machine On>
struct inner_domain<Tensor, Model, On, -1>
    : contiguous_domain<Tensor, Model, On,
                        meta::contains_by_key<Tensor, typename written_by<Model>::type>::value> {};

/// Does an equation of the plan, from number At on, want a copy of the user's tensor?
template <class Tensor, class Plan, std::size_t At> struct packed_from;
template <class Tensor, class Plan, std::size_t At, bool Packs>
struct packed_by : std::true_type {};
template <class Tensor, class Plan, std::size_t At>
struct packed_by<Tensor, Plan, At, false>
    : packed_from<Tensor, Plan,
                  readings<typename Plan::equations>::table.reader(Tensor::key, At + 1)> {};
template <class Tensor, class Plan, class Equation>
using packs_for =
    packs_among<Tensor, typename Plan::template lane_index<Equation>,
                typename expr::elements_of<typename Equation::right>::type, Plan::on.width>;
template <class Tensor, class Plan, std::size_t At>
struct packed_from
    : packed_by<Tensor, Plan, At,
                packs_for<Tensor, Plan, meta::type_at<typename Plan::equations, At>>::value> {};
template <class Tensor, class Plan> struct packed_from<Tensor, Plan, nowhere> : std::false_type {};

/// The domain of the left side that runs along the lanes: the contiguous one. None where a Σ fills
/// them better: of all samples, and where the contiguous domain has one value only.
template <class Equation, int Inner, machine On, bool SamplesAlongLanes>
inline constexpr int lane_domain =
    (SamplesAlongLanes && sample_domain(typename Equation::tensor::domains{}) < 0) ||
            (On.width > 1 && Inner >= 0 && Equation::right::facts.height > 0 &&
             values_in(typename Equation::tensor::domains{}, Inner, On.block) == 1)
        ? -1
        : Inner;

} // namespace detail

/// Equations in the order in which they run. Model is the list of equations that decides how its
/// parameters lie in memory, whatever else runs on them. Outside are the tensors that the user's
/// arrays hold. What is asked of single tensors and equations is a class derived from its answer:
/// as constants they would be symbols, with the whole plan in each of their names.
template <class Equations, class Model, class Outside, machine On>
struct plan : detail::basis_for<Model, Outside, On> {
    using equations = Equations;
    using outside = Outside;

private:
    using computed = typename detail::written_by<Equations>::type;

public:
    template <class Tensor>
    using inner =
        detail::inner_domain<detail::base<Tensor>, Model, On,
                             (detail::basis_for<Model, Outside, On>::samples_along_lanes
                                  ? detail::sample_domain(typename detail::base<Tensor>::domains{})
                                  : -1)>;

    /// The index of the left side that runs along the lanes; void where a Σ does.
    template <class Equation>
    using lane_index = typename detail::index_at<
        Equation,
        detail::lane_domain<Equation, inner<typename Equation::tensor>::value, On,
                            detail::basis_for<Model, Outside, On>::samples_along_lanes>>::type;

    /// A tensor of the user's is copied where vectors of it are read, or places beside it.
    template <class Tensor>
    using is_packed =
        detail::packed_from<Tensor, plan, expr::readings<Equations>::table.reader(Tensor::key)>;
    template <class Tensor> struct is_not_packed : std::bool_constant<!is_packed<Tensor>::value> {};
    template <class Tensor>
    using is_in_place = std::conjunction<meta::contains<Tensor, Outside>, is_not_packed<Tensor>>;

    /// Only what no equation writes and no sample changes is worth a copy in another layout, and is
    /// given one; lanes of anything else that are not contiguous are gathered.
    template <class Tensor>
    using has_copies = std::bool_constant<!meta::contains_by_key<Tensor, computed>::value &&
                                          !meta::contains<Tensor, Outside>::value>;

private:
    template <class List> struct lowered_list;
    template <class... Lowered> struct lowered_list<meta::list<Lowered...>> {
        using steps = meta::list<typename lowered_equation<Lowered, plan>::type...>;
        using arrays = meta::unique_by_key<
            meta::concatenate<typename lowered_equation<Lowered, plan>::type::arrays...>>;
    };

public:
    /// The lowered equations, and every array that they read or write.
    using steps = typename lowered_list<Equations>::steps;
    using arrays = typename lowered_list<Equations>::arrays;
};

} // namespace leibniz::program
