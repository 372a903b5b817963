#pragma once
#include <leibniz/leibniz.hpp>

#include <memory>
#include <vector>

/// A network of the library under test, run with any lanes, seen through double.
namespace subject {

struct evaluation {
    double loss = 0;
    std::vector<double> gradient; ///< parameter by parameter, each row-major
};

template <class Number, auto const& Net, class Arch = leibniz::simd::native, int Block = 64,
          class Optimiser = leibniz::gradient_descent>
class network {
public:
    using model_type = leibniz::model<Number, Net, Arch>;
    using trainer_type = leibniz::trainer<model_type, Optimiser, Block>;
    using graph = typename model_type::graph;
    static constexpr std::size_t inputs_count = graph::inputs::size;

    /// What lies between and beyond the weights is NaN: it must never be used.
    explicit network(std::vector<double> const& weights) {
        for (Number& place : model->raw())
            place = std::numeric_limits<Number>::quiet_NaN();
        std::size_t at = 0;
        for_parameters([&](auto tensor) {
            (*model)[tensor].for_each(
                [&](Number& weight) { weight = static_cast<Number>(weights.at(at++)); });
        });
    }
    /// How many weights there are.
    static std::size_t size() {
        std::size_t result = 0;
        for_parameters([&]<class Tensor>(leibniz::tensor_handle<Tensor>) {
            result += extent(typename Tensor::domains{});
        });
        return result;
    }
    /// Data for a model with one input, or with several.
    void use(std::vector<double> const& x, std::vector<double> const& t) { use_all({&x}, t); }
    void use_all(std::array<std::vector<double> const*, inputs_count> given,
                 std::vector<double> const& t) {
        for (std::size_t at = 0; at < inputs_count; ++at)
            inputs[at].assign(given[at]->begin(), given[at]->end());
        targets.assign(t.begin(), t.end());
    }
    typename trainer_type::view data() const {
        typename trainer_type::view result;
        std::copy(inputs.begin(), inputs.end(), result.inputs.begin());
        result.targets = targets;
        return result;
    }
    evaluation operator()(std::ptrdiff_t first, std::ptrdiff_t samples) {
        evaluation result;
        result.loss = trainer->gradient(*model, data(), first, samples);
        for_parameters([&](auto tensor) {
            trainer->gradient_of_parameter(tensor).for_each(
                [&](Number slope) { result.gradient.push_back(slope); });
        });
        return result;
    }
    evaluation all() {
        return (*this)(0, static_cast<std::ptrdiff_t>(targets.size()) / model_type::output_width);
    }
    std::vector<double> weights() const {
        std::vector<double> result;
        for_parameters([&](auto tensor) {
            std::as_const(*model)[tensor].for_each(
                [&](Number weight) { result.push_back(weight); });
        });
        return result;
    }

    std::unique_ptr<model_type> model = std::make_unique<model_type>();
    std::unique_ptr<trainer_type> trainer = std::make_unique<trainer_type>();
    std::array<std::vector<Number>, inputs_count> inputs;
    std::vector<Number> targets;

private:
    template <class... Domains>
    static constexpr std::size_t extent(leibniz::meta::list<Domains...>) {
        return (std::size_t{1} * ... * std::size_t{Domains::extent});
    }
    template <class F> static void for_parameters(F f) { visit(f, typename graph::parameters{}); }
    template <class F, class... Tensors> static void visit(F& f, leibniz::meta::list<Tensors...>) {
        (f(leibniz::tensor_handle<Tensors>{}), ...);
    }
};

} // namespace subject
