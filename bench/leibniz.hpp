#pragma once
#include "contestant.hpp"
#include "ours.hpp"

/// This library and networks of dense layers.
namespace bench {

template <activation Kind> constexpr auto function() {
    if constexpr (Kind == activation::logistic)
        return leibniz::logistic;
    else if constexpr (Kind == activation::tanh)
        return leibniz::tanh;
    else if constexpr (Kind == activation::silu)
        return leibniz::silu;
    else
        return leibniz::relu;
}
constexpr auto make_network() {
    return []<std::size_t... L>(std::index_sequence<L...>) {
        return leibniz::network<"net">(
            leibniz::input<net.inputs()>,
            leibniz::dense<net.width[L + 1]>(function<net.of_layer(L + 1)>())...);
    }(std::make_index_sequence<net.layers>{});
}
inline constexpr auto graph = make_network();

template <class Number, int Batch>
class ours final : public ours_for<Number, graph, Batch, contestant<Number>> {
    using ours::ours_for::model_;

public:
    bool epoch(Number const* x, Number const* t, int samples) override {
        auto const count = static_cast<std::size_t>(samples);
        leibniz::samples_view<Number> const all{{std::span<Number const>(x, count * net.inputs())},
                                                std::span<Number const>(t, count * net.outputs())};
        return bool(leibniz::train(model_, all, leibniz::gradient_descent{.rate = 1e-6f},
                                   {.epochs = 1, .batch = Batch}));
    }
    void dependent(Number const* sample, int count) override {
        chain(sample, count, [&](auto const& x) { return model_(x); });
    }
    void independent(Number const* sample, int count) override {
        repeat_calls(sample, count, [&](auto const& x) { return model_(x); });
    }
};

} // namespace bench
