#pragma once
#include "learner.hpp"
#include <algorithm>
#include <array>
#include <leibniz/leibniz.hpp>

namespace bench {

/// A model of this library, by its public interface alone. Parameters come in the order in which
/// the model has them.
template <class Number, auto const& Graph, int Batch, class Base = learner<Number>>
class ours_for : public Base {
protected:
    using model = leibniz::model<Number, Graph>;

public:
    void set(Number const* from) override {
        each([&](auto parameter) {
            model_[parameter].for_each([&](Number& value) { value = *from++; });
        });
    }
    void gradient(Number const* x, Number const* t, Number* result) override {
        trainer_.gradient(model_, data(x, t), 0, Batch);
        each([&](auto parameter) {
            trainer_.gradient_of_parameter(parameter).for_each(
                [&](Number value) { *result++ = value; });
        });
    }
    void step(Number const* x, Number const* t, Number rate) override {
        trainer_.gradient(model_, data(x, t), 0, Batch);
        trainer_.update(model_, Batch, rate);
    }
    void infer(Number const* x, Number* y) override {
        model_(std::span<Number const>(x, Batch * model::input_width),
               std::span<Number>(y, Batch * model::output_width));
    }
    bool infer_one(Number const* x, Number* y) override {
        std::array<Number, std::size_t{model::input_width}> sample;
        std::copy_n(x, sample.size(), sample.begin());
        auto const output = model_(sample);
        std::copy_n(output.begin(), output.size(), y);
        return true;
    }

protected:
    model model_;

private:
    template <class Do> static void each(Do what) {
        [&]<class... Tensors>(leibniz::meta::list<Tensors...>) {
            (what(leibniz::tensor_handle<Tensors>{}), ...);
        }(typename model::graph::parameters{});
    }
    static auto data(Number const* x, Number const* t) {
        return leibniz::data(std::span<Number const>(x, Batch * model::input_width),
                             std::span<Number const>(t, Batch * model::output_width));
    }
    leibniz::trainer<model, leibniz::gradient_descent> trainer_{
        leibniz::gradient_descent{.rate = 1}};
};

} // namespace bench
