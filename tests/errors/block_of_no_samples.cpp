// expected: a block has one sample or more
#include <leibniz/network.hpp>
#include <leibniz/training.hpp>
#include <vector>

namespace lz = leibniz;

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
#ifdef CORRECTED
constexpr lz::blocks_of<1> blocks{};
#else
constexpr lz::blocks_of<0> blocks{};
#endif

bool learn(lz::model<float, net>& model, std::vector<float> const& inputs,
           std::vector<float> const& targets) {
    return bool(lz::train(model, lz::data(inputs, targets), lz::adam{}, {.epochs = 2}, blocks));
}
