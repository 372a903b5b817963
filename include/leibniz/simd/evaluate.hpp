#pragma once
#include <algorithm>
#include <leibniz/expr/replace.hpp>
#include <leibniz/program/run.hpp>
#include <leibniz/simd/lanes.hpp>
#include <leibniz/simd/refusal.hpp>
#include <span>

/// A formula evaluated for every element of arrays, with vectors.
namespace leibniz {
namespace simd::detail {

/// Elements are worked on in chunks of this many.
inline constexpr int chunk = 512;

using numbers = expr::domain<"numbers", at_run_time>;
using each = expr::index_variable<"n", numbers>;

/// The symbol as a tensor over the elements.
template <class Tensor> using lifted = expr::tensor_type<Tensor::name, Tensor::scope, numbers>;
using result_tensor = expr::tensor_type<"result", "evaluate", numbers>;

template <class Expression, class... Bindings> struct lift {
    using type = Expression;
};
template <class Expression, class Tensor, class Value, class... Rest>
struct lift<Expression, expr::binding<Tensor, Value>, Rest...> : lift<Expression, Rest...> {};
template <class Expression, class Tensor, is_array Value, class... Rest>
struct lift<Expression, expr::binding<Tensor, Value>, Rest...>
    : lift<expr::replace<Expression, expr::element<Tensor>, expr::element<lifted<Tensor>, each>>,
           Rest...> {};

template <class Tensor, class Value> struct array_for {
    using type = program::stored<Tensor, -1>;
};
template <class Tensor, is_array Value> struct array_for<Tensor, Value> {
    using type = program::stored<lifted<Tensor>, 0>;
};

template <class Lanes, class Expression, class... Bindings> struct over_arrays {
    using number = typename Lanes::number;
    using evaluated = meta::list<expr::equation<expr::element<result_tensor, each>,
                                                typename lift<Expression, Bindings...>::type>>;
    using plan =
        program::plan<evaluated, evaluated, meta::list<>, program::machine{Lanes::width, chunk}>;
    using storage = program::storage<typename plan::arrays, typename plan::steps, plan::on>;

    template <class Tensor, class Value>
    static constexpr void fill(number* memory, expr::binding<Tensor, Value> const& given,
                               std::size_t first, std::size_t count) noexcept {
        using array = typename array_for<Tensor, Value>::type;
        if constexpr (!storage::template holds<array>::value)
            return; // the formula does not depend on it
        else if constexpr (is_array<Value>)
            std::copy_n(given.value.data() + first, count,
                        memory + storage::template offset<array>::value);
        else
            memory[storage::template offset<array>::value] = static_cast<number>(given.value);
    }

    static void run(std::span<number> out, Bindings const&... given) noexcept {
        alignas(64) number memory[static_cast<std::size_t>(storage::size)]{};
        for (std::size_t first = 0; first < out.size(); first += chunk) {
            std::size_t const count = std::min<std::size_t>(chunk, out.size() - first);
            (fill(memory, given, first, count), ...);
            program::memory<program::bank<storage, number>> const all{{memory}};
            program::run_steps<Lanes, plan>(all, static_cast<int>(count));
            std::copy_n(memory + storage::template offset<program::stored<result_tensor, 0>>::value,
                        count, out.data() + first);
        }
    }
};

template <class Value> constexpr std::size_t length_or(std::size_t shortest, Value const& value) {
    if constexpr (is_array<Value>)
        return std::min(shortest, static_cast<std::size_t>(value.size()));
    else
        return shortest;
}

} // namespace simd::detail

/// `evaluate_each(f, out, x = xs, y = 0.5)`: out[k] = f(x = xs[k], y = 0.5) for as many k as out
/// and the bound arrays have, where xs is a span, vector or array of out's type. The formula has
/// symbols, and no other tensors. No allocation.
inline constexpr struct evaluate_each_ {
    template <expr::is_expression Expression, class Out, class... Bound, class... Values>
    auto operator()(Expression, [[maybe_unused]] Out&& out,
                    expr::binding<Bound, Values> const&... given) const noexcept {
        using wrong =
            typename simd::detail::refusal<Expression, expr::binding<Bound, Values>...>::type;
        if constexpr (__is_same(wrong, void)) {
            using number = std::remove_cvref_t<decltype(*std::data(out))>;
            std::size_t count = std::size(out);
            ((count = simd::detail::length_or(count, given.value)), ...);
            simd::detail::over_arrays<simd::lanes<number>, Expression,
                                      expr::binding<Bound, Values>...>::run({std::data(out), count},
                                                                            given...);
        } else {
            return simd::detail::refuse<wrong>();
        }
    }
} evaluate_each;

} // namespace leibniz
