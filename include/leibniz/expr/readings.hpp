#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/expr/equation.hpp>

/// Which equations read a tensor, of a whole list at once. To ask every pair of an equation and a
/// tensor by templates would grow with the square of the list.
namespace leibniz::expr {

/// A hash table with chained entries; tensors are known by their keys.
template <std::size_t Capacity> class reading_table {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    constexpr reading_table() {
        for (std::size_t& link : first_)
            link = none;
    }

    constexpr void add(meta::key tensor, std::size_t equation) {
        std::size_t const at = size_++;
        entries_[at] = {tensor, equation, none};
        std::size_t* link = &first_[tensor % slots];
        while (*link != none)
            link = &entries_[*link].next;
        *link = at;
    }

    constexpr void add(meta::key const* tensors, std::size_t count, std::size_t equation) {
        for (std::size_t i = 0; i < count; ++i)
            add(tensors[i], equation);
    }

    /// The first equation from the given one on that reads the tensor; none where there is none.
    constexpr std::size_t reader(meta::key tensor, std::size_t from = 0) const {
        for (std::size_t at = first_[tensor % slots]; at != none; at = entries_[at].next)
            if (entries_[at].tensor == tensor && entries_[at].equation >= from)
                return entries_[at].equation;
        return none;
    }
    /// How often the tensor is read, in all equations together.
    constexpr int count(meta::key tensor) const {
        int readings = 0;
        for (std::size_t at = first_[tensor % slots]; at != none; at = entries_[at].next)
            readings += entries_[at].tensor == tensor ? 1 : 0;
        return readings;
    }

private:
    struct entry {
        meta::key tensor;
        std::size_t equation, next;
    };
    static constexpr std::size_t slots = 2 * Capacity + 1;

    entry entries_[Capacity + 1]{};
    std::size_t first_[slots]{};
    std::size_t size_ = 0;
};

namespace detail {

/// The keys of the tensors of some elements, for loops that are no templates.
template <class Elements> struct keys_read;
template <class... Elements> struct keys_read<meta::list<Elements...>> {
    static constexpr meta::key all[sizeof...(Elements) + 1]{Elements::tensor::key..., 0};
};

} // namespace detail

/// Would what depends on Some of the variables be worked out again, for several values of another?
template <class Variables, class Some> struct is_again;
template <class... Variables, class Some>
struct is_again<meta::list<Variables...>, Some>
    : std::bool_constant<!((Variables::range == 1 || meta::contains<Variables, Some>::value) &&
                           ...)> {};
/// Does an equation over some indices read an element for several values of one on which it does
/// not depend, as a weight, which is the same for all samples, or of several on which it depends
/// together, as x[n,t + u] on t and u?
template <class Indices, class Element> struct is_shared;
template <class Indices, class Tensor, class... Subscripts>
struct is_shared<Indices, element<Tensor, Subscripts...>>
    : is_again<Indices, meta::list<Subscripts...>> {};

template <class Equations> struct readings;
template <class... Equations> struct readings<meta::list<Equations...>> {
    static constexpr auto table = [] {
        reading_table<meta::total(
            {std::size_t{1}, elements_of<typename Equations::right>::type::size...})>
            result;
        std::size_t reader = 0;
        meta::in_order{
            (result.add(
                 detail::keys_read<typename elements_of<typename Equations::right>::type>::all,
                 elements_of<typename Equations::right>::type::size, reader++),
             meta::done{})...};
        return result;
    }();
};

} // namespace leibniz::expr
