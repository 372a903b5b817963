#pragma once
#include <leibniz/leibniz.hpp>
#include <leibniz/testing/cost.hpp>

/// What two ways of writing a model cost.
namespace {

constexpr auto cost_of_step(auto model) {
    return leibniz::cost(leibniz::gradient(leibniz::sum_of_squared_errors(model)));
}
constexpr bool cost_the_same(auto model, auto other) {
    return leibniz::cost(model) == leibniz::cost(other) &&
           cost_of_step(model) == cost_of_step(other);
}

} // namespace
