// expected: sample_does_not_fit<leibniz::errors::numbers<4, 4>, leibniz::errors::numbers<4, 5>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(lz::domain<"first", 4>);
constexpr auto j = lz::index<"j">(lz::domain<"second", 5>);
constexpr auto x = lz::tensor<"x", "sums">(lz::samples, lz::domain<"first", 4>);
constexpr auto y = lz::tensor<"y", "sums">(lz::samples, lz::domain<"second", 5>);
constexpr auto w = lz::tensor<"w", "sums">();
constexpr auto a = lz::tensor<"a", "sums">(lz::samples);
constexpr auto net = lz::graph<"sums">(lz::inputs(x, y), lz::parameters(w),
                                       lz::define(a(n), w() * (sum(i, x(n, i)) + sum(j, y(n, j)))));

auto call(lz::model<float, net> const& model) {
#ifdef CORRECTED
    return model(std::array{1.0f, 2.0f, 3.0f, 4.0f}, std::array{1.0f, 2.0f, 3.0f, 4.0f, 5.0f});
#else
    return model(std::array{1.0f, 2.0f, 3.0f, 4.0f}, std::array{1.0f, 2.0f, 3.0f, 4.0f});
#endif
}
