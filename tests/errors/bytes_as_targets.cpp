// expected: data_of_other_numbers<unsigned char, float>
#include <leibniz/leibniz.hpp>
#include <vector>

namespace lz = leibniz;

constexpr auto net = lz::network<"digits">(lz::input<4>, lz::dense<3>(lz::logistic));
#ifdef CORRECTED
using target = float;
#else
using target = std::uint8_t;
#endif

bool learn(lz::model<float, net>& model, std::vector<std::uint8_t> const& pixels,
           std::vector<target> const& kinds) {
    return bool(lz::train(model, lz::data(pixels, kinds), lz::adam{}));
}
