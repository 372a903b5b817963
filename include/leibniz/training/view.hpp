#pragma once
#include <leibniz/program/array.hpp>

namespace leibniz {

/// The numbers of one tensor where they lie; indices in the order of the tensor's domains.
template <class Number, std::size_t Rank> struct tensor_view {
    static constexpr std::size_t rank = Rank;
    Number* start;
    program::layout<Rank> layout;

    template <class... Indices>
        requires(sizeof...(Indices) == Rank)
    constexpr Number& operator()(Indices... indices) const noexcept {
        std::ptrdiff_t at = 0;
        std::size_t k = 0;
        ((at += static_cast<std::ptrdiff_t>(indices) * layout.stride[k++]), ...);
        return start[at];
    }
    constexpr int extent(std::size_t domain) const noexcept { return layout.extent[domain]; }
    constexpr int size() const noexcept {
        int count = 1;
        for (std::size_t k = 0; k < Rank; ++k)
            count *= layout.extent[k];
        return count;
    }
    /// f of every number, in row-major order, whatever the layout.
    template <class F> constexpr void for_each(F f) const { visit(f, start, 0); }
    /// Copies the numbers of a view of the same shape, which may lie otherwise in memory.
    template <class Other> constexpr void assign(tensor_view<Other, Rank> const& from) const {
        copy(start, from, from.start, 0);
    }

private:
    template <class Other>
    constexpr void copy(Number* at, tensor_view<Other, Rank> const& from, Other* source,
                        std::size_t domain) const {
        if (domain == Rank) {
            *at = static_cast<Number>(*source);
            return;
        }
        for (int i = 0; i < layout.extent[domain]; ++i)
            copy(at + i * layout.stride[domain], from, source + i * from.layout.stride[domain],
                 domain + 1);
    }
    template <class F> constexpr void visit(F& f, Number* at, std::size_t domain) const {
        if (domain == Rank) {
            f(*at);
            return;
        }
        for (int i = 0; i < layout.extent[domain]; ++i)
            visit(f, at + i * layout.stride[domain], domain + 1);
    }
};

/// A view of up to four domains whose rank is known at run time only; empty where a name was not
/// found.
template <class Number> struct any_view {
    Number* start = nullptr;
    std::size_t rank = 0;
    std::array<int, 4> extent{}, stride{};

    constexpr any_view() = default;
    template <std::size_t Rank>
    constexpr any_view(tensor_view<Number, Rank> const& view) : start(view.start), rank(Rank) {
        static_assert(Rank <= 4);
        for (std::size_t k = 0; k < Rank; ++k) {
            extent[k] = view.layout.extent[k];
            stride[k] = view.layout.stride[k];
        }
    }
    constexpr explicit operator bool() const noexcept { return start != nullptr; }
    template <class... Indices> constexpr Number& operator()(Indices... indices) const noexcept {
        std::ptrdiff_t at = 0;
        std::size_t k = 0;
        ((at += static_cast<std::ptrdiff_t>(indices) * stride[k++]), ...);
        return start[at];
    }
};

} // namespace leibniz
