// expected: arrays_do_not_fit< … arrays<6, 4> … samples<2, 1>
#include <array>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"xor">(lz::input<2>, lz::dense<1>(lz::logistic));
#ifdef CORRECTED
constexpr std::array<double, 8> inputs{0, 0, 0, 1, 1, 0, 1, 1};
#else
constexpr std::array<double, 6> inputs{0, 0, 0, 1, 1, 0};
#endif
constexpr lz::model<double, net, lz::one_by_one> start{lz::glorot{.seed = 1}};
constexpr std::array<double, 4> targets{0, 1, 1, 0};
constexpr auto table = lz::data(inputs, targets);
constexpr auto learned = lz::trained<start, table, lz::gradient_descent{.rate = 0.1f}, 2>;
static_assert(learned(std::array{0.0, 1.0})[0] < 1);
