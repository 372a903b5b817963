#include <array>
#include <boost/test/unit_test.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/print.hpp>
#include <span>
#include <string>
#include <vector>

/// The code blocks of docs/howto/train_your_own_model.md.
namespace {

namespace lz = leibniz;

// [tensors]
constexpr auto in = lz::domain<"in", 3>;
constexpr auto hidden = lz::domain<"hidden", 8>;
constexpr auto out = lz::domain<"out", 2>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(in);
constexpr auto j = lz::index<"j">(hidden);
constexpr auto k = lz::index<"k">(out);

constexpr auto x = lz::tensor<"x">(lz::samples, in);
constexpr auto V = lz::tensor<"V">(hidden, in);
constexpr auto c = lz::tensor<"c">(hidden);
constexpr auto U = lz::tensor<"U">(out, hidden);
constexpr auto R = lz::tensor<"R">(out, in); // the skip: from the input to the output
constexpr auto z = lz::tensor<"z">(lz::samples, hidden);
constexpr auto h = lz::tensor<"h">(lz::samples, hidden);
constexpr auto y = lz::tensor<"y">(lz::samples, out);
// [/tensors]

// [graph]
constexpr auto skip = lz::graph<"skip">(
    lz::inputs(x), lz::parameters(V, c, U, R),
    lz::define(z(n, j), lz::sum(i, V(j, i) * x(n, i)) + c(j)),
    lz::define(h(n, j), lz::tanh(z(n, j))),
    lz::define(y(n, k), lz::sum(j, U(k, j) * h(n, j)) + lz::sum(i, R(k, i) * x(n, i))));
// [/graph]

namespace sounds {

using namespace lz::literals;

// [filters]
constexpr auto moments = lz::domain<"moments", 32>;
constexpr auto taps = lz::domain<"taps", 5>;
constexpr auto places = lz::domain<"places", 28>; // 32 − 5 + 1
constexpr auto halves = lz::domain<"halves", 14>;
constexpr auto filters = lz::domain<"filters", 8>;
constexpr auto u = lz::index<"u">(taps);
constexpr auto t = lz::index<"t">(places);
constexpr auto p = lz::index<"p">(halves);
constexpr auto f = lz::index<"f">(filters);

constexpr auto s = lz::tensor<"s">(lz::samples, moments);
constexpr auto F = lz::tensor<"F">(filters, taps);
constexpr auto b = lz::tensor<"b">(filters);
constexpr auto D = lz::tensor<"D">(out, filters, halves);
constexpr auto w = lz::tensor<"w">(lz::samples, filters, places);
constexpr auto a = lz::tensor<"a">(lz::samples, filters, places);
constexpr auto m = lz::tensor<"m">(lz::samples, filters, halves);

constexpr auto filtered =
    lz::graph<"filtered">(lz::inputs(s), lz::parameters(F, b, D),
                          lz::define(w(n, f, t), sum(u, F(f, u) * s(n, t + u)) + b(f)),
                          lz::define(a(n, f, t), lz::relu(w(n, f, t))),
                          lz::define(m(n, f, p), lz::max(a(n, f, 2_c * p), a(n, f, 2_c * p + 1_c))),
                          lz::define(y(n, k), sum(f, sum(p, D(k, f, p) * m(n, f, p)))));
// [/filters]

} // namespace sounds

/// y = (x0·x1 + x2, x0 − x1·x2), which the skip alone cannot learn.
struct samples_made {
    std::vector<float> inputs, targets;
};
samples_made make_samples(std::uint64_t seed) {
    samples_made made;
    lz::random_numbers random{seed};
    for (int row = 0; row < 300; ++row) {
        float const a = static_cast<float>(random.uniform(-1, 1));
        float const b = static_cast<float>(random.uniform(-1, 1));
        float const d = static_cast<float>(random.uniform(-1, 1));
        made.inputs.insert(made.inputs.end(), {a, b, d});
        made.targets.insert(made.targets.end(), {a * b + d, a - b * d});
    }
    return made;
}

BOOST_AUTO_TEST_SUITE(docs_own_model)

BOOST_AUTO_TEST_CASE(derivatives_print_as_quoted) {
    std::vector<std::string> lines;
    // [print]
    constexpr auto gradient = lz::gradient(lz::sum_of_squared_errors(skip));
    lz::for_each_derivative(gradient, [&](std::string_view line) { lines.emplace_back(line); });
    // [/print]
    std::vector<std::string> const quoted{
        "∂E/∂y[n,k] := y[n,k] − t[n,k]",       "∂E/∂z[n,j] := (1 − h[n,j]²)·Σ_k U[k,j]·∂E/∂y[n,k]",
        "∂E/∂V[p,q] := Σ_n ∂E/∂z[n,p]·x[n,q]", "∂E/∂c[p] := Σ_n ∂E/∂z[n,p]",
        "∂E/∂U[p,q] := Σ_n ∂E/∂y[n,p]·h[n,q]", "∂E/∂R[p,q] := Σ_n ∂E/∂y[n,p]·x[n,q]"};
    BOOST_TEST(lines == quoted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(derivatives_of_filters_print_as_quoted) {
    std::vector<std::string> lines;
    lz::for_each_derivative(lz::gradient(lz::sum_of_squared_errors(sounds::filtered)),
                            [&](std::string_view line) { lines.emplace_back(line); });
    std::vector<std::string> const quoted{
        "∂E/∂y[n,k] := y[n,k] − t[n,k]",
        "∂E/∂m[n,f,p] := Σ_k D[k,f,p]·∂E/∂y[n,k]",
        "∂E/∂w[n,f,t] := (a[n,f,t] ≤ 0 ? 0 : 1)·(Σ_k ∂E/∂m[n,f,k]·(a[n,f,2·k+1] < a[n,f,2·k] ? "
        "0 : 1)·[2·k+1 = t] + Σ_l ∂E/∂m[n,f,l]·(a[n,f,2·l+1] < a[n,f,2·l] ? 1 : 0)·[2·l = t])",
        "∂E/∂F[p,q] := Σ_n Σ_k ∂E/∂w[n,p,k]·s[n,q+k]",
        "∂E/∂b[p] := Σ_n Σ_k ∂E/∂w[n,p,k]",
        "∂E/∂D[p,q,r] := Σ_n ∂E/∂y[n,p]·m[n,q,r]"};
    BOOST_TEST(lines == quoted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(it_learns) {
    samples_made const training = make_samples(1), held_back = make_samples(2);
    // [train]
    lz::model<float, skip> model{lz::glorot{.seed = 1}};
    lz::training_report const report =
        lz::train(model, training, lz::adam{.rate = 0.01f},
                  {.epochs = 500, .batch = 20, .seed = 1, .patience = 50},
                  lz::validation{lz::data(held_back.inputs, held_back.targets)});
    // [/train]
    BOOST_TEST(static_cast<bool>(report));
    BOOST_TEST(report.validation_loss < 0.002); // the skip alone leaves 2·½·E[(x0·x1)²] = 1/9
}

BOOST_AUTO_TEST_CASE(it_learns_from_single_samples) {
    samples_made const training = make_samples(1);
    lz::model<float, skip> model{lz::glorot{.seed = 1}};
    // [one_by_one]
    lz::training_report const report =
        lz::train(model, training, lz::gradient_descent{.rate = 0.05f}, {.epochs = 20, .batch = 1},
                  lz::blocks_of<1>{});
    // [/one_by_one]
    BOOST_TEST(static_cast<bool>(report));
    BOOST_TEST(report.loss < 0.01); // the skip alone leaves 1/9
}

// [static]
using model_type = lz::model<float, skip>;
model_type model{lz::glorot{.seed = 1}};
lz::trainer<model_type, lz::momentum> trainer{{.rate = 0.05f}}; // its memory is its own

/// One step on what has just been measured; allocates nothing and throws nothing.
float learn(std::span<float const> inputs, std::span<float const> targets) noexcept {
    auto const samples = lz::data(inputs, targets);
    auto const count = trainer.count(samples);
    if (count <= 0)
        return 0;
    float const loss = trainer.gradient(model, samples, 0, count);
    trainer.update(model, count, 1.0);
    return loss / static_cast<float>(count);
}
// [/static]

BOOST_AUTO_TEST_CASE(it_learns_step_by_step) {
    samples_made const training = make_samples(1);
    float const first = learn(training.inputs, training.targets);
    float last = first;
    for (int step = 0; step < 200; ++step)
        last = learn(training.inputs, training.targets);
    BOOST_TEST(last < first / 2);
    BOOST_TEST(learn(std::span(training.inputs).first(5), training.targets) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
