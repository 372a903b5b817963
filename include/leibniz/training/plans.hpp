#pragma once
#include <leibniz/scalar/lanes.hpp>
#include <leibniz/simd/lanes.hpp>
#include <leibniz/training/optimisers.hpp>
#include <leibniz/training/programs.hpp>

/// On which lanes a model runs, and which equations update it.
namespace leibniz {

/// In place of an instruction set: one number at a time, also in constant expressions.
struct one_by_one {};

namespace training_detail {

template <class Number, class Arch> struct lanes_for {
    using type = simd::lanes<Number, Arch>;
};
template <class Number> struct lanes_for<Number, one_by_one> {
    using type = scalar::lanes<Number>;
};

/// The optimiser's equations, once for all parameters: an update is the same formula for every
/// number, so weights, gradient and state are gone through as flat arrays of one layout. Its
/// kernels depend on no network. g is the gradient divided by the batch.
template <class Optimiser, class Lanes> struct update_program {
    /// How many numbers go through all equations while they are in the nearest cache.
    static constexpr int chunk = 1024;

    using numbers = expr::domain<"numbers", at_run_time>;
    using weights = expr::tensor_type<"W", "all", numbers>;
    using at = expr::index_variable<"i", numbers>;
    static constexpr auto per_sample = hyper<"per_sample">;

    using equations = decltype(Optimiser::equations(
        expr::element<weights, at>{}, per_sample* expr::element<expr::adjoint<weights>, at>{}));
    using plan =
        program::plan<equations, equations, meta::list<>, program::machine{Lanes::width, chunk}>;

    using weights_array = program::stored<weights, 0>;
    using gradient_array = program::stored<expr::adjoint<weights>, 0>;
    template <class... Equations>
    static auto written(meta::list<Equations...>)
        -> meta::list<program::stored<typename Equations::tensor, 0>...>;
    /// The optimiser's own arrays: whatever else its equations write.
    using states = meta::without<weights_array, meta::unique<decltype(written(equations{}))>>;
};

/// An array of which there is one, wherever it is.
template <class Array, class Number> struct array_at {
    Number* start;
    template <class Asked> using holds = std::is_same<Asked, Array>;
    template <class Asked> using offset = std::integral_constant<int, 0>;
};

} // namespace training_detail
} // namespace leibniz
