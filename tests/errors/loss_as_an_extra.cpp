// expected: not_an_extra_of_train< … sum_over_outputs<
#include <leibniz/network.hpp>
#include <leibniz/training.hpp>
#include <vector>

namespace lz = leibniz;

constexpr auto net = lz::network<"tiny">(lz::input<2>, lz::dense<1>());
inline constexpr auto squares =
    lz::sum_over_outputs([](auto a, auto t) { return (a - t) * (a - t); });
#ifdef CORRECTED
constexpr lz::loss_function<squares> loss{};
#else
constexpr auto loss = squares;
#endif

bool learn(lz::model<float, net>& model, std::vector<float> const& numbers) {
    return bool(lz::train(model, lz::data(numbers, numbers), lz::adam{}, {.epochs = 2}, loss));
}
