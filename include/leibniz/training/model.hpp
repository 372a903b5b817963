#pragma once
#include <leibniz/training/data.hpp>
#include <leibniz/training/inference.hpp>
#include <leibniz/training/initialisers.hpp>
#include <leibniz/training/view.hpp>
#include <string_view>

namespace leibniz {

/// The weights of a network and nothing else; calling it is const and may happen from several
/// threads. Net is a constant of static storage, such as a constexpr variable at namespace scope.
/// Number is float or double; Arch an xsimd instruction set, or one_by_one.
template <class Number, auto const& Net, class Arch = simd::native> class model {
public:
    using number = Number;
    using arch = Arch;
    using graph = std::remove_cvref_t<decltype(Net)>;
    using lanes = typename training_detail::lanes_for<Number, Arch>::type;
    using parameters = training_detail::parameter_storage<graph, lanes>;
    /// A type of its own, for short names of functions.
    struct storage : training_detail::model_storage<graph, lanes> {};

    static constexpr int input_width =
        training_detail::widths_of_rows<typename graph::inputs>::value;
    static constexpr int output_width = training_detail::row_width<typename graph::output_tensor>;

    using output_array = std::array<Number, static_cast<std::size_t>(output_width)>;

private:
    static constexpr bool one_input = graph::inputs::size == 1;
    template <class... Inputs>
    static auto widths_of(meta::list<Inputs...>)
        -> errors::numbers<training_detail::row_width<Inputs>...>;
    using widths = decltype(widths_of(typename graph::inputs{}));

public:
    /// All weights zero.
    constexpr model() = default;
    /// Weights drawn by an initialiser: `model<float, net>{glorot{.seed = 42}}`.
    template <class Initialiser>
        requires requires(Initialiser initialiser) { initialiser.bound(1, 1); }
    constexpr explicit model(Initialiser initialiser) {
        random_numbers random{initialiser.seed};
        initialise_all(initialiser, random, typename graph::parameters{});
    }
    /// Weights without indices by name: `model<double, curve>{a = 1.0, b = 0.5}`.
    template <class... Tensors, class... Values>
    constexpr explicit model(expr::binding<Tensors, Values>... values) {
        ((view_of<Tensors>(numbers_)() = static_cast<Number>(values.value)), ...);
    }
    /// The weights of another model that has all parameters of this one: of a part of it, as an
    /// encoder; of the same equations and more; in numbers or lanes of another kind.
    template <class Other, auto const& OtherNet, class OtherArch>
    constexpr explicit model(model<Other, OtherNet, OtherArch> const& other) {
        copy_all(other, typename graph::parameters{});
    }

    /// A parameter by type: `model[net.weights<1>()](j, i)`.
    template <class Tensor> constexpr auto operator[](tensor_handle<Tensor>) noexcept {
        return view_of<Tensor>(numbers_);
    }
    template <class Tensor> constexpr auto operator[](tensor_handle<Tensor>) const noexcept {
        return view_of<Tensor>(numbers_);
    }
    /// A weight without indices: `model[a]`.
    template <class Tensor> constexpr Number& operator[](expr::element<Tensor>) noexcept {
        return view_of<Tensor>(numbers_)();
    }
    template <class Tensor> constexpr Number operator[](expr::element<Tensor>) const noexcept {
        return view_of<Tensor>(numbers_)();
    }
    /// A parameter by name; empty where there is none: `model["W1"](j, i)`.
    constexpr auto operator[](std::string_view name) noexcept {
        return find<Number>(numbers_, name, typename graph::parameters{});
    }
    constexpr auto operator[](std::string_view name) const noexcept {
        return find<Number const>(numbers_, name, typename graph::parameters{});
    }

    /// One sample of a model with one input: an array of the output's width.
    LEIBNIZ_INLINE constexpr output_array operator()(
        std::array<Number, static_cast<std::size_t>(input_width)> const& sample) const noexcept
        requires one_input
    {
        return one({sample.data()});
    }
    template <class Other, std::size_t Width>
        requires(one_input && std::is_arithmetic_v<Other> && static_cast<int>(Width) != input_width)
    errors::inputs_do_not_fit<static_cast<int>(Width), input_width>
    operator()(std::array<Other, Width> const&) const;
    /// One sample of a model with several inputs: an array for each, in the order of the graph's.
    template <std::size_t... Widths>
        requires(!one_input && __is_same(errors::numbers<int{Widths}...>, widths))
    LEIBNIZ_INLINE constexpr output_array
    operator()(std::array<Number, Widths> const&... inputs) const noexcept {
        return one({inputs.data()...});
    }
    template <class... Others, std::size_t... Widths>
        requires(!one_input && (std::is_arithmetic_v<Others> && ...) &&
                 !__is_same(errors::numbers<int{Widths}...>, widths))
    errors::sample_does_not_fit<errors::numbers<int{Widths}...>, widths>
    operator()(std::array<Others, Widths> const&...) const;

    /// A batch of fixed size, for a model with one input.
    template <std::size_t Count>
        requires one_input
    constexpr auto operator()(std::array<std::array<Number, static_cast<std::size_t>(input_width)>,
                                         Count> const& rows) const noexcept {
        std::array<output_array, Count> result{};
        if constexpr (Count > 0)
            training_detail::infer<model, block>(numbers_, {rows[0].data()},
                                                 static_cast<int>(Count), result[0].data());
        return result;
    }
    template <class Other, std::size_t Width, std::size_t Count>
        requires(one_input && static_cast<int>(Width) != input_width)
    errors::inputs_do_not_fit<static_cast<int>(Width), input_width>
    operator()(std::array<std::array<Other, Width>, Count> const&) const;
    /// A batch: row-major samples in, row-major outputs out. As many samples as fit both.
    constexpr void operator()(std::span<Number const> rows,
                              std::span<Number> outputs) const noexcept
        requires one_input
    {
        batch({rows}, outputs, typename graph::inputs{});
    }
    /// A batch of a model with several inputs, in the order of the graph's: `model({x, y}, a)`. As
    /// many samples as fit all.
    constexpr void
    operator()(std::array<std::span<Number const>, graph::inputs::size> const& inputs,
               std::span<Number> outputs) const noexcept
        requires(!one_input)
    {
        batch(inputs, outputs, typename graph::inputs{});
    }

    /// The weights as they lie in memory, padding included.
    constexpr std::span<Number, static_cast<std::size_t>(storage::size)> raw() noexcept {
        return std::span<Number, static_cast<std::size_t>(storage::size)>(numbers_);
    }
    constexpr std::span<Number const, static_cast<std::size_t>(storage::size)>
    raw() const noexcept {
        return std::span<Number const, static_cast<std::size_t>(storage::size)>(numbers_);
    }

private:
    static constexpr int block = training_detail::inference_block<graph, lanes>::value;
    using pointers = std::array<Number const*, graph::inputs::size>;

    LEIBNIZ_INLINE constexpr output_array one(pointers sample) const noexcept {
        output_array result{};
        if constexpr (training_detail::is_small<graph>)
            training_detail::infer_here<model, 1>(numbers_, sample, 1, result.data());
        else
            training_detail::infer_one<model>(numbers_, sample, result.data());
        return result;
    }
    /// Not inlined: where GCC 12 sees the arrays of a caller it warns of vectors that these have no
    /// room for, in loops that do not run then.
    template <class... Inputs>
    LEIBNIZ_NOINLINE constexpr void
    batch(std::array<std::span<Number const>, graph::inputs::size> const& inputs,
          std::span<Number> outputs, meta::list<Inputs...>) const noexcept {
        std::size_t count = outputs.size() / std::size_t{output_width};
        [&]<std::size_t... At>(std::index_sequence<At...>) {
            ((count = std::min(count, inputs[At].size() /
                                          std::size_t{training_detail::row_width<Inputs>})),
             ...);
            training_detail::infer<model, block>(numbers_, {inputs[At].data()...},
                                                 static_cast<int>(count), outputs.data());
        }(std::index_sequence_for<Inputs...>{});
    }

    template <class Tensor>
    static constexpr auto layout = program::layout_of<typename parameters::template array<Tensor>,
                                                      parameters::plan::on>::value;
    template <class Tensor>
    static constexpr int offset =
        storage::template offset<typename parameters::template array<Tensor>>::value;

    template <class Tensor, class Element>
    static constexpr auto view_of(Element* numbers) noexcept {
        static_assert(meta::contains<Tensor, typename graph::parameters>::value,
                      "the model has no such parameter");
        return tensor_view<Element, Tensor::rank>{numbers + offset<Tensor>, layout<Tensor>};
    }

    template <class Element, class... Tensors>
    static constexpr auto find(Element* numbers, std::string_view name, meta::list<Tensors...>) {
        any_view<Element> found;
        meta::in_order{
            (Tensors::name.view() == name ? void(found = view_of<Tensors>(numbers)) : void(),
             meta::done{})...};
        return found;
    }

    template <class Initialiser, class... Tensors>
    constexpr void initialise_all(Initialiser initialiser, random_numbers& random,
                                  meta::list<Tensors...>) {
        meta::in_order{
            (initialise(initialiser, random, view_of<Tensors>(numbers_)), meta::done{})...};
    }
    template <class Initialiser, class View>
    static constexpr void initialise(Initialiser initialiser, random_numbers& random, View view) {
        if constexpr (View::rank >= 2) {
            int const fan_out = view.extent(0);
            double const bound = initialiser.bound(view.size() / fan_out, fan_out);
            view.for_each([&](Number& weight) {
                weight = static_cast<Number>(random.uniform(-bound, bound));
            });
        }
    }

    template <class Model, class... Tensors>
    constexpr void copy_all(Model const& other, meta::list<Tensors...>) {
        constexpr bool has_all =
            meta::all_true({meta::contains<Tensors, typename Model::graph::parameters>::value...});
        static_assert(has_all, "the other model lacks a parameter of this one");
        if constexpr (has_all)
            meta::in_order{(view_of<Tensors>(numbers_).assign(other[tensor_handle<Tensors>{}]),
                            meta::done{})...};
    }

    alignas(64) Number numbers_[static_cast<std::size_t>(storage::size)]{};
};

} // namespace leibniz
