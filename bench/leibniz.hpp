#pragma once
#include "contestant.hpp"
#include <leibniz/leibniz.hpp>

/// This library, by its public interface alone.
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

template <class Number, int Batch> class ours final : public contestant<Number> {
    using model = leibniz::model<Number, graph>;
    using trainer = leibniz::trainer<model, leibniz::gradient_descent>;

public:
    void set(Number const* parameters) override {
        each_layer([&](auto layer) {
            constexpr unsigned l = layer();
            auto const next = [&](Number& value) { value = *parameters++; };
            model_[graph.template weights<l>()].for_each(next);
            model_[graph.template biases<l>()].for_each(next);
        });
    }
    void gradient(Number const* x, Number const* t, Number* result) override {
        trainer_.gradient(model_, data(x, t), 0, Batch);
        each_layer([&](auto layer) {
            constexpr unsigned l = layer();
            auto const next = [&](Number value) { *result++ = value; };
            trainer_.gradient_of_parameter(graph.template weights<l>()).for_each(next);
            trainer_.gradient_of_parameter(graph.template biases<l>()).for_each(next);
        });
    }
    void step(Number const* x, Number const* t, Number rate) override {
        trainer_.gradient(model_, data(x, t), 0, Batch);
        trainer_.update(model_, Batch, rate);
    }
    bool epoch(Number const* x, Number const* t, int samples) override {
        auto const count = static_cast<std::size_t>(samples);
        leibniz::samples_view<Number> const all{{std::span<Number const>(x, count * net.inputs())},
                                                std::span<Number const>(t, count * net.outputs())};
        return bool(leibniz::train(model_, all, leibniz::gradient_descent{.rate = 1e-6f},
                                   {.epochs = 1, .batch = Batch}));
    }
    void infer(Number const* x, Number* y) override {
        model_(std::span<Number const>(x, Batch * net.inputs()),
               std::span<Number>(y, Batch * net.outputs()));
    }
    void dependent(Number const* sample, int count) override {
        chain(sample, count, [&](auto const& x) { return model_(x); });
    }
    void independent(Number const* sample, int count) override {
        repeat_calls(sample, count, [&](auto const& x) { return model_(x); });
    }

private:
    static auto data(Number const* x, Number const* t) {
        return leibniz::data(std::span<Number const>(x, Batch * net.inputs()),
                             std::span<Number const>(t, Batch * net.outputs()));
    }
    model model_;
    trainer trainer_{leibniz::gradient_descent{.rate = 1}};
};

} // namespace bench
