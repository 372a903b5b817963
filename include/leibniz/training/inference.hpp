#pragma once
#include <algorithm>
#include <leibniz/meta/inline.hpp>
#include <leibniz/program/liveness.hpp>
#include <leibniz/training/plans.hpp>
#include <span>

namespace leibniz::training_detail {

/// How many numbers a sample of a tensor has.
template <class Tensor> inline constexpr int row_width = expr::volume(typename Tensor::domains{});

/// How many numbers a sample has of several tensors.
template <class Tensors> struct widths_of_rows;
template <class... Tensors>
struct widths_of_rows<meta::list<Tensors...>>
    : std::integral_constant<int, meta::total({0, row_width<Tensors>...})> {};

/// Of largest, largest / 2 … smallest the first so many samples of which fit the room.
constexpr int block_for(int numbers_of_a_sample, int smallest, int largest, int room) {
    int block = largest;
    while (block > smallest && numbers_of_a_sample > room / block)
        block /= 2;
    return block;
}
/// Samples worked on at a time: 64, enough to use what was loaded of the weights again and again,
/// and more in small networks, whose steps are so short that it costs something to begin them, as
/// long as the numbers of a block are at most 128 kB of floats.
constexpr int usual_block(int numbers_of_a_sample) {
    return block_for(numbers_of_a_sample, 64, 256, 1 << 15);
}
/// Fewer where they would exceed a megabyte of floats on the stack.
constexpr int block_on_stack(int numbers_of_a_sample, int usual) {
    return block_for(numbers_of_a_sample, 1, usual, 1 << 18);
}
/// In training fewer where they would exceed a megabyte of floats, which the second cache may have,
/// as long as what is read again for each block, the parameters, is less than that saves:
/// convolutions have few of them and many values (a step of `filters` in bench/: 6 to 10 % faster
/// by 16 samples than by 64).
constexpr int block_in_second_cache(int numbers_of_a_sample, int parameters) {
    int block = usual_block(numbers_of_a_sample);
    while (block > 16 && numbers_of_a_sample > (1 << 18) / block &&
           parameters / numbers_of_a_sample < block / 2)
        block /= 2;
    return block;
}
/// Where the parameters are fewer than the numbers of a single sample no more than 128 kB, so that
/// the nearest cache has most of what one equation leaves to the next (`separable`: a step 16 to
/// 21 % faster by 4 samples than by 32, inference 10 to 22 % than by 64). Samples that run along
/// the lanes are as many as fill a vector, rows of numbers need no more than a tile has rows.
template <class Graph, class Lanes, class Outside>
constexpr int block_in_nearest_cache(int numbers_of_a_sample, int usual) {
    if (widths_of_rows<typename Graph::parameters>::value >= numbers_of_a_sample)
        return usual;
    using plan =
        program::plan<meta::list<>, forward_of<Graph>, Outside, program::machine{Lanes::width, 16}>;
    int const smallest = plan::samples_along_lanes ? 16 : 4;
    return smallest < usual ? block_for(numbers_of_a_sample, smallest, usual, 1 << 15) : usual;
}

/// When a batch is inferred: the workspace lies on the stack, with copies of the inputs' rows where
/// the plan wants them. Whether it does is only asked where these would be large.
template <class Graph, class Lanes> class inference_block {
    static constexpr int inputs = widths_of_rows<typename Graph::inputs>::value;
    static constexpr int values = 1 + widths_of_rows<typename Graph::computed>::value;
    static constexpr int usual =
        block_on_stack(values, block_in_nearest_cache<Graph, Lanes, typename Graph::inputs>(
                                   inputs + values, usual_block(inputs + values)));

    template <class... Inputs> static constexpr bool any_copied(meta::list<Inputs...>) {
        using plan = typename inference_program<Graph, Lanes, usual>::plan;
        return (plan::template is_packed<Inputs>::value || ...);
    }
    static constexpr int chosen() {
        if constexpr (inputs > (1 << 18) / usual)
            if (any_copied(typename Graph::inputs{}))
                return block_on_stack(inputs + values, usual);
        return usual;
    }

public:
    static constexpr int value = chosen();
};
/// In training, unless the user chooses; its numbers are the values and their adjoints. Targets
/// have the shape of the outputs.
template <class Graph, class Lanes> class training_block {
    static constexpr int numbers = widths_of_rows<typename Graph::inputs>::value +
                                   2 * widths_of_rows<typename Graph::computed>::value;
    using outside =
        meta::concatenate<typename Graph::inputs, meta::list<typename Graph::output_tensor>>;

public:
    static constexpr int value = block_in_nearest_cache<Graph, Lanes, outside>(
        numbers, block_in_second_cache(numbers, widths_of_rows<typename Graph::parameters>::value));
};

/// Memory of the model: its weights, with room for what inference reads beside them.
template <class Graph, class Lanes>
using model_storage = program::storage<typename parameter_storage<Graph, Lanes>::arrays,
                                       typename inference_program<Graph, Lanes, 1>::plan::steps,
                                       program::machine{Lanes::width, 1}>;

constexpr bool is_inside(int first, int size, program::detail::reach beside, int room) {
    return beside.before <= first && first + size + beside.beyond <= room;
}
/// May a plan read an array of the model's where it is? Beside it, vectors reach other weights, or
/// must not reach beyond them all.
template <class Storage, class Plan, class Array, bool Held = Storage::template holds<Array>::value>
struct is_lent : std::false_type {};
template <class Storage, class Plan, class Array>
struct is_lent<Storage, Plan, Array, true>
    : std::bool_constant<is_inside(
          Storage::template offset<Array>::value, program::layout_of<Array, Plan::on>::value.size,
          program::detail::reaches<typename Plan::steps, Plan::on>::of[Array::key],
          Storage::size)> {};

/// The model's storage without the arrays that are not lent. Of those a plan gets copies.
template <class Storage, class Plan> struct partly_lent {
    template <class Array> using holds = is_lent<Storage, Plan, Array>;
    template <class Array> using offset = typename Storage::template offset<Array>;
};
template <class Storage, class Plan, class Arrays> struct lent_storage;
template <class Storage, class Plan, class... Arrays>
struct lent_storage<Storage, Plan, meta::list<Arrays...>> {
    using type = meta::conditional<meta::all_true({is_lent<Storage, Plan, Arrays>::value...}),
                                   Storage, partly_lent<Storage, Plan>>;
};
template <class Model, class Plan>
using lent =
    typename lent_storage<typename Model::storage, Plan, typename Model::parameters::arrays>::type;

/// Brings the samples of one block to where a program reads them: pointers for arrays in place,
/// copies for the others.
template <class Tensor, class Lanes, class Program>
constexpr void pack_outside(typename Lanes::number const* rows, typename Lanes::number* workspace,
                            int samples) noexcept {
    using plan = typename Program::plan;
    using array = program::stored<Tensor, plan::template inner<Tensor>::value>;
    if constexpr (Program::workspace::template holds<array>::value)
        program::copy_array<Lanes, program::in_place<Tensor>, array, plan::on>(
            rows, workspace + Program::workspace::template offset<array>::value, samples);
}

/// Where the model has the weights of an array of a plan.
template <class Array, class Plan>
using original =
    program::stored<typename Array::tensor, Plan::template inner<typename Array::tensor>::value>;
/// The arrays of a program that are weights in another layout than the model's.
template <class Storage, class Workspace, class Plan> struct copies_of_weights {
    template <class... Arrays>
    static auto among(meta::list<Arrays...>) -> meta::concatenate<
        meta::conditional<Workspace::template holds<Arrays>::value &&
                              Storage::template holds<original<Arrays, Plan>>::value,
                          meta::list<Arrays>, meta::list<>>...>;
    using type = decltype(among(typename Plan::arrays{}));
};

/// Makes these copies anew. Program is a class with a short name, because each function here has it
/// in its own.
template <class Lanes, class Storage, class Program>
LEIBNIZ_INLINE constexpr void refresh_copies([[maybe_unused]] typename Lanes::number const* weights,
                                             [[maybe_unused]]
                                             typename Lanes::number* workspace) noexcept {
    using plan = typename Program::plan;
    using all = typename copies_of_weights<Storage, typename Program::workspace, plan>::type;
    [&]<class... Arrays>(meta::list<Arrays...>) LEIBNIZ_INLINE_LAMBDA {
        meta::in_order{(program::copy_array<Lanes, original<Arrays, plan>, Arrays, plan::on>(
                            weights + Storage::template offset<original<Arrays, plan>>::value,
                            workspace + Program::workspace::template offset<Arrays>::value, 0),
                        meta::done{})...};
    }(all{});
}

/// A model called for Block samples at a time: what runs, and on which memory.
template <class Model, int Block> struct inference {
    using graph = typename Model::graph;
    using plan = typename inference_program<graph, typename Model::lanes, Block>::plan;
    using steps = typename plan::steps;
    using output = program::stored<typename graph::output_tensor,
                                   plan::template inner<typename graph::output_tensor>::value>;
    using weights = lent<Model, plan>;
    struct workspace
        : program::shared_storage<typename arrays_outside<typename plan::arrays, weights>::type,
                                  steps, meta::list<output>, plan::on> {};

    template <class... Steps>
    static auto sums(meta::list<Steps...>)
        -> std::bool_constant<meta::any_true({Steps::kernel_type::accumulates...})>;
    static_assert(!decltype(sums(steps{}))::value,
                  "a model is called sample by sample: none of its equations may be a sum over the "
                  "samples");
};

template <class Model, int Block>
LEIBNIZ_INLINE constexpr void
infer_here(typename Model::number const* weights,
           std::array<typename Model::number const*, Model::graph::inputs::size> inputs,
           int samples, typename Model::number* outputs) noexcept {
    using number = typename Model::number;
    using lanes = typename Model::lanes;
    using storage = typename Model::storage;
    using code = inference<Model, Block>;
    using workspace = typename code::workspace;
    using graph = typename Model::graph;

    alignas(64) number working[static_cast<std::size_t>(workspace::size)];
    if (std::is_constant_evaluated())
        std::fill(working, working + workspace::size, number{0});
    refresh_copies<lanes, storage, code>(weights, working);
    [&]<class... Tensors, std::size_t... At>(meta::list<Tensors...>, std::index_sequence<At...>)
        LEIBNIZ_INLINE_LAMBDA {
            for (int start = 0; start < samples; start += Block) {
                int const count = Block == 1 ? 1 : std::min(Block, samples - start);
                std::array<number const*, sizeof...(Tensors)> const rows{
                    (inputs[At] + static_cast<std::ptrdiff_t>(start) * row_width<Tensors>)...};
                (pack_outside<Tensors, lanes, code>(rows[At], working, count), ...);
                // The weights are only read: no equation of inference has one on its left side.
                program::memory<program::bank<typename code::weights, number>,
                                program::bank<workspace, number>,
                                program::users_array<Tensors, number>...> const memory{
                    {const_cast<number*>(weights)}, {working}, {rows[At]}...};
                program::run_steps<lanes, code, Block == 1>(memory, count);
                using output = typename graph::output_tensor;
                program::copy_array<lanes, typename code::output, program::in_place<output>,
                                    code::plan::on>(
                    working + workspace::template offset<typename code::output>::value,
                    outputs + static_cast<std::ptrdiff_t>(start) * row_width<output>, count);
            }
        }(typename graph::inputs{}, std::make_index_sequence<graph::inputs::size>{});
}
template <class Model, int Block>
constexpr void infer(typename Model::number const* weights,
                     std::array<typename Model::number const*, Model::graph::inputs::size> inputs,
                     int samples, typename Model::number* outputs) noexcept {
    infer_here<Model, Block>(weights, inputs, samples, outputs);
}
/// One sample. Of its own: constants kept for a loop over samples would leave fewer registers.
template <class Model>
constexpr void
infer_one(typename Model::number const* weights,
          std::array<typename Model::number const*, Model::graph::inputs::size> inputs,
          typename Model::number* outputs) noexcept {
    infer_here<Model, 1>(weights, inputs, 1, outputs);
}

/// With so few weights a call, and the way of its numbers through memory, is a good part of the
/// time that a step takes.
template <class Graph>
inline constexpr bool is_tiny = widths_of_rows<typename Graph::parameters>::value <= 64;
/// The same of one sample, which takes less time and less code.
template <class Graph>
inline constexpr bool is_small = widths_of_rows<typename Graph::parameters>::value <= 512;

} // namespace leibniz::training_detail
