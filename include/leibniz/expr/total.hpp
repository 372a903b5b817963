#pragma once
#include <leibniz/expr/tensor.hpp>

namespace leibniz::expr {

/// What a derivative is taken by: the elements of Tensor whose subscripts are, domain by domain,
/// the same sample, a fixed number, or any position.
struct same_sample {
    static constexpr fixed_string digits{""};
    static constexpr meta::key key = 1;
};
struct any_position {
    static constexpr fixed_string digits{""};
    static constexpr meta::key key = 2;
};
template <int Value> struct fixed_position {
    static constexpr auto digits = decimal<static_cast<unsigned>(Value)>();
    static constexpr meta::key key = meta::mix(3, static_cast<meta::key>(Value));
};
/// The numbers of fixed places, with a mark between them.
template <bool Before, class... Places> struct digits_of_places {
    static constexpr fixed_string value{""};
};
template <bool Before, class First, class... Rest> struct digits_of_places<Before, First, Rest...> {
    static constexpr bool here = First::digits.view().size() > 0;
    static constexpr auto spell() {
        constexpr auto rest = First::digits + digits_of_places < Before || here, Rest... > ::value;
        if constexpr (Before && here)
            return fixed_string("_") + rest;
        else
            return rest;
    }
    static constexpr auto value = spell();
};
template <class Tensor, class... Places> struct along {
    using tensor = Tensor;
    /// With the numbers of fixed places: "x", "x0", "x1_2".
    static constexpr auto name = Tensor::name + digits_of_places<false, Places...>::value;
    static constexpr meta::key key = [] {
        meta::key result = Tensor::key;
        ((result = meta::mix(result, Places::key)), ...);
        return result;
    }();
};

namespace detail {

template <class Along, class Domains> struct free_domains;
template <class Tensor, class... Places, class... Domains>
struct free_domains<along<Tensor, Places...>, meta::list<Domains...>> {
    using type = meta::concatenate<
        meta::conditional<__is_same(Places, any_position), meta::list<Domains>, meta::list<>>...>;
};

} // namespace detail

/// How dT/dX is called: "du/dx0", "d2u/dx0dx0".
template <class Tensor> struct total_name {
    static constexpr auto root = Tensor::name;
    static constexpr auto denominators = fixed_string("");
    static constexpr unsigned order = 0;
};
template <class Tensor, class Along> struct total;
template <class Tensor, class Along> struct total_name<total<Tensor, Along>> {
    using inner = total_name<Tensor>;
    static constexpr auto root = inner::root;
    static constexpr auto denominators = inner::denominators + fixed_string("d") + Along::name;
    static constexpr unsigned order = inner::order + 1;
    static constexpr auto spell() {
        constexpr auto rest = root + fixed_string("/") + denominators;
        if constexpr (order == 1)
            return fixed_string("d") + rest;
        else
            return fixed_string("d") + decimal<order>() + rest;
    }
};

/// dT/dX along the equations that compute T from X: a tensor over the domains of T and those of X
/// in which it is derived by every position.
template <class Tensor, class Along> struct total {
    static constexpr auto name = total_name<total>::spell();
    static constexpr auto scope = Tensor::scope;
    using own_domains = typename detail::free_domains<Along, typename Along::tensor::domains>::type;
    using domains = meta::concatenate<typename Tensor::domains, own_domains>;
    static constexpr std::size_t rank = domains::size;
    static constexpr meta::key key = meta::ranked(
        meta::kind::element, meta::mix(meta::mix(Tensor::key, Along::key), rank), name.view());
};

template <class Tensor> inline constexpr bool is_total = false;
template <class Tensor, class Along> inline constexpr bool is_total<total<Tensor, Along>> = true;

} // namespace leibniz::expr
