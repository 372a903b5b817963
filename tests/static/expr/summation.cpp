#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/symbols.hpp>

/// The canonical form of Σ.
namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto three = lz::domain<"three", 3>;
constexpr auto four = lz::domain<"four", 4>;
constexpr auto samples = lz::domain<"samples", lz::at_run_time>;
constexpr auto other_samples = lz::domain<"other samples", lz::at_run_time>;
constexpr auto i = lz::index<"i">(three);
constexpr auto j = lz::index<"j">(three);
constexpr auto k = lz::index<"k">(three);
constexpr auto l = lz::index<"l">(four);
constexpr auto n = lz::index<"n">(samples);
constexpr auto m = lz::index<"m">(samples);
constexpr auto o = lz::index<"o">(other_samples);

constexpr auto a = lz::tensor<"a">(three);
constexpr auto b = lz::tensor<"b">(three);
constexpr auto c = lz::tensor<"c">(four);
constexpr auto A = lz::tensor<"A">(three, three);
constexpr auto B = lz::tensor<"B">(three, four);
constexpr auto T = lz::tensor<"T">(three, three, three);
constexpr auto X = lz::tensor<"X">(samples, three);
constexpr auto s = lz::tensor<"s">(samples);
constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;

} // namespace

// --- the names of bound indices do not matter ---------------------------------------------------
static_assert(sum(i, a(i)) == sum(j, a(j)));
static_assert(sum(i, j, A(i, j)) == sum(j, i, A(j, i)));
static_assert(sum(i, j, A(i, j)) == sum(i, j, A(j, i)));
static_assert(sum(i, A(i, j)) == sum(k, A(k, j)));
static_assert(sum(i, A(i, j)) != sum(i, A(j, i)));
static_assert(sum(i, A(i, j)) != sum(i, A(i, k)));
static_assert(sum(i, A(i, i)) != sum(i, j, A(i, j)));
static_assert(sum(n, s(n)) == sum(m, s(m)));
static_assert(sum(i, j, k, T(i, j, k) * A(i, j) * a(k)) ==
              sum(k, i, j, T(j, k, i) * A(j, k) * a(i)));
static_assert(sum(i, j, k, T(i, j, k) * A(i, j) * a(k)) !=
              sum(i, j, k, T(i, j, k) * A(j, i) * a(k)));
static_assert(sum(i, j, A(i, j) * A(j, i)) == sum(j, i, A(i, j) * A(j, i)));
static_assert(sum(i, j, A(i, j) * A(j, i)) != sum(i, j, A(i, j) * A(i, j)));
static_assert(sum(i, tanh(sum(j, A(i, j) * a(j)))) == sum(k, tanh(sum(i, A(k, i) * a(i)))));

// --- Σ in Σ is one Σ
// ------------------------------------------------------------------------------
static_assert(sum(i, sum(j, A(i, j))) == sum(i, j, A(i, j)));
static_assert(sum(i, a(i) * sum(j, A(i, j) * b(j))) == sum(i, j, a(i) * A(i, j) * b(j)));
static_assert(sum(n, sum(i, X(n, i) * a(i)) * s(n)) == sum(i, a(i) * sum(n, X(n, i) * s(n))));
static_assert(sum(i, lz::pow(sum(j, A(i, j) * a(j)), 2_c)) ==
              sum(i, j, k, A(i, j) * a(j) * A(i, k) * a(k)));
static_assert(sum(i, lz::pow(sum(j, A(i, j)), 3_c)) ==
              sum(i, sum(j, A(i, j)) * sum(k, A(i, k)) * sum(j, A(i, j))));

// --- split over +, free factors pulled out
// ---------------------------------------------------------
static_assert(sum(i, a(i) + b(i)) == sum(i, a(i)) + sum(j, b(j)));
static_assert(sum(i, a(i) - a(i)) == 0_c);
static_assert(sum(i, 2_c * a(i) - b(i) / 3_c) == 2_c * sum(i, a(i)) - sum(i, b(i)) / 3_c);
static_assert(sum(i, x* a(i)) == x * sum(i, a(i)));
static_assert(sum(i, x* a(i) / y) == x / y * sum(i, a(i)));
static_assert(sum(i, -a(i)) == -sum(i, a(i)));
static_assert(sum(i, sin(x) * a(i) * b(j)) == b(j) * sin(x) * sum(i, a(i)));
static_assert(sum(i, (x + y) * a(i)) == (x + y) * sum(i, a(i)));
static_assert(sum(i, (2_c * x + 2_c * y) * a(i)) == 2_c * (x + y) * sum(i, a(i)));
static_assert(sum(i, (x + a(i)) * b(i)) != x * sum(i, b(i)) + sum(i, a(i) * b(i)));
static_assert(sum(i, a(i)) - sum(j, a(j)) == 0_c);
static_assert(sum(i, a(i)) + sum(j, a(j)) == 2_c * sum(k, a(k)));
static_assert(sum(i, lz::pow(a(i) - b(i), 2_c)) == sum(j, lz::pow(b(j) - a(j), 2_c)));

// --- independent components
// -----------------------------------------------------------------------
static_assert(sum(i, j, a(i) * b(j)) == sum(i, a(i)) * sum(j, b(j)));
static_assert(sum(i, j, a(i) * a(j)) == lz::pow(sum(i, a(i)), 2_c));
static_assert(sum(i, l, a(i) * c(l) * x) == x * sum(l, c(l)) * sum(i, a(i)));
static_assert(sum(i, j, k, A(i, j) * a(k)) == sum(k, a(k)) * sum(i, j, A(i, j)));
static_assert(sum(i, l, a(i) * B(i, l)) != sum(i, a(i)) * sum(i, l, B(i, l)));
static_assert(sum(i, a(i)) * sum(j, a(j)) == lz::pow(sum(i, a(i)), 2_c));
static_assert(sum(i, a(i)) / sum(j, a(j)) == 1_c);

// --- Σ of what does not depend on the index
// ---------------------------------------------------------
static_assert(sum(i, 1_c) == 3_c);
static_assert(sum(i, x) == 3_c * x);
static_assert(sum(i, l, x) == 12_c * x);
static_assert(sum(i, 0_c) == 0_c);
static_assert(sum(i, j, a(i)) == 3_c * sum(i, a(i)));
static_assert(sum(l, a(i)) == 4_c * a(i));
static_assert(sum(n, i, X(n, i) + 2_c) == sum(n, i, X(n, i)) + 6_c * sum(n, 1_c));

// --- domains known only at run time
// ----------------------------------------------------------------
static_assert(sum(n, x) == x * sum(n, 1_c));
static_assert(sum(n, 1_c) == sum(m, 1_c));
static_assert(sum(n, 1_c) != sum(o, 1_c));
static_assert(sum(n, 1_c) != 1_c && sum(n, 1_c) != sum(i, 1_c));
static_assert(sum(n, i, X(n, i)) == sum(i, n, X(n, i)));
static_assert(sum(n, m, s(n) * s(m)) == lz::pow(sum(n, s(n)), 2_c));

// --- reflections: i and 2 − i run over the same values
// ---------------------------------------------
static_assert(sum(i, a(2_c - i)) == sum(i, a(i)));
static_assert(sum(i, a(2_c - i) * b(i)) == sum(j, a(j) * b(2_c - j)));
static_assert(sum(i, j, A(i, 2_c - j)) == sum(i, j, A(i, j)));
static_assert(sum(i, A(i, 2_c - i)) == sum(j, A(2_c - j, j)));
static_assert(sum(i, A(i, 2_c - i)) != sum(i, A(i, i)));
static_assert(sum(i, A(2_c - i, 2_c - i)) == sum(i, A(i, i)));
static_assert(sum(i, j, A(2_c - i, j) * a(i) * b(2_c - j)) ==
              sum(i, j, A(j, 2_c - i) * a(2_c - j) * b(i)));

// --- capture: a free index keeps its meaning
// --------------------------------------------------------
static_assert(sum(i, A(i, j) * sum(k, A(k, i))) != sum(i, A(i, j) * sum(k, A(k, j))));
static_assert(sum(i, a(i) * sum(i, b(i))) == sum(i, a(i)) * sum(j, b(j)));
