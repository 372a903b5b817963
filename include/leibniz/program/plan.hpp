#pragma once
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

/// Which domain is that of the samples; −1 where there is none.
template <class... Domains> constexpr int sample_domain(meta::list<Domains...>) {
    int chosen = -1, at = 0;
    ((chosen = Domains::extent == at_run_time ? at : chosen, ++at), ...);
    return chosen;
}
/// The extent of the last domain of known extent, 1 where there is none.
template <class... Domains> constexpr int row_extent(meta::list<Domains...>) {
    int extent = 1;
    ((extent = Domains::extent != at_run_time ? Domains::extent : extent), ...);
    return extent;
}

/// In which subscript of the element does the variable stand alone, or with a number added?
template <class Element, class Variable> struct lane_subscript;
template <class Tensor, class... Subscripts, class Variable>
struct lane_subscript<element<Tensor, Subscripts...>, Variable> {
    static constexpr int value = [] {
        int at = 0, found = -1;
        ((coefficient<Subscripts, Variable> == 1 && found < 0 ? found = at : 0, ++at), ...);
        return found;
    }();
    static constexpr bool anywhere = ((coefficient<Subscripts, Variable> != 0) || ...);
};
template <class Tensor, class... Subscripts>
struct lane_subscript<element<Tensor, Subscripts...>, void> {
    static constexpr int value = -1;
    static constexpr bool anywhere = sizeof...(Subscripts) > 0;
};

template <class Element, class Domains> struct in_range;
template <class Tensor, class... Subscripts, class... Domains>
struct in_range<element<Tensor, Subscripts...>, meta::list<Domains...>> {
    static constexpr bool value = (fits<Subscripts, Domains>() && ...);
};

/// Must the user's tensor be copied for this reading of it? Where vectors of it are read, unless
/// they lie as they should and none reaches beyond its row; and where a subscript reaches beside
/// it.
template <class Tensor, class Lane, class Element, int Width> inline constexpr bool packs = false;
template <class Tensor, class Lane, class... Subscripts, int Width>
inline constexpr bool packs<Tensor, Lane, element<Tensor, Subscripts...>, Width> = [] {
    using along = lane_subscript<element<Tensor, Subscripts...>, Lane>;
    constexpr bool whole_vectors =
        along::value == static_cast<int>(Tensor::rank) - 1 &&
        std::is_same_v<meta::type_at<meta::list<void, Subscripts...>, Tensor::rank>, Lane> &&
        row_extent(typename Tensor::domains{}) % Width == 0;
    return (along::anywhere && !whole_vectors) ||
           !in_range<element<Tensor, Subscripts...>, typename Tensor::domains>::value;
}();

/// Outside of the plan, since its name would be part of theirs.
template <class Tensor, class Lane, class Elements, int Width>
inline constexpr bool packs_among = false;
template <class Tensor, class Lane, class... Elements, int Width>
inline constexpr bool packs_among<Tensor, Lane, meta::list<Elements...>, Width> =
    (packs<Tensor, Lane, Elements, Width> || ...);

/// Which domain of the tensor the first of the elements has along the lanes; −1 for none.
template <class Tensor, class Lane, class Elements> inline constexpr int vote_among = -1;
template <class Tensor, class Lane, class... Elements>
inline constexpr int vote_among<Tensor, Lane, meta::list<Elements...>> = [] {
    int found = -1;
    ((found < 0 && std::is_same_v<typename tensor_of_element<Elements>::type, Tensor>
          ? found = lane_subscript<Elements, Lane>::value
          : 0),
     ...);
    return found;
}();

} // namespace detail

/// Equations in the order in which they run. Model is the list of equations that decides how its
/// parameters lie in memory, whatever else runs on them. Outside are the tensors that the user's
/// arrays hold.
template <class Equations, class Model, class Outside, machine On> struct plan;

template <class... Equations, class... Model, class Outside, machine On>
struct plan<meta::list<Equations...>, meta::list<Model...>, Outside, On> {
    static constexpr machine on = On;
    using model_tensors = meta::list<typename Model::tensor...>;

    /// A parameter lies as the first equation that reads it along its lanes wants it.
    template <class Tensor> static constexpr int vote() {
        int found = -1;
        ((found = found < 0
                      ? detail::vote_among<Tensor, contiguous_index<Model>,
                                           typename expr::elements_of<typename Model::right>::type>
                      : found),
         ...);
        return found < 0 ? static_cast<int>(Tensor::rank) - 1 : found;
    }

    /// Where a layer fills at least half a vector, its neurons run along the lanes; where all
    /// layers are narrower and there are samples enough, the samples do. How parameters lie does
    /// not depend on it, since both kinds of program read the same model.
    static constexpr bool samples_along_lanes =
        On.width > 1 && On.block >= On.width &&
        ((detail::row_extent(typename Model::tensor::domains{}) <= On.width) && ...);

    template <class Tensor>
    static constexpr int inner = [] {
        using base = detail::base<Tensor>;
        constexpr int samples = detail::sample_domain(typename base::domains{});
        if constexpr (samples_along_lanes && samples >= 0)
            return samples;
        else if constexpr (meta::contains<base, model_tensors>)
            return detail::last_static_domain(typename base::domains{});
        else
            return vote<base>();
    }();

    template <class Equation, int At> struct index_at {
        using type = meta::type_at<typename Equation::indices, static_cast<std::size_t>(At)>;
    };
    template <class Equation> struct index_at<Equation, -1> {
        using type = void;
    };

    template <class Equation>
    using contiguous_index =
        typename index_at<Equation,
                          detail::last_static_domain(typename Equation::tensor::domains{})>::type;
    /// The index of the left side that runs along the lanes; void where a Σ does.
    template <class Equation>
    using lane_index =
        typename index_at<Equation,
                          (samples_along_lanes &&
                                   detail::sample_domain(typename Equation::tensor::domains{}) < 0
                               ? -1
                               : inner<typename Equation::tensor>)>::type;

    /// A tensor of the user's is copied where vectors of it are read, or places beside it.
    template <class Tensor>
    static constexpr bool is_packed =
        (detail::packs_among<Tensor, lane_index<Equations>,
                             typename expr::elements_of<typename Equations::right>::type,
                             On.width> ||
         ...);

    /// Only what no equation writes and no sample changes is worth a copy in another layout, and is
    /// given one; lanes of anything else that are not contiguous are gathered.
    template <class Tensor>
    static constexpr bool has_copies =
        !meta::contains<Tensor, meta::list<typename Equations::tensor...>> &&
        !meta::contains<Tensor, Outside>;

    /// Whether it is packed is asked of the user's tensors alone, with a look at every equation.
    template <class Tensor> struct is_not_packed : std::bool_constant<!is_packed<Tensor>> {};
    template <class Tensor>
    using is_in_place = std::conjunction<std::bool_constant<meta::contains<Tensor, Outside>>,
                                         is_not_packed<Tensor>>;

    template <class Element, class Lane> struct array_of;
    template <class Tensor, class... Subscripts, class Lane>
    struct array_of<expr::element<Tensor, Subscripts...>, Lane> {
        static constexpr int wanted =
            has_copies<Tensor>
                ? detail::lane_subscript<expr::element<Tensor, Subscripts...>, Lane>::value
                : -1;
        using type = std::conditional_t<is_in_place<Tensor>::value, in_place<Tensor>,
                                        stored<Tensor, (wanted < 0 ? inner<Tensor> : wanted)>>;
    };
    template <class Element, class Lane> using array = typename array_of<Element, Lane>::type;

    /// Of a Σ that has to run along the lanes: the variable that is contiguous in its first
    /// element.
    template <class Sum> struct sum_lane;
    template <class Body, int... Ranges> struct sum_lane<expr::summation<Body, Ranges...>> {
        using variables =
            typename expr::detail::scope_of<expr::summation<Body, Ranges...>, 0>::bound_variables;
        template <class Found, class... Elements> struct search {
            using type = Found;
        };
        template <class Found, class Tensor, class... Subscripts, class... Rest>
            requires(sizeof...(Subscripts) > 0)
        struct search<Found, expr::element<Tensor, Subscripts...>, Rest...> {
            using candidate =
                meta::type_at<meta::list<Subscripts...>, static_cast<std::size_t>(inner<Tensor>)>;
            using type = typename std::conditional_t<meta::contains<candidate, variables>,
                                                     std::type_identity<candidate>,
                                                     search<Found, Rest...>>::type;
        };
        template <class... Elements>
        static auto choose(meta::list<Elements...>) ->
            typename search<meta::type_at<variables, sizeof...(Ranges) - 1>, Elements...>::type;
        using type = decltype(choose(typename expr::elements_of<Body>::type{}));
    };
    template <class Sum> using lane_of_sum = typename sum_lane<Sum>::type;

    /// The lowered equations, and every array that they read or write.
    using steps = meta::list<typename lowered_equation<Equations, plan>::type...>;
    using arrays = meta::unique<
        meta::concatenate<typename lowered_equation<Equations, plan>::type::arrays...>>;
};

} // namespace leibniz::program
