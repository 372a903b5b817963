// expected: inputs_do_not_fit<3, 2>
#include <array>
#include <leibniz/network.hpp>
#include <leibniz/training.hpp>
#include <vector>

namespace lz = leibniz;

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
#ifdef CORRECTED
constexpr std::size_t measured = 2;
#else
constexpr std::size_t measured = 3;
#endif

bool learn(lz::model<float, net>& model, std::vector<std::array<float, 2>> const& inputs,
           std::vector<std::array<float, 1>> const& targets,
           std::vector<std::array<float, measured>> const& others) {
    return bool(lz::train(model, lz::data(inputs, targets), lz::adam{}, {},
                          lz::validation{lz::data(others, targets)}));
}
