#pragma once
#include <leibniz/training/data.hpp>
#include <leibniz/training/model.hpp>
#include <leibniz/training/rows.hpp>
#include <leibniz/training/updater.hpp>

namespace leibniz {

/// The gradient of a model's loss, with the workspace of one block of samples. Allocates nothing
/// and throws nothing.
template <class Model,
          int Block =
              training_detail::training_block<typename Model::graph, typename Model::lanes>::value,
          auto const& Loss = sum_of_squared_errors>
class gradient_workspace {
    static_assert(Block > 0, "a block has one sample or more");
    // Where it has none, no other error is to follow.
    static constexpr int block = Block > 0 ? Block : 1;

public:
    using number = typename Model::number;
    using graph = typename Model::graph;
    using lanes = typename Model::lanes;
    using objective = decltype(Loss(std::declval<graph>()));
    using code = training_detail::gradient_program<objective, lanes, block>;
    using plan = typename code::plan;
    using target = typename objective::target_tensor;
    using outside = typename code::outside;
    static constexpr std::size_t inputs = graph::inputs::size;
    /// Samples, whose inputs may be bytes.
    template <class Input> using view_of = samples_view<number, inputs, Input>;
    using view = view_of<number>;

    /// How many samples a data set has; −1 where the sizes of its arrays do not fit the model.
    template <class Input = number>
    static constexpr std::ptrdiff_t count(view_of<Input> const& set) noexcept {
        return count_rows(set, typename graph::inputs{}, std::make_index_sequence<inputs>{});
    }

    /// The gradient of the loss over the samples first … first + samples of a data set, read in an
    /// order. Returns the loss, the sum over these samples. Inlined where a model is tiny: with a
    /// constant number of samples nothing is left to find out at run time.
    template <class Input = number>
    LEIBNIZ_INLINE constexpr number gradient(Model const& model, view_of<Input> const& set,
                                             std::ptrdiff_t first, std::ptrdiff_t samples_wanted,
                                             row_order order = {}) noexcept {
        if constexpr (training_detail::is_tiny<graph>)
            return gradient_here(model, set, first, samples_wanted, order);
        else
            return gradient_apart(model, set, first, samples_wanted, order);
    }

    /// ∂E/∂T of the last call of gradient, for a parameter T.
    template <class Tensor>
    constexpr auto gradient_of_parameter(tensor_handle<Tensor>) const noexcept {
        static_assert(meta::contains<Tensor, typename graph::parameters>::value,
                      "the model has no such parameter");
        using array = gradient_array<Tensor>;
        return tensor_view<number const, Tensor::rank>{
            gradients_ + gradient_storage::template offset<array>::value,
            program::layout_of<array, plan::on>::value};
    }

    /// The same for a parameter without indices: one number.
    template <class Tensor>
    constexpr number gradient_of_parameter(expr::element<Tensor>) const noexcept {
        return gradient_of_parameter(tensor_handle<Tensor>{})();
    }

    /// All numbers of the gradient, which lies as the weights do.
    constexpr number* raw() noexcept { return gradients_; }
    constexpr number const* raw() const noexcept { return gradients_; }

private:
    using storage = typename Model::storage;
    template <class Tensor>
    using gradient_array =
        program::stored<expr::adjoint<Tensor>, plan::template inner<expr::adjoint<Tensor>>::value>;
    using gradient_storage = training_detail::adjoint_storage<storage>;

    using lent = training_detail::lent<Model, plan>;
    using workspace_arrays = typename training_detail::arrays_outside<typename plan::arrays, lent,
                                                                      gradient_storage>::type;
    /// A type of its own, because functions with the lists in their names would take the compiler
    /// long.
    struct workspace : program::storage<workspace_arrays, typename plan::steps, plan::on> {};
    /// What runs on it.
    struct on_a_block {
        using plan = typename code::plan;
        using steps = typename plan::steps;
        using workspace = gradient_workspace::workspace;
    };
    using loss_array = program::stored<typename objective::loss_tensor, -1>;

    template <class Input, class... Inputs, std::size_t... At>
    static constexpr std::ptrdiff_t count_rows(view_of<Input> const& set, meta::list<Inputs...>,
                                               std::index_sequence<At...>) noexcept {
        constexpr std::size_t width = training_detail::row_width<target>;
        std::size_t const rows = set.targets.size() / width;
        bool const fits =
            set.targets.size() == rows * width &&
            ((set.inputs[At].size() == rows * std::size_t{training_detail::row_width<Inputs>}) &&
             ...);
        return fits ? static_cast<std::ptrdiff_t>(rows) : -1;
    }

    template <class Input, class... Tensors, std::size_t... At>
    LEIBNIZ_INLINE constexpr void run_block(number const* weights, view_of<Input> const& set,
                                            std::ptrdiff_t first, int in_block, bool fresh,
                                            row_order order, meta::list<Tensors...>,
                                            std::index_sequence<At...>) noexcept {
        constexpr std::array<int, sizeof...(At)> widths{training_detail::row_width<Tensors>...};
        constexpr auto starts = [&] {
            std::array<int, sizeof...(At)> result{};
            for (std::size_t i = 1; i < sizeof...(At); ++i)
                result[i] = result[i - 1] + widths[i - 1] * block;
            return result;
        }();
        auto const given = [&](auto at) LEIBNIZ_INLINE_LAMBDA {
            if constexpr (at() < inputs)
                return set.inputs[at()].data();
            else
                return set.targets.data();
        };
        // Rows are read where the user has them, or all of them are copied.
        std::array<number const*, sizeof...(At)> rows{(rows_ + starts[At])...};
        if (order.shuffles || !__is_same(Input, number)) {
            order.fill(static_cast<std::uint64_t>(first), order_, in_block);
            training_detail::copy_rows(
                order_, in_block,
                training_detail::rows_of_width<widths[At]>(
                    given(std::integral_constant<std::size_t, At>{}), rows_ + starts[At])...);
        } else if constexpr (__is_same(Input, number)) {
            rows = {(given(std::integral_constant<std::size_t, At>{}) + first * widths[At])...};
        }
        (training_detail::pack_outside<Tensors, lanes, on_a_block>(rows[At], workspace_, in_block),
         ...);
        // The weights are only read: no equation of this program has one on its left side.
        program::memory<program::bank<lent, number>, program::bank<gradient_storage, number>,
                        program::bank<workspace, number>,
                        program::users_array<Tensors, number>...> const memory{
            {const_cast<number*>(weights)}, {gradients_}, {workspace_}, {rows[At]}...};
        program::run_steps<lanes, on_a_block>(memory, in_block, fresh);
    }

    template <class Input>
    LEIBNIZ_INLINE constexpr number
    gradient_here(Model const& model, view_of<Input> const& set, std::ptrdiff_t first,
                  std::ptrdiff_t samples_wanted, row_order order) noexcept {
        number* const loss = workspace_ + workspace::template offset<loss_array>::value;
        if (samples_wanted <= 0) {
            std::fill(gradients_, gradients_ + gradient_storage::size, number{0});
            *loss = number{0};
        }
        auto const* const weights = model.raw().data();
        training_detail::refresh_copies<lanes, storage, on_a_block>(weights, workspace_);
        for (std::ptrdiff_t at = 0; at < samples_wanted; at += block) {
            int const in_block =
                static_cast<int>(std::min<std::ptrdiff_t>(block, samples_wanted - at));
            run_block(weights, set, first + at, in_block, at == 0, order, outside{},
                      std::make_index_sequence<inputs + 1>{});
        }
        return *loss;
    }

    template <class Input>
    LEIBNIZ_NOINLINE constexpr number
    gradient_apart(Model const& model, view_of<Input> const& set, std::ptrdiff_t first,
                   std::ptrdiff_t samples_wanted, row_order order) noexcept {
        return gradient_here(model, set, first, samples_wanted, order);
    }

    template <class... Tensors> static constexpr int sum_of_widths(meta::list<Tensors...>) {
        return (0 + ... + training_detail::row_width<Tensors>);
    }

    alignas(64) number gradients_[static_cast<std::size_t>(gradient_storage::size)]{};
    alignas(64) number workspace_[static_cast<std::size_t>(workspace::size)]{};
    alignas(64) number rows_[static_cast<std::size_t>(sum_of_widths(outside{}) * block)]{};
    std::uint64_t order_[block]{};
};

/// Everything training needs beside the model: gradients, the optimiser's state and the workspace
/// of one block of samples. Its size is a compile-time constant and the caller decides where it
/// lives. It allocates nothing and throws nothing.
template <class Model, class Optimiser,
          int Block =
              training_detail::training_block<typename Model::graph, typename Model::lanes>::value,
          auto const& Loss = sum_of_squared_errors>
class trainer : public gradient_workspace<Model, Block, Loss> {
    using updater =
        training_detail::updater<typename Model::storage, Optimiser, typename Model::lanes>;

public:
    constexpr explicit trainer(Optimiser optimiser = {}) : updater_(optimiser) {}

    /// One step of the optimiser with the gradient as it is, divided by the number of samples.
    LEIBNIZ_INLINE constexpr void update(Model& model, std::ptrdiff_t samples_in_batch,
                                         double rate_factor) noexcept {
        updater_.begin(samples_in_batch, rate_factor);
        if constexpr (training_detail::is_tiny<typename Model::graph>)
            updater_.run_here(model.raw().data(), this->raw(), 0, Model::storage::size);
        else
            updater_.run(model.raw().data(), this->raw(), 0, Model::storage::size);
    }

    constexpr Optimiser& optimiser() noexcept { return updater_.optimiser(); }

    /// What update changes besides the weights; go_back makes it as it was.
    using progress = typename updater::progress;
    constexpr progress const& so_far() const noexcept { return updater_.so_far(); }
    constexpr void go_back(progress const& then) noexcept { updater_.go_back(then); }

private:
    updater updater_;
};

} // namespace leibniz
