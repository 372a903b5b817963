#pragma once
#include <leibniz/expr/tensor.hpp>

namespace leibniz::expr {

/// Indices over some domains, named by the letters of a text, for tensors to which nobody gave any.
template <fixed_string Letters, class Domains,
          class Positions = std::make_index_sequence<Domains::size>>
struct own_indices;
template <fixed_string Letters, class... Domains, std::size_t... At>
struct own_indices<Letters, meta::list<Domains...>, std::index_sequence<At...>> {
    static_assert(sizeof...(At) <= Letters.view().size(), "a tensor of too many domains");
    template <std::size_t I, class Domain>
    using index = index_variable<fixed_string<2>({Letters.text[I], '\0'}), Domain>;
    using type = meta::list<index<At, Domains>...>;
    template <class Tensor> using element = expr::element<Tensor, index<At, Domains>...>;
};

/// A tensor over such indices.
template <fixed_string Letters, class Tensor> struct over_own_indices {
    using type = typename own_indices<Letters, typename Tensor::domains>::template element<Tensor>;
};

} // namespace leibniz::expr
