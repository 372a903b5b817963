// expected: data_of_other_numbers<double, float>
#include <leibniz/network.hpp>
#include <leibniz/training.hpp>
#include <vector>

namespace lz = leibniz;

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
#ifdef CORRECTED
using measured = float;
#else
using measured = double;
#endif

bool learn(lz::model<float, net>& model, std::vector<float> const& inputs,
           std::vector<float> const& targets, std::vector<measured> const& others,
           std::vector<measured> const& wanted) {
    return bool(lz::train(model, lz::data(inputs, targets), lz::adam{}, {},
                          lz::validation{lz::data(others, wanted)}));
}
