#pragma once
#include <leibniz/calculus/gradient.hpp>
#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/fingerprint.hpp>
#include <leibniz/network/layers.hpp>
#include <leibniz/network/loss.hpp>

/// Two ways to the derivative for every weight and bias of a network. One differentiates the loss
/// written out as a single scalar formula, forwards, node by node; the other writes out the rolled
/// gradient of the chain rule. They share the canonical form and the rules of single functions, but
/// neither the chain rule nor the index algebra.
namespace agreement {

namespace lz = leibniz;
namespace meta = lz::meta;
using namespace lz::expr;

template <class Tensor, class Domains, int Flat> struct element_at;
template <class Tensor, class Only, int Flat> struct element_at<Tensor, meta::list<Only>, Flat> {
    using type = element<Tensor, fixed<Flat>>;
};
template <class Tensor, class Rows, class Columns, int Flat>
struct element_at<Tensor, meta::list<Rows, Columns>, Flat> {
    using type = element<Tensor, fixed<Flat / Columns::extent>, fixed<Flat % Columns::extent>>;
};

template <class Domains> struct volume;
template <class... Domains> struct volume<meta::list<Domains...>> {
    static constexpr int value = (1 * ... * Domains::extent);
};

template <class Tensor, class Positions> struct elements_at;
template <class Tensor, int... Flat>
struct elements_at<Tensor, std::integer_sequence<int, Flat...>> {
    using type = meta::list<typename element_at<Tensor, typename Tensor::domains, Flat>::type...>;
};
template <class Tensors> struct elements_of;
template <class... Tensors> struct elements_of<meta::list<Tensors...>> {
    using type = meta::concatenate<typename elements_at<
        Tensors,
        std::make_integer_sequence<int, volume<typename Tensors::domains>::value>>::type...>;
};

template <class Graph, int Samples> struct comparison {
    using loss = decltype(lz::sum_of_squared_errors(Graph{}));
    using gradient = lz::gradient_of<loss>;
    using weights = typename elements_of<typename Graph::parameters>::type;
    using forward = typename loss::equations;
    using all = meta::concatenate<forward, typename gradient::adjoints::equations>;

    using scalar_loss = unroll<typename loss::loss_equation::right, forward, Samples>;

    /// The derivative of the scalar loss, with its own values written out.
    template <class Weight> using unrolled = lz::calculus::derivative<scalar_loss, Weight>;
    /// The rolled gradient, every δ and every value written out.
    template <class Weight> using rolled = unroll<decltype(gradient{}[Weight{}]), all, Samples>;

    template <class A, class B>
    static constexpr bool equal = decltype(lz::equivalent(A{}, B{}))::value;

    template <class... Weights> static constexpr bool all_agree(meta::list<Weights...>) {
        return (equal<unrolled<Weights>, rolled<Weights>> && ...);
    }
    template <class... Weights> static constexpr int meet_as_types(meta::list<Weights...>) {
        return (0 + ... + (std::is_same_v<unrolled<Weights>, rolled<Weights>> ? 1 : 0));
    }
    /// How many ordered pairs of different weights have derivatives that are told apart.
    template <class... Weights> static constexpr int told_apart(meta::list<Weights...>) {
        constexpr std::size_t size = sizeof...(Weights);
        constexpr std::array<meta::key, size> a{fingerprint<unrolled<Weights>, meta::list<>>...};
        constexpr std::array<meta::key, size> b{fingerprint<rolled<Weights>, meta::list<>>...};
        int apart = 0;
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t k = 0; k < size; ++k)
                apart += i != k && a[i] != b[k] ? 1 : 0;
        return apart;
    }
    /// A derivative with a wrong sign, a wrong factor or one wrong term is not taken for the right
    /// one, for any weight.
    template <class... Weights> static constexpr bool mutants_fail(meta::list<Weights...>) {
        return (!equal<unrolled<Weights>, negate<rolled<Weights>>> && ...) &&
               (!equal<unrolled<Weights>, scale<lz::rational{2}, rolled<Weights>>> && ...) &&
               (!equal<unrolled<Weights>, make_sum<rolled<Weights>, Weights>> && ...);
    }

    static constexpr int count = weights::size;
    static constexpr bool agree = all_agree(weights{});
    static constexpr int same_types = meet_as_types(weights{});
    static constexpr bool distinct = told_apart(weights{}) == count * (count - 1);
    static constexpr bool rejects_mutants = mutants_fail(weights{});
};

/// Every derivative of the network agrees; `weights` is how many there must be.
template <class Graph, int Samples> constexpr bool prove(int weights) {
    using proof = comparison<std::remove_const_t<Graph>, Samples>;
    static_assert(proof::agree, "a rolled derivative differs from the unrolled one");
    static_assert(proof::distinct, "two different weights have the same derivative");
    static_assert(proof::rejects_mutants, "a mutated derivative passes");
    return proof::count == weights;
}

} // namespace agreement
