#pragma once
#include <leibniz/meta/key_map.hpp>
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

/// The last domain of known extent is contiguous; of a tensor over samples only, the samples.
template <class... Domains> constexpr int last_static_domain(meta::list<Domains...>) {
    int chosen = static_cast<int>(sizeof...(Domains)) - 1, at = 0;
    ((chosen = Domains::extent != at_run_time ? at : chosen, ++at), ...);
    return chosen;
}

/// The extent of the last domain of known extent, 1 where there is none.
template <class... Domains> constexpr int row_extent(meta::list<Domains...>) {
    int extent = 1;
    ((extent = Domains::extent != at_run_time ? Domains::extent : extent), ...);
    return extent;
}

template <class Element, class Domains> struct in_range;
template <class Tensor, class... Subscripts, class... Domains>
struct in_range<element<Tensor, Subscripts...>, meta::list<Domains...>>
    : std::bool_constant<(fits<Subscripts, Domains>() && ...)> {};

/// Must the user's tensor be copied for this reading of it? Where vectors of it are read, unless
/// they lie as they should and none reaches beyond its row; and where a subscript reaches beside
/// it.
template <class Tensor, class Lane, class Element, int Width> struct packs : std::false_type {};
template <class Tensor, class Lane, class... Subscripts, int Width>
struct packs<Tensor, Lane, element<Tensor, Subscripts...>, Width> {
    using read = element<Tensor, Subscripts...>;
    using along = lane_subscript<read, Lane>;
    static constexpr bool value =
        (along::anywhere::value &&
         !(along::value == static_cast<int>(Tensor::rank) - 1 &&
           __is_same(meta::type_at<meta::list<void, Subscripts...>, Tensor::rank>, Lane) &&
           row_extent(typename Tensor::domains{}) % Width == 0)) ||
        !in_range<read, typename Tensor::domains>::value;
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
template <class Equation>
using contiguous_index =
    typename index_at<Equation, last_static_domain(typename Equation::tensor::domains{})>::type;

/// A parameter lies as the first equation of the model that reads it along its lanes wants it. At
/// is the first that reads it at all.
template <class Tensor, class Model, std::size_t At = readings<Model>::table.reader(Tensor::key)>
struct voted;
template <class Tensor, class Model, std::size_t At, int Vote>
struct voted_by : position_of<Vote> {};
template <class Tensor, class Model, std::size_t At>
struct voted_by<Tensor, Model, At, -1>
    : voted<Tensor, Model, readings<Model>::table.reader(Tensor::key, At + 1)> {};
template <class Tensor, class Model, std::size_t At>
struct voted : voted_by<Tensor, Model, At,
                        vote_among<Tensor, contiguous_index<meta::type_at<Model, At>>,
                                   typename expr::elements_of<
                                       typename meta::type_at<Model, At>::right>::type>::value> {};
template <class Tensor, class Model>
struct voted<Tensor, Model, nowhere> : position_of<static_cast<int>(Tensor::rank) - 1> {};

template <class Equations> struct written_by;
template <class... Equations> struct written_by<meta::list<Equations...>> {
    using type = meta::list<typename Equations::tensor...>;
};

/// Which domain of a tensor that is stored is contiguous.
template <class Tensor, class Model, bool Computed>
struct contiguous_domain : voted<Tensor, Model> {};
template <class Tensor, class Model>
struct contiguous_domain<Tensor, Model, true>
    : position_of<last_static_domain(typename Tensor::domains{})> {};
template <class Tensor, class Model, int Samples> struct inner_domain : position_of<Samples> {};
template <class Tensor, class Model>
struct inner_domain<Tensor, Model, -1>
    : contiguous_domain<Tensor, Model,
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

/// Is no tensor wider than a vector?
template <class Tensors, int Width> struct all_narrow;
template <class... Tensors, int Width>
struct all_narrow<meta::list<Tensors...>, Width>
    : std::bool_constant<!meta::any_true({(row_extent(typename Tensors::domains{}) > Width)...})> {
};

/// What a plan is asked for as constants.
template <machine On, bool SamplesAlongLanes> struct plan_basis {
    static constexpr machine on = On;
    static constexpr bool samples_along_lanes = SamplesAlongLanes;
};
/// Where a layer fills at least half a vector, its neurons run along the lanes; where all layers
/// are narrower and there are samples enough, the samples do. How parameters lie does not depend on
/// it, since both kinds of program read the same model.
template <class Model, machine On>
struct basis_for
    : plan_basis<On, (On.width > 1) && (On.block >= On.width) &&
                         all_narrow<typename written_by<Model>::type, On.width>::value> {};

} // namespace detail

/// Equations in the order in which they run. Model is the list of equations that decides how its
/// parameters lie in memory, whatever else runs on them. Outside are the tensors that the user's
/// arrays hold. What is asked of single tensors and equations is a class derived from its answer:
/// as constants they would be symbols, with the whole plan in each of their names.
template <class Equations, class Model, class Outside, machine On>
struct plan : detail::basis_for<Model, On> {
    using equations = Equations;
    using outside = Outside;

private:
    using computed = typename detail::written_by<Equations>::type;

public:
    template <class Tensor>
    using inner =
        detail::inner_domain<detail::base<Tensor>, Model,
                             (detail::basis_for<Model, On>::samples_along_lanes
                                  ? detail::sample_domain(typename detail::base<Tensor>::domains{})
                                  : -1)>;

    /// The index of the left side that runs along the lanes; void where a Σ does.
    template <class Equation>
    using lane_index =
        typename detail::index_at<Equation, (detail::basis_for<Model, On>::samples_along_lanes &&
                                                     detail::sample_domain(
                                                         typename Equation::tensor::domains{}) < 0
                                                 ? -1
                                                 : inner<typename Equation::tensor>::value)>::type;

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
