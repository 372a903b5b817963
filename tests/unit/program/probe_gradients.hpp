#pragma once
#include "../training/plain_probes.hpp"
#include "../training/probes.hpp"

#include <boost/test/unit_test.hpp>

#include "subject.hpp"

// The probes' derivatives against central differences of the same models in plain loops.

namespace probe_gradients {

namespace lz = leibniz;
namespace meta = lz::meta;
namespace program = lz::program;
using plain::real;

inline constexpr std::size_t samples = 11;

template <class Arch> using branch_net = subject::network<double, probes::branch::net, Arch, 16>;
template <class Arch>
using recurrent_net = subject::network<double, probes::recurrent::net, Arch, 16>;
template <class Arch> using mixing_net = subject::network<double, probes::mixing::net, Arch, 16>;
template <class Arch> using conv_net = subject::network<double, probes::conv::net, Arch, 16>;

inline void hold(std::vector<double> const& got, std::vector<double> const& wanted) {
    BOOST_REQUIRE(got.size() == wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i)
        BOOST_TEST(std::abs(got[i] - wanted[i]) <= 1e-7 * std::max(1.0, std::abs(wanted[i])),
                   i << ": " << got[i] << " not " << wanted[i]);
}

template <class Arch> void check_branch() {
    auto const weights = plain::random_numbers(plain::branch_weights, 31);
    auto const x = plain::random_numbers(samples * 4, 32),
               y = plain::random_numbers(samples * 5, 33),
               t = plain::random_numbers(samples * 2, 34);
    std::vector<real> const fine_x(x.begin(), x.end()), fine_y(y.begin(), y.end());
    branch_net<Arch> network(weights);
    network.use_all({&x, &y}, t);
    auto const got = network.all();
    auto const loss = [&](std::vector<real> const& w) {
        return plain::squared_errors(t, [&](std::size_t n) {
            return plain::branch_output(w, &fine_x[n * 4], &fine_y[n * 5]);
        });
    };
    hold({got.loss}, {double(loss({weights.begin(), weights.end()}))});
    hold(got.gradient, plain::differences(weights, loss));
}

/// A model with one input, whose output for a sample is worked out by plain loops.
template <class Tested>
void check_output(std::size_t weight_count, std::size_t inputs, std::size_t outputs, unsigned seed,
                  std::vector<real> (*output)(std::vector<real> const&, real const*)) {
    auto const weights = plain::random_numbers(weight_count, seed);
    auto const given = plain::random_numbers(samples * inputs, seed + 1);
    auto const targets = plain::random_numbers(samples * outputs, seed + 2);
    std::vector<real> const fine(given.begin(), given.end());
    Tested network(weights);
    network.use(given, targets);
    auto const got = network.all();
    auto const loss = [&](std::vector<real> const& w) {
        return plain::squared_errors(targets,
                                     [&](std::size_t n) { return output(w, &fine[n * inputs]); });
    };
    hold({got.loss}, {double(loss({weights.begin(), weights.end()}))});
    hold(got.gradient, plain::differences(weights, loss));
}

template <class Arch> void check_recurrent() {
    check_output<recurrent_net<Arch>>(plain::recurrent_weights, 6, 2, 71, plain::recurrent_output);
}

template <class Arch> void check_mixing() {
    using tested = mixing_net<Arch>;
    // Places run along the lanes, as long as there are some, not samples.
    static_assert(!tested::trainer_type::plan::samples_along_lanes);
    check_output<tested>(plain::mixing_weights, 66, 5, 81, plain::mixing_output);
}

template <class Arch> void check_comparing() {
    using lanes = typename lz::training_detail::lanes_for<double, Arch>::type;
    // One vector of samples at a time, and several.
    using of_one = subject::network<double, probes::comparing::net, Arch, lanes::width>;
    using of_several = subject::network<double, probes::comparing::net, Arch, 16>;
    static_assert(lanes::width == 1 || (of_one::trainer_type::plan::samples_along_lanes &&
                                        of_several::trainer_type::plan::samples_along_lanes));
    check_output<of_one>(plain::comparing_weights, 13, 5, 91, plain::comparing_output);
    check_output<of_several>(plain::comparing_weights, 13, 5, 94, plain::comparing_output);
}

/// The equations of a model, its loss and its adjoints with one more: the derivative for an input.
template <class Objective, class Input, class Lanes> struct input_derivative {
    using number = typename Lanes::number;
    using graph = typename Objective::graph;
    using adjoints = typename lz::gradient_of<Objective>::adjoints;
    using equations = meta::concatenate<typename Objective::equations, typename adjoints::equations,
                                        typename adjoints::template equation_of<Input>>;
    using outside =
        meta::concatenate<typename graph::inputs, meta::list<typename Objective::target_tensor>>;
    using plan = program::plan<equations, typename graph::equations, outside,
                               program::machine{Lanes::width, int(samples)}>;
    using own = typename lz::training_detail::arrays_outside<typename plan::arrays>::type;
    using storage = program::storage<own, typename plan::steps, plan::on>;
    using derivative = lz::expr::adjoint<Input>;

    std::vector<number> memory = std::vector<number>(std::size_t{storage::size});

    /// Fills every array of a tensor from the user's order of its numbers.
    template <class Tensor> void fill(std::vector<double> const& values) {
        std::vector<number> const numbers(values.begin(), values.end());
        fill_arrays<Tensor>(numbers, own{});
    }
    std::vector<double> run(std::vector<double> const& x, std::vector<double> const& t) {
        std::vector<number> const inputs(x.begin(), x.end()), targets(t.begin(), t.end());
        using target = typename Objective::target_tensor;
        program::memory<program::bank<storage, number>, program::users_array<Input, number>,
                        program::users_array<target, number>> const places{
            {memory.data()}, {inputs.data()}, {targets.data()}};
        program::run_steps<Lanes, plan>(places, int(samples));
        std::vector<number> result(x.size());
        using array = program::stored<derivative, plan::template inner<derivative>::value>;
        program::copy_array<Lanes, array, program::in_place<derivative>, plan::on>(
            memory.data() + storage::template offset<array>::value, result.data(), int(samples));
        return {result.begin(), result.end()};
    }

private:
    template <class Tensor, class... Arrays>
    void fill_arrays(std::vector<number> const& numbers, meta::list<Arrays...>) {
        (fill_array<Tensor, Arrays>(numbers), ...);
    }
    template <class Tensor, class Array> void fill_array(std::vector<number> const& numbers) {
        if constexpr (std::is_same_v<typename Array::tensor, Tensor>)
            program::copy_array<Lanes, program::in_place<Tensor>, Array, plan::on>(
                numbers.data(), memory.data() + storage::template offset<Array>::value,
                int(samples));
    }
};

template <class Arch> void check_conv() {
    using namespace probes::conv;
    auto const weights = plain::random_numbers(plain::conv_weights, 41);
    auto const given = plain::random_numbers(samples * 32, 42);
    auto const targets = plain::random_numbers(samples * 2, 43);
    std::vector<real> const fine(given.begin(), given.end());
    std::vector<real> const fine_weights(weights.begin(), weights.end());
    conv_net<Arch> network(weights);
    network.use(given, targets);
    auto const got = network.all();
    auto const loss = [&](std::vector<real> const& w, std::vector<real> const& inputs) {
        return plain::squared_errors(targets, [&](std::size_t sample) {
            return plain::conv_output(w, &inputs[sample * 32]);
        });
    };
    hold({got.loss}, {double(loss(fine_weights, fine))});
    hold(got.gradient,
         plain::differences(weights, [&](std::vector<real> const& w) { return loss(w, fine); }));

    using lanes = typename lz::training_detail::lanes_for<double, Arch>::type;
    using objective = decltype(lz::sum_of_squared_errors(net));
    input_derivative<objective, typename decltype(x)::type, lanes> inputs;
    auto const part = [&](std::size_t first, std::size_t count) {
        auto const from = weights.begin() + static_cast<std::ptrdiff_t>(first);
        return std::vector<double>(from, from + static_cast<std::ptrdiff_t>(count));
    };
    inputs.template fill<typename decltype(W)::type>(part(0, 30));
    inputs.template fill<typename decltype(b)::type>(part(30, 3));
    inputs.template fill<typename decltype(V)::type>(part(33, 72));
    inputs.template fill<typename decltype(b2)::type>(part(105, 2));
    inputs.template fill<typename decltype(x)::type>(given);
    inputs.template fill<typename objective::target_tensor>(targets);
    hold(inputs.run(given, targets), plain::differences(given, [&](std::vector<real> const& at) {
             return loss(fine_weights, at);
         }));
}

} // namespace probe_gradients
