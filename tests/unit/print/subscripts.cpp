#include "expect.hpp"
#include <leibniz/calculus/diff.hpp>
#include <leibniz/network/graph.hpp>
#include <leibniz/print/subscripts.hpp>

namespace {

constexpr auto line = lz::domain<"line", 16>;
constexpr auto kernel = lz::domain<"kernel", 5>;
constexpr auto short_line = lz::domain<"short line", 6>;
constexpr auto s = lz::index<"s">(line);
constexpr auto q = lz::index<"q">(line);
constexpr auto u = lz::index<"u">(kernel);
constexpr auto y = lz::index<"y">(short_line);
constexpr auto v = lz::tensor<"v">(line);

BOOST_AUTO_TEST_SUITE(print_subscripts)

BOOST_AUTO_TEST_CASE(affine_forms) {
    expect(v(3_c), "v[3]", "v[3]");
    expect(v(s), "v[s]", "v[s]");
    expect(v(u + 1_c), "v[u+1]", "v[u+1]");
    expect(v(2_c * y + u), "v[u+2·y]", "v[u+2*y]");
    expect(v(u - y + 5_c), "v[u−y+5]", "v[u-y+5]");
    expect(v(10_c - y - u), "v[10−u−y]", "v[10-u-y]");
    expect(v(15_c - s), "v[15−s]", "v[15-s]");
}

BOOST_AUTO_TEST_CASE(kronecker_deltas) {
    expect(lz::diff(v(s), v(q)), "[q = s]", "[q = s]");
    expect(lz::diff(v(2_c * y + 1_c), v(q)), "[q = 2·y+1]", "[q = 2*y+1]");
    expect(lz::diff(v(15_c - s), v(q)), "[q+s = 15]", "[q+s = 15]");
    expect(lz::diff(v(s), v(0_c)), "[s = 0]", "[s = 0]");
}

BOOST_AUTO_TEST_CASE(guards) {
    using shifted = decltype(s - u);
    expect(lz::expr::make_guard<shifted, 12>{}, "[0 ≤ s−u < 12]", "[0 <= s-u < 12]");
    constexpr auto n = lz::index<"n">(lz::samples);
    using next = decltype(n + 1_c);
    expect(lz::expr::make_guard<next, decltype(n)::range>{}, "[0 ≤ n+1 < N]", "[0 <= n+1 < N]");
}

BOOST_AUTO_TEST_CASE(a_range_that_nothing_else_tells_is_written) {
    expect(sum(u, v(u + 1_c)), "Σ_{i<5} v[i+1]", "sum_{i<5} v[i+1]");
    expect(sum(s, v(s)), "Σ_i v[i]", "sum_i v[i]");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
