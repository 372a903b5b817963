// expected: data_of_other_numbers<float, double>
#include <array>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"xor">(lz::input<2>, lz::dense<1>(lz::logistic));
#ifdef CORRECTED
using number = double;
#else
using number = float;
#endif
constexpr lz::model<double, net, lz::one_by_one> start{lz::glorot{.seed = 1}};
constexpr std::array<number, 8> inputs{0, 0, 0, 1, 1, 0, 1, 1};
constexpr std::array<number, 4> targets{0, 1, 1, 0};
constexpr auto table = lz::data(inputs, targets);
constexpr auto learned = lz::trained<start, table, lz::gradient_descent{.rate = 0.1f}, 2>;
static_assert(learned(std::array{0.0, 1.0})[0] < 1);
