// A network of 2-4-1 neurons learns the exclusive or, which a single neuron cannot.
#include <array>
#include <cstdio>
#include <leibniz/leibniz.hpp>

namespace exclusive_or {
namespace lz = leibniz;

constexpr auto net =
    lz::network<"xor">(lz::input<2>, lz::dense<4>(lz::tanh), lz::dense<1>(lz::logistic));

constexpr std::array<float, 8> inputs{0, 0, 0, 1, 1, 0, 1, 1};
constexpr std::array<float, 4> targets{0, 1, 1, 0};

int run() {
    // [train]
    lz::model<float, net> model{lz::glorot{.seed = 1}};
    lz::training_report const report =
        lz::train(model, lz::data(inputs, targets), lz::adam{.rate = 0.05f},
                  {.epochs = 1000, .batch = 4}, lz::observer{[](lz::epoch_report const& now) {
                      if (now.epoch % 50 == 0)
                          std::printf("epoch %4d  mean loss %.6f\n", now.epoch, now.loss);
                      return now.loss > 0.001; // half of (0.045)²
                  }});
    // [/train]
    std::printf("%s after %d epochs\n\n", std::string(lz::to_string(report.reason)).c_str(),
                report.epoch);

    int right = 0;
    std::printf("x0  x1 | target | output\n-------+--------+-------\n");
    for (std::size_t row = 0; row < targets.size(); ++row) {
        float const x0 = inputs[2 * row], x1 = inputs[2 * row + 1];
        float const output = model(std::array{x0, x1})[0];
        right += (output > 0.5f) == (targets[row] > 0.5f);
        std::printf(" %.0f   %.0f |   %.0f    | %.4f\n", x0, x1, targets[row], output);
    }
    std::printf("\n%d of 4 right\n", right);
    return right == 4 ? 0 : 1;
}
} // namespace exclusive_or

int main() { return exclusive_or::run(); }
