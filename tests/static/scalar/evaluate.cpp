#include <array>
#include <limits>
#include <span>
#include <type_traits>

#include <leibniz/calculus/diff.hpp>
#include <leibniz/expr/adl.hpp>
#include <leibniz/scalar/evaluate.hpp>

namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;
constexpr auto out = lz::domain<"out", 3>;
constexpr auto in = lz::domain<"in", 2>;
constexpr auto samples = lz::domain<"samples", lz::at_run_time>;
constexpr auto i = lz::index<"i">(in);
constexpr auto j = lz::index<"j">(out);
constexpr auto k = lz::index<"k">(out);
constexpr auto n = lz::index<"n">(samples);
constexpr auto W = lz::tensor<"W">(out, in);
constexpr auto v = lz::tensor<"v">(in);
constexpr auto b = lz::tensor<"b">(out);
constexpr auto X = lz::tensor<"X">(samples, in);
constexpr auto Y = lz::tensor<"Y">(in, samples);

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr bool is_nan(double value) { return value != value; }

} // namespace

// --- the type of the result: the common type of the numbers given -------------------------------
static_assert(std::is_same_v<decltype((x + y)(x = 1.0f, y = 2.0f)), float>);
static_assert(std::is_same_v<decltype((x + y)(x = 1.0f, y = 2.0)), double>);
static_assert(std::is_same_v<decltype(x(x = 1)), double>);
static_assert(std::is_same_v<decltype(b(j)(b = std::array<float, 3>{}, j = 1)), float>);
static_assert(std::is_same_v<decltype((3_c)()), double>);
static_assert(noexcept(x(x = 1.0)));

// --- operations that are exact
// --------------------------------------------------------------------
static_assert((x * y - 3_c)(x = 5, y = 7) == 32.0);
static_assert((x / y)(x = 1.0, y = 3.0) == 1.0 / 3.0);
static_assert((2_c * x / (3_c * y))(x = 3.0, y = 4.0) == 0.5);
static_assert(lz::pow(x, 5_c)(x = -3.0) == -243.0);
static_assert(lz::pow(x, -3_c)(x = 2.0) == 0.125);
static_assert(lz::sqrt(x)(x = 144.0) == 12.0);
static_assert((1_c / lz::sqrt(x))(x = 16.0) == 0.25);
static_assert((y / lz::sqrt(x))(x = 16.0, y = 3.0) == 0.75);
static_assert(lz::pow(x, 3_c / 2_c)(x = 4.0) == 8.0);
static_assert(lz::select(x < y, 1_c, 2_c)(x = 1.0, y = 1.0) == 2.0);
static_assert(lz::select(x <= y, 1_c, 2_c)(x = 1.0, y = 1.0) == 1.0);
static_assert(lz::relu(x)(x = -1.0) == 0.0 && lz::relu(x)(x = 2.5) == 2.5);
static_assert(lz::abs(x)(x = -4.0) == 4.0);
static_assert(lz::exp(x)(x = 0.0) == 1.0 && lz::tanh(x)(x = 0.0) == 0.0);
static_assert(lz::diff(x * x * y, x)(x = 3.0, y = 5.0) == 30.0);
static_assert(lz::diff(lz::sin(x), x)(x = 0.0) == 1.0);
static_assert(lz::pi() == 0x1.921fb54442d18p+1);

// --- outside the domain: what IEEE 754 says, also in a constant expression
// --------------------------
static_assert((1_c / x)(x = 0.0) == infinity && (1_c / x)(x = -0.0) == -infinity);
static_assert(is_nan((y / x)(x = 0.0, y = 0.0)));
static_assert(is_nan((lz::log(x) + y)(x = -1.0, y = 1.0)));
static_assert(is_nan((lz::sqrt(x) * y)(x = -1.0, y = 0.0)));
static_assert((x * x)(x = 1e200) == infinity && (x * y)(x = 1e200, y = -1e200) == -infinity);
static_assert((x + y)(x = 1.7e308, y = 1.7e308) == infinity);
static_assert(is_nan((lz::exp(x) - lz::exp(y))(x = 1000.0, y = 1000.5)));
static_assert((x / y)(x = 1e200, y = 1e-200) == infinity);
static_assert((x * x)(x = 1e30f) == std::numeric_limits<float>::infinity());
static_assert(is_nan(lz::relu(x)(x = std::numeric_limits<double>::quiet_NaN())));
static_assert((x * x)(x = 1e-200) == 0.0);

// --- tensors: nested arrays, row-major arrays, free indices
// ---------------------------------------
namespace {

constexpr double weights[3][2] = {{1, 2}, {3, 4}, {5, 6}};
constexpr std::array<std::array<float, 2>, 3> nested{{{1, 2}, {3, 4}, {5, 6}}};
constexpr std::array<int, 6> flat{1, 2, 3, 4, 5, 6};
constexpr std::array<double, 2> values{10, 100};
constexpr auto z = sum(i, W(j, i) * v(i)) + b(j);
constexpr auto squares = sum(n, i, X(n, i) * X(n, i));

} // namespace

static_assert(z(W = weights, v = values, b = std::array{0.5, 0.25, 0.125}, j = 2) == 650.125);
static_assert(z(W = nested, v = values, b = std::array{0.5, 0.25, 0.125}, j = 1) == 430.25);
static_assert(z(W = flat, v = std::span(values), b = std::array{0, 0, 1}, j = 0) == 210.0);
static_assert(z(W = std::array<double, 6>{1, 1, 1, 1, 1, 1}, v = &values[0], b = flat.data(),
                j = 2) == 113.0);
static_assert(W(2_c, 1_c)(W = weights) == 6.0);
static_assert(W(j, i)(W = flat, j = 1, i = 1) == 4.0);
static_assert(sum(j, W(2_c - j, i))(W = weights, i = 1) == 12.0);

// ∂z[j]/∂v[i] = W[j,i]; ∂b[j]/∂b[k] = δ(j = k)
static_assert(lz::diff(z, v(i))(W = weights, j = 2, i = 0) == 5.0);
static_assert(lz::diff(b(j), b(k))(j = 1, k = 1) == 1.0);
static_assert(lz::diff(b(j), b(k))(j = 1, k = 2) == 0.0);

// --- a domain that is known only at run time: counted by an array, or given
// -----------------------
static_assert(squares(X = weights) == 91.0);
static_assert(squares(X = flat) == 91.0);
static_assert(squares(X = std::span(flat).first(4)) == 30.0);
static_assert(squares(X = flat, samples = 2) == 30.0);
static_assert(squares(X = flat.data(), samples = 1) == 5.0);
static_assert(squares(X = std::span<double const, 0>{}) == 0.0);
static_assert(sum(n,
                  Y(i, n))(Y = std::array<std::array<double, 4>, 2>{{{1, 2, 3, 4}, {5, 6, 7, 8}}},
                           i = 1) == 26.0);
static_assert(sum(n, Y(i, n))(Y = flat, samples = 3, i = 1) == 15.0);
static_assert(sum(n, 1_c)(samples = 5) == 5.0);

// --- a guarded subscript is not read where it is out of bounds
// -------------------------------------
namespace {

constexpr auto t = lz::index<"t">(lz::domain<"t", 4>);
constexpr auto s = lz::index<"s">(lz::domain<"s", 6>);
constexpr auto u = lz::index<"u">(lz::domain<"u", 3>);
constexpr auto signal = lz::tensor<"signal">(lz::domain<"s", 6>);
constexpr auto kernel = lz::tensor<"kernel">(lz::domain<"u", 3>);
constexpr auto response = sum(t, lz::pow(sum(u, kernel(u) * signal(t + u)), 2_c));
constexpr std::array<double, 6> samples_of_signal{1, -2, 3, 5, -1, 2};
constexpr std::array<double, 3> taps{2, 1, -1};

/// Σ_t 2·(Σ_u kernel[u]·signal[t+u])·kernel[s−t], written as a loop
constexpr double by_hand(int at) {
    double total = 0;
    for (int begin = 0; begin < 4; ++begin) {
        if (at - begin < 0 || at - begin >= 3)
            continue;
        double output = 0;
        for (int tap = 0; tap < 3; ++tap)
            output += taps[static_cast<std::size_t>(tap)] *
                      samples_of_signal[static_cast<std::size_t>(begin + tap)];
        total += 2 * output * taps[static_cast<std::size_t>(at - begin)];
    }
    return total;
}
constexpr bool agrees_everywhere() {
    for (int at = 0; at < 6; ++at)
        if (lz::diff(response, signal(s))(signal = samples_of_signal, kernel = taps, s = at) !=
            by_hand(at))
            return false;
    return true;
}

} // namespace

static_assert(agrees_everywhere());
