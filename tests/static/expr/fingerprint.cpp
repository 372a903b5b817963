#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

// Formulas of several forms are equal where their fingerprints are, and no others.

namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;

// --- a condition that holds for one value of a free index among many -----------------------------
constexpr auto entries = lz::domain<"entries", 100>;
constexpr auto p = lz::index<"p">(entries);
constexpr auto v = lz::tensor<"v">(entries);
constexpr auto by_fifth = lz::diff(v(5_c) * v(5_c) * x, v(p)); // 2·v[5]·x·[p = 5]
static_assert(!lz::is_zero(by_fifth));
static_assert(!lz::equivalent(by_fifth, lz::diff(v(6_c) * v(6_c) * x, v(p))));
static_assert(lz::equivalent(by_fifth * (x + 1_c), by_fifth* x + by_fifth));

constexpr auto net =
    lz::network<"net">(lz::input<8>, lz::dense<16>(lz::tanh), lz::dense<1>(lz::tanh));
constexpr auto j = lz::index<"j">(lz::domain<"1", 16>);
constexpr auto i = lz::index<"i">(lz::domain<"in", 8>);
constexpr auto by_weights =
    lz::diff(net.neuron<1, 3>().weighted_sum, net.weights<1>()(j, i)); // x[n,i]·[j = 3], …
static_assert(!lz::is_zero(by_weights));

// With a condition for each input, which Clang's limit of steps leaves room for.
constexpr auto larger = lz::network<"larger">(lz::input<40>, lz::dense<32>());
constexpr auto l = lz::index<"l">(lz::domain<"1", 32>);
constexpr auto o = lz::index<"o">(lz::domain<"in", 40>);
constexpr auto by_all = lz::diff(larger.neuron<1, 3>().weighted_sum, larger.weights<1>()(l, o));
static_assert(!lz::is_zero(by_all));
static_assert(lz::equivalent(by_all * (x + 1_c), by_all* x + by_all));

// Of four indices, each of which has one.
constexpr auto a = lz::index<"a">(lz::domain<"A", 20>);
constexpr auto b = lz::index<"b">(lz::domain<"B", 30>);
constexpr auto c = lz::index<"c">(lz::domain<"C", 40>);
constexpr auto d = lz::index<"d">(lz::domain<"D", 50>);
constexpr auto w = lz::tensor<"w">(lz::domain<"A", 20>, lz::domain<"B", 30>, lz::domain<"C", 40>,
                                   lz::domain<"D", 50>);
constexpr auto by_one = lz::diff(w(3_c, 4_c, 5_c, 6_c) * x, w(a, b, c, d));
static_assert(!lz::is_zero(by_one));
static_assert(!lz::equivalent(by_one, lz::diff(w(3_c, 4_c, 5_c, 7_c) * x, w(a, b, c, d))));
static_assert(lz::equivalent(by_one * (x + 1_c), by_one* x + by_one));
// So many that not all combinations are looked at: no proof then.
template <lz::fixed_string... Names>
constexpr auto of_many = lz::tensor<"many">(lz::domain<Names, 20>...);
constexpr auto many = of_many<"A", "B", "C", "D", "E", "F">;
template <lz::fixed_string Name, lz::fixed_string Domain>
constexpr auto over = lz::index<Name>(lz::domain<Domain, 20>);
constexpr auto by_six = lz::diff(many(1_c, 2_c, 3_c, 4_c, 5_c, 6_c) * x,
                                 many(over<"a", "A">, over<"b", "B">, over<"c", "C">,
                                      over<"d", "D">, over<"e", "E">, over<"f", "F">));
static_assert(!lz::is_zero(by_six) && !lz::equivalent(by_six * (x + 1_c), by_six* x));
// Without a condition formulas are the same everywhere.
static_assert(lz::equivalent((w(a, b, c, d) + x) * (w(a, b, c, d) - x),
                             w(a, b, c, d) * w(a, b, c, d) - x * x));

// --- a condition that holds for all values but the last, and for every second one ----------------
constexpr auto k = lz::index<"k">(lz::domain<"all but one", 99>);
constexpr auto turned = lz::diff(sum(k, v(98_c - k) * v(98_c - k)), v(p));
static_assert(!lz::equivalent(turned, 2_c * v(p)));
static_assert(lz::equivalent(turned * (x + 1_c), turned* x + turned));
constexpr auto h = lz::index<"h">(lz::domain<"half", 50>);
constexpr auto even = lz::diff(sum(h, x* v(2_c * h)), v(p));
constexpr auto odd = lz::diff(sum(h, x* v(2_c * h + 1_c)), v(p));
static_assert(!lz::equivalent(even, odd) && !lz::is_zero(even) && !lz::equivalent(even, x));
static_assert(lz::equivalent(even + odd, x));

// Conditions that leave out a single value together.
template <lz::fixed_string Name, int Extent, class Last> constexpr auto down_from(Last last) {
    constexpr auto at = lz::index<"at">(lz::domain<Name, Extent>);
    return lz::diff(sum(at, x * v(last - at)), v(p));
}
constexpr auto below_70 = down_from<"20", 20>(19_c) + down_from<"50", 50>(69_c);
static_assert(!lz::equivalent(below_70 + down_from<"29", 29>(99_c), x));
static_assert(lz::equivalent(below_70 + down_from<"30", 30>(99_c), x));

// --- one that joins two indices -----------------------------------------------------------------
constexpr auto q = lz::index<"q">(entries);
constexpr auto same_entry = lz::diff(v(q) * v(q), v(p)); // 2·v[p]·[p = q]
static_assert(!lz::is_zero(same_entry) && !lz::equivalent(same_entry, 2_c * v(p)));

// --- sums over samples, of which no number is known ----------------------------------------------
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto m = lz::index<"m">(lz::samples);
constexpr auto t = lz::tensor<"t">(lz::samples);
static_assert(!lz::equivalent(sum(n, x), 3_c * x));
static_assert(!lz::equivalent(sum(n, t(n) - 1_c), sum(n, t(n)) - 3_c));
static_assert(!lz::is_zero(sum(n, 1_c) - 3_c) && !lz::is_zero(sum(n, 1_c) - 5_c));
static_assert(!lz::equivalent(sum(n, sum(m, x)), 9_c * x));
static_assert(lz::equivalent(sum(n, t(n) - x), sum(n, t(n)) - sum(m, x)));
static_assert(lz::equivalent(sum(n, (t(n) + x) * (t(n) - x)), sum(n, t(n) * t(n) - x * x)));

} // namespace
