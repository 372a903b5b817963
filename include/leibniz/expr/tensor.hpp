#pragma once
#include <leibniz/expr/binding.hpp>
#include <leibniz/expr/node.hpp>

namespace leibniz::expr {

/// A named array. Its domains are its shape; its scope (usually the network's name) keeps tensors
/// of two networks apart, whatever they are called.
template <fixed_string Name, fixed_string Scope, class... Domains> struct tensor_type {
    static constexpr auto name = Name;
    static constexpr auto scope = Scope;
    using domains = meta::list<Domains...>;
    static constexpr std::size_t rank = sizeof...(Domains);
    static constexpr meta::key key =
        meta::ranked(meta::kind::element,
                     meta::mix_text(meta::mix_text(rank, Name.view()), Scope.view()), Name.view());
};

/// A tensor that belongs to another one and has its shape: its adjoint, an optimiser's moment.
template <fixed_string Prefix, class Tensor> struct companion {
    static constexpr auto prefix = Prefix;
    using of = Tensor;
    static constexpr auto name = Prefix + Tensor::name;
    static constexpr auto scope = Tensor::scope;
    using domains = typename Tensor::domains;
    static constexpr std::size_t rank = Tensor::rank;
    static constexpr meta::key key =
        meta::ranked(meta::kind::element, meta::mix_text(Tensor::key, Prefix.view()), name.view());
};

/// ∂E/∂T, element by element; of a weighted sum the field calls it δ.
template <class Tensor> using adjoint = companion<"d", Tensor>;

constexpr node_facts facts_of_element(meta::key tensor, std::string_view name,
                                      std::initializer_list<node_facts> subscripts) {
    node_facts result = gather(meta::kind::element, tensor, subscripts);
    result.tensors = std::uint64_t{1} << (tensor % 64);
    result.key = meta::ranked(meta::kind::element, result.key, name);
    return result;
}

/// One element of a tensor. Without subscripts it is a symbol.
template <class Tensor, class... Subscripts> struct element : expression {
    using tensor = Tensor;

    static constexpr node_facts facts =
        facts_of_element(Tensor::key, Tensor::name.view(), {facts_of_subscript<Subscripts>...});

    /// Binds a value for evaluation: `f(x = 2.0)`.
    template <class Value>
        requires(sizeof...(Subscripts) == 0 && !is_expression<Value>)
    constexpr binding<Tensor, Value> operator=(Value value) const noexcept {
        return {value};
    }

    template <class... Bound, class... Values>
    constexpr auto operator()(binding<Bound, Values> const&... given) const noexcept {
        return evaluate(*this, given...);
    }
};

template <class Expression> inline constexpr bool is_element = false;
template <class Tensor, class... Subscripts>
inline constexpr bool is_element<element<Tensor, Subscripts...>> = true;

} // namespace leibniz::expr
