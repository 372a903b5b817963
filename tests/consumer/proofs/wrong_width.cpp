#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto net = lz::network<"iris">(lz::input<4>, lz::dense<3>(lz::logistic));

auto call(lz::model<float, net> const& model) { return model(std::array{5.1f, 3.5f, 1.4f}); }
