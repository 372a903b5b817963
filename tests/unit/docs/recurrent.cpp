#include <boost/hana/integral_constant.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>
#include <vector>

/// The code blocks of docs/howto/recurrent.md.
namespace {

// [names]
namespace lz = leibniz;
using namespace lz::literals;
using boost::hana::int_c;

constexpr int moments = 12;
constexpr auto moment = lz::domain<"moment", moments>;
constexpr auto feature = lz::domain<"feature", 1>;
constexpr auto hidden = lz::domain<"hidden", 8>;
constexpr auto out = lz::domain<"out", 1>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(feature);
constexpr auto h = lz::index<"h">(hidden);
constexpr auto g = lz::index<"g">(hidden);
constexpr auto k = lz::index<"k">(out);
constexpr auto x = lz::tensor<"x">(lz::samples, moment, feature);
constexpr auto U = lz::tensor<"U">(hidden, feature);
constexpr auto R = lz::tensor<"R">(hidden, hidden);
constexpr auto b = lz::tensor<"b">(hidden);
constexpr auto V = lz::tensor<"V">(out, hidden);
constexpr auto y = lz::tensor<"y">(lz::samples, out);
// [/names]

// [moments]
template <int K>
constexpr auto s = lz::tensor<lz::fixed_string("s") + lz::decimal<K>()>(lz::samples, hidden);

template <int K> constexpr auto state_after() {
    constexpr auto t = int_c<K>;
    auto const given = sum(i, U(h, i) * x(n, t, i)) + b(h);
    if constexpr (K == 0)
        return lz::define(s<0>(n, h), lz::tanh(given));
    else
        return lz::define(s<K>(n, h), lz::tanh(given + sum(g, R(h, g) * s<K - 1>(n, g))));
}

template <int... K> constexpr auto written_out(std::integer_sequence<int, K...>) {
    return lz::graph<"forecast">(lz::inputs(x), lz::parameters(U, R, b, V), state_after<K>()...,
                                 lz::define(y(n, k), sum(h, V(k, h) * s<moments - 1>(n, h))));
}
constexpr auto forecast = written_out(std::make_integer_sequence<int, moments>{});
// [/moments]

// [data]
/// Twelve values of waves 8 to 25 moments long, of any phase, and the next value of each.
struct waves {
    std::vector<float> inputs, targets;
    waves(int count, std::uint64_t seed) {
        lz::random_numbers random{seed};
        for (int wave = 0; wave < count; ++wave) {
            double const turn = random.uniform(0.25, 0.75), start = random.uniform(0, 6.28);
            for (int at = 0; at < moments; ++at)
                inputs.push_back(static_cast<float>(std::sin(start + turn * at)));
            targets.push_back(static_cast<float>(std::sin(start + turn * moments)));
        }
    }
};
// [/data]

double mean_error(std::vector<float> const& answers, waves const& set) {
    double sum = 0;
    for (std::size_t at = 0; at < answers.size(); ++at)
        sum += std::abs(static_cast<double>(answers[at] - set.targets[at]));
    return sum / static_cast<double>(answers.size());
}

namespace gated {
// [gates]
constexpr auto m = lz::index<"m">(hidden);
constexpr auto Uz = lz::tensor<"Uz">(hidden, feature);
constexpr auto Ur = lz::tensor<"Ur">(hidden, feature);
constexpr auto Uc = lz::tensor<"Uc">(hidden, feature);
constexpr auto Rz = lz::tensor<"Rz">(hidden, hidden);
constexpr auto Rr = lz::tensor<"Rr">(hidden, hidden);
constexpr auto Rc = lz::tensor<"Rc">(hidden, hidden);

template <int K> constexpr auto state_from() {
    constexpr auto t = int_c<K>;
    constexpr auto before = s<K - 1>;
    auto const z = lz::logistic(sum(i, Uz(h, i) * x(n, t, i)) + sum(g, Rz(h, g) * before(n, g)));
    auto const r = lz::logistic(sum(i, Ur(g, i) * x(n, t, i)) + sum(m, Rr(g, m) * before(n, m)));
    auto const c = lz::tanh(sum(i, Uc(h, i) * x(n, t, i)) + sum(g, Rc(h, g) * r * before(n, g)));
    return lz::define(s<K>(n, h), (1_c - z) * before(n, h) + z * c);
}
// [/gates]

constexpr auto two_moments = lz::graph<"gated">(
    lz::inputs(x), lz::parameters(Uz, Ur, Uc, Rz, Rr, Rc, V),
    lz::define(s<0>(n, h), lz::tanh(sum(i, Uc(h, i) * x(n, 0_c, i)))), state_from<1>(),
    state_from<2>(), lz::define(y(n, k), sum(h, V(k, h) * s<2>(n, h))));
// Each gate is worked out once.
static_assert(lz::cost(lz::gradient(lz::sum_of_squared_errors(two_moments))).transcendentals ==
              8 + 2 * 3 * 8);
} // namespace gated

BOOST_AUTO_TEST_SUITE(docs_recurrent)

BOOST_AUTO_TEST_CASE(goes_on_with_waves) {
    // [train]
    waves const seen(500, 1), unseen(500, 2);
    lz::model<float, forecast> model{lz::glorot{.seed = 1}};
    auto const report = lz::train(model, lz::data(seen.inputs, seen.targets),
                                  lz::adam{.rate = 0.01f}, {.epochs = 60, .batch = 20});
    std::vector<float> answers(500);
    model(unseen.inputs, answers);
    // [/train]
    BOOST_TEST(bool(report));
    std::vector<float> last;
    for (std::size_t at = moments - 1; at < unseen.inputs.size(); at += moments)
        last.push_back(unseen.inputs[at]);
    BOOST_TEST(mean_error(last, unseen) > 0.3);
    BOOST_TEST(mean_error(answers, unseen) < 0.03);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
