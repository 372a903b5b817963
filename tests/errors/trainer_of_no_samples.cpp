// expected: a block has one sample or more
#include <leibniz/network.hpp>
#include <leibniz/training.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
#ifdef CORRECTED
constexpr int block = 1;
#else
constexpr int block = 0;
#endif

float loss(lz::model<float, net> const& model,
           lz::trainer<lz::model<float, net>, lz::adam, block>& with, float const (&x)[2],
           float const (&t)[1]) {
    return with.gradient(model, lz::data(x, t), 0, 1);
}
