// The smallest whole program.
// [all]
#include <cstdio>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
constexpr auto net =
    lz::network<"xor">(lz::input<2>, lz::dense<4>(lz::tanh), lz::dense<1>(lz::logistic));

int main() {
    float const inputs[] = {0, 0, 0, 1, 1, 0, 1, 1}, targets[] = {0, 1, 1, 0};
    lz::model<float, net> model{lz::glorot{.seed = 1}};
    auto const report =
        lz::train(model, lz::data(inputs, targets), lz::adam{.rate = 0.05f}, {.epochs = 200});
    std::printf("loss %.4f, 1 xor 0 = %.2f, 1 xor 1 = %.2f\n", report.loss,
                model(std::array{1.0f, 0.0f})[0], model(std::array{1.0f, 1.0f})[0]);
}
// [/all]
