#pragma once
#include <array>
#include <leibniz/expr/tensor.hpp>
#include <leibniz/scalar/array.hpp>

/// What a formula is given for its evaluation: the bindings, the extents of domains that are known
/// only at run time, and the type of number it is computed in.
namespace leibniz::scalar::detail {

template <class Domain> inline constexpr bool is_domain = false;
template <fixed_string Name, int Extent>
inline constexpr bool is_domain<expr::domain<Name, Extent>> = true;

/// One binding seen from inside the evaluation: an array stays where it is.
template <class Bound, class Value> struct held {
    Value const& value;
};

template <class Bound, class Value>
constexpr Value const& look_up(held<Bound, Value> const& given) noexcept {
    return given.value;
}

/// The extents of a tensor's domains; at_run_time where only the evaluation knows.
template <class Domains> struct extents_of;
template <class... Domains> struct extents_of<meta::list<Domains...>> {
    static constexpr std::size_t rank = sizeof...(Domains);
    static constexpr std::array<int, rank + 1> value{Domains::extent..., 1};
    static constexpr std::array<int, rank + 1> range{Domains::range..., 1};

    /// The product of all extents from a position on; at_run_time if one is.
    static constexpr int volume(std::size_t from) {
        int product = 1;
        for (std::size_t i = from; i < rank; ++i)
            product *= value[i];
        return product;
    }
    /// The position of the domain of that range; rank if there is none.
    static constexpr std::size_t position(int wanted) {
        std::size_t at = 0;
        while (at < rank && range[at] != wanted)
            ++at;
        return at;
    }
};

/// Given for a tensor of several domains as one row-major array.
template <class Value, std::size_t Rank>
inline constexpr bool is_flat = Rank > 1 && depth_of<Value>() == 1;

/// Does a binding tell the extent of a range that is known only at run time?
template <int Range, class Bound, class Value> struct extent_source {
    static constexpr bool known = false;
};
template <int Range, class Bound, class Value>
    requires is_domain<Bound>
struct extent_source<Range, Bound, Value> {
    static constexpr bool known = Bound::range == Range;
    static constexpr int read(Value const& extent) noexcept { return extent; }
};
template <int Range, class Tensor, class Value>
    requires(Tensor::rank > 0)
struct extent_source<Range, Tensor, Value> {
    using extents = extents_of<typename Tensor::domains>;
    static constexpr std::size_t at = extents::position(Range);
    static constexpr bool flat = is_flat<Value, Tensor::rank>;
    static constexpr std::size_t level = flat ? 0 : at;
    static constexpr bool known = [] {
        if constexpr (at == Tensor::rank || (flat && (at > 0 || extents::volume(1) == at_run_time)))
            return false;
        else
            return is_sized<level, Value>();
    }();
    static constexpr int read(Value const& value) noexcept {
        return size_at<level>(value) / (flat ? extents::volume(1) : 1);
    }
};

/// All that is given, and the positions of the bound indices, by number.
template <class Number, int Height, class... Bindings> struct environment;
template <class Number, int Height, class... Bound, class... Values>
struct environment<Number, Height, expr::binding<Bound, Values>...>
    : held<Bound, std::remove_reference_t<Values>>... {
    using number = Number;
    std::array<int, static_cast<std::size_t>(Height + 1)> position{};

    constexpr explicit environment(expr::binding<Bound, Values> const&... given) noexcept
        : held<Bound, std::remove_reference_t<Values>>{given.value}... {}

    template <int Range>
    static constexpr bool knows_extent =
        expr::is_static_range(Range) ||
        (extent_source<Range, Bound, std::remove_cvref_t<Values>>::known || ...);

    /// The extent of a range: its own, or the one that is given, or that of the first array.
    template <int Range> constexpr int extent() const noexcept {
        if constexpr (expr::is_static_range(Range)) {
            return Range;
        } else {
            int found = 0;
            (void)((look_for<Range, Bound, Values>(found, is_domain<Bound>) || ...) ||
                   (look_for<Range, Bound, Values>(found, true) || ...));
            return found;
        }
    }

private:
    template <int Range, class Key, class Value>
    constexpr bool look_for(int& found, bool allowed) const noexcept {
        using source = extent_source<Range, Key, std::remove_cvref_t<Value>>;
        if constexpr (source::known) {
            if (allowed)
                found = source::read(look_up<Key>(*this));
            return allowed;
        } else {
            return false;
        }
    }
};

template <class Value> struct number_of {
    using type = typename number_of<typename array_facts<Value>::element>::type;
};
template <std::floating_point Value> struct number_of<Value> {
    using type = Value;
};
template <std::integral Value> struct number_of<Value> {
    using type = double;
};

template <class Bound, class Value> struct numbers_of {
    using type = meta::list<>;
};
template <class Tensor, class Value>
    requires(depth_of<Value>() >= 0 && requires { typename Tensor::domains; })
struct numbers_of<Tensor, Value> {
    using type = meta::list<typename number_of<Value>::type>;
};

template <class Numbers> struct common_number;
template <class... Numbers> struct common_number<meta::list<Numbers...>> {
    using type = std::common_type_t<Numbers...>;
};
template <> struct common_number<meta::list<>> {
    using type = double;
};

/// The common type of all numbers that are given; a whole number counts as a double.
template <class... Bindings> struct result;
template <class... Bound, class... Values> struct result<expr::binding<Bound, Values>...> {
    using type = typename common_number<
        meta::concatenate<typename numbers_of<Bound, std::remove_cvref_t<Values>>::type...>>::type;
};

} // namespace leibniz::scalar::detail
