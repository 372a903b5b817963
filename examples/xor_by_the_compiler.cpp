// The compiler trains a network of 2-4-1 neurons; the program only reads the weights.
#include <array>
#include <cstdio>
#include <leibniz/leibniz.hpp>

namespace exclusive_or {
// [train]
namespace lz = leibniz;

constexpr auto net =
    lz::network<"xor">(lz::input<2>, lz::dense<4>(lz::tanh), lz::dense<1>(lz::logistic));
constexpr std::array<double, 8> inputs{0, 0, 0, 1, 1, 0, 1, 1};
constexpr std::array<double, 4> targets{0, 1, 1, 0};

constexpr lz::model<double, net, lz::one_by_one> untrained{lz::glorot{.seed = 1}};
constexpr auto table = lz::data(inputs, targets);
constexpr auto learned = lz::trained<untrained, table, lz::adam{.rate = 0.1f}, 60>;

static_assert(learned(std::array{0.0, 0.0})[0] < 0.1);
static_assert(learned(std::array{0.0, 1.0})[0] > 0.9);
static_assert(learned(std::array{1.0, 0.0})[0] > 0.9);
static_assert(learned(std::array{1.0, 1.0})[0] < 0.1);
// [/train]

int run() {
    std::printf("x0  x1 | target | before | after\n-------+--------+--------+-------\n");
    int right = 0;
    for (std::size_t row = 0; row < targets.size(); ++row) {
        std::array const sample{inputs[2 * row], inputs[2 * row + 1]};
        double const before = untrained(sample)[0], after = learned(sample)[0];
        right += (after > 0.5) == (targets[row] > 0.5);
        std::printf(" %.0f   %.0f |   %.0f    | %.4f | %.4f\n", sample[0], sample[1], targets[row],
                    before, after);
    }
    std::printf("\n%d of 4 right; %zu bytes of weights in read-only memory\n", right,
                sizeof learned);
    return right == 4 ? 0 : 1;
}
} // namespace exclusive_or

int main() { return exclusive_or::run(); }
