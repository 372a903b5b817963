#pragma once
#include <algorithm>
#include <leibniz/meta/inline.hpp>
#include <leibniz/program/liveness.hpp>
#include <leibniz/training/plans.hpp>
#include <span>

namespace leibniz::training_detail {

template <class Domains> struct row_of;
template <class... Domains> struct row_of<meta::list<Domains...>> {
    static constexpr int width = (1 * ... * (Domains::extent == at_run_time ? 1 : Domains::extent));
};
/// How many numbers a sample of a tensor has.
template <class Tensor> inline constexpr int row_width = row_of<typename Tensor::domains>::width;

template <class Graph> struct samples_width {
    template <class... Inputs> static constexpr int sum_of(meta::list<Inputs...>) {
        return (0 + ... + row_width<Inputs>);
    }
    static constexpr int inputs = sum_of(typename Graph::inputs{});
    static constexpr int outputs = row_width<typename Graph::output_tensor>;
};

/// Samples worked on at a time when a batch is inferred: enough to use what was loaded of the
/// weights again and again, but no more than leave the workspace below a megabyte of floats, since
/// it lies on the stack.
template <class Graph>
inline constexpr int inference_block = [] {
    int const numbers = []<class... Equations>(meta::list<Equations...>) {
        return meta::total({1, row_width<typename Equations::tensor>...});
    }(typename Graph::equations{});
    int block = 64;
    while (block > 1 && numbers > (1 << 18) / block)
        block /= 2;
    return block;
}();

/// Memory of the model: its weights, with room for what inference reads beside them.
template <class Graph, class Lanes>
using model_storage = program::storage<typename parameter_storage<Graph, Lanes>::arrays,
                                       typename inference_program<Graph, Lanes, 1>::plan::steps,
                                       program::machine{Lanes::width, 1}>;

/// Brings the samples of one block to where a program reads them: pointers for arrays in place,
/// copies for the others.
template <class Tensor, class Lanes, class Plan, class Workspace>
constexpr void pack_outside(typename Lanes::number const* rows, typename Lanes::number* workspace,
                            int samples) noexcept {
    using array = program::stored<Tensor, Plan::template inner<Tensor>::value>;
    if constexpr (Workspace::template holds<array>::value)
        program::copy_array<Lanes, program::in_place<Tensor>, array, Plan::on>(
            rows, workspace + Workspace::template offset<array>::value, samples);
}

/// The arrays of a program that are weights in another layout than the model's, each after the
/// array it is a copy of.
template <class Storage, class Workspace, class Plan> struct copies_of_weights {
    template <class Array> struct copy {
        using original = program::stored<typename Array::tensor,
                                         Plan::template inner<typename Array::tensor>::value>;
        using array = Array;
    };
    template <class... Arrays>
    static auto among(meta::list<Arrays...>) -> meta::concatenate<
        meta::conditional<Workspace::template holds<Arrays>::value &&
                              Storage::template holds<typename copy<Arrays>::original>::value,
                          meta::list<copy<Arrays>>, meta::list<>>...>;
    using type = decltype(among(typename Plan::arrays{}));
};

/// Makes these copies anew. Inlined, and no function for each of them, because a name as long as
/// the plan costs the compiler more than the code.
template <class Lanes, class Storage, class Workspace, program::machine On, class... Copies>
LEIBNIZ_INLINE constexpr void refresh_copies([[maybe_unused]] typename Lanes::number const* weights,
                                             [[maybe_unused]] typename Lanes::number* workspace,
                                             meta::list<Copies...>) noexcept {
    meta::in_order{
        (program::copy_array<Lanes, typename Copies::original, typename Copies::array, On>(
             weights + Storage::template offset<typename Copies::original>::value,
             workspace + Workspace::template offset<typename Copies::array>::value, 0),
         meta::done{})...};
}

template <class Graph, class Lanes, class Storage, int Block>
constexpr void infer(typename Lanes::number const* weights,
                     std::array<typename Lanes::number const*, Graph::inputs::size> inputs,
                     int samples, typename Lanes::number* outputs) noexcept {
    using number = typename Lanes::number;
    using code = inference_program<Graph, Lanes, Block>;
    using plan = typename code::plan;
    constexpr bool sums_over_samples = []<class... Steps>(meta::list<Steps...>) {
        return meta::any_true({Steps::accumulates...});
    }(typename plan::steps{});
    static_assert(!sums_over_samples, "a model is called sample by sample: none of its equations "
                                      "may be a sum over the samples");
    using workspace_arrays = typename arrays_outside<typename plan::arrays, Storage>::type;
    using output = program::stored<typename Graph::output_tensor,
                                   plan::template inner<typename Graph::output_tensor>::value>;
    using workspace = program::shared_storage<workspace_arrays, typename plan::steps,
                                              meta::list<output>, plan::on>;

    alignas(64) number working[static_cast<std::size_t>(workspace::size)];
    if (std::is_constant_evaluated())
        std::fill(working, working + workspace::size, number{0});
    refresh_copies<Lanes, Storage, workspace, plan::on>(
        weights, working, typename copies_of_weights<Storage, workspace, plan>::type{});
    [&]<class... Tensors, std::size_t... At>(meta::list<Tensors...>, std::index_sequence<At...>) {
        for (int start = 0; start < samples; start += Block) {
            int const count = std::min(Block, samples - start);
            std::array<number const*, sizeof...(Tensors)> const rows{
                (inputs[At] + static_cast<std::ptrdiff_t>(start) * row_width<Tensors>)...};
            (pack_outside<Tensors, Lanes, plan, workspace>(rows[At], working, count), ...);
            // The weights are only read: no equation of inference has one on its left side.
            program::memory<program::bank<Storage, number>, program::bank<workspace, number>,
                            program::users_array<Tensors, number>...> const memory{
                {const_cast<number*>(weights)}, {working}, {rows[At]}...};
            program::run_steps<Lanes, Block>(typename plan::steps{}, memory, count);
            program::copy_array<Lanes, output, program::in_place<typename Graph::output_tensor>,
                                plan::on>(working + workspace::template offset<output>::value,
                                          outputs + static_cast<std::ptrdiff_t>(start) *
                                                        row_width<typename Graph::output_tensor>,
                                          count);
        }
    }(typename Graph::inputs{}, std::make_index_sequence<Graph::inputs::size>{});
}

} // namespace leibniz::training_detail
