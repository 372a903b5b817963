#include "expect.hpp"
#include <leibniz/network/graph.hpp>
#include <leibniz/print/names.hpp>
#include <string>

namespace {

constexpr auto in = lz::domain<"in", 4>;
constexpr auto out = lz::domain<"out", 3>;
constexpr auto i = lz::index<"i">(in);
constexpr auto j = lz::index<"j">(in);
constexpr auto q = lz::index<"q">(out);
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto v = lz::tensor<"v">(in);
constexpr auto W = lz::tensor<"W">(out, in);
constexpr auto x = lz::tensor<"x">(lz::samples, in);
constexpr auto y = lz::tensor<"y">(lz::samples, out);

BOOST_AUTO_TEST_SUITE(print_names)

BOOST_AUTO_TEST_CASE(letters_follow_the_use) {
    expect(sum(n, x(n, i)), "Σ_n x[n,i]", "sum_n x[n,i]");
    expect(sum(i, W(q, i) * x(n, i)), "Σ_i W[q,i]·x[n,i]", "sum_i W[q,i]*x[n,i]");
    expect(sum(q, W(q, j) * y(n, q)), "Σ_k W[k,j]·y[n,k]", "sum_k W[k,j]*y[n,k]");
    expect(sum(n, q, pow(y(n, q), 2_c)), "Σ_n Σ_k y[n,k]²", "sum_n sum_k y[n,k]^2");
}

BOOST_AUTO_TEST_CASE(letters_avoid_names_in_sight) {
    expect(sum(j, v(j)) * v(i), "v[i]·Σ_j v[j]", "v[i]*sum_j v[j]");
    constexpr auto i_symbol = lz::symbol<"i">;
    expect(sum(j, v(j)) * i_symbol, "i·Σ_j v[j]", "i*sum_j v[j]");
    expect(sum(n, x(n, i)) * lz::symbol<"n">, "n·Σ_m x[m,i]", "n*sum_m x[m,i]");
}

BOOST_AUTO_TEST_CASE(each_sum_has_letters_of_its_own) {
    expect(sum(i, v(i)) + sum(i, pow(v(i), 2_c)) + sum(i, exp(v(i))),
           "Σ_i v[i] + Σ_j v[j]² + Σ_k exp(v[k])", "sum_i v[i] + sum_j v[j]^2 + sum_k exp(v[k])");
    expect(log(sum(i, exp(v(i)))) * sum(i, v(i)), "log(Σ_i exp(v[i]))·Σ_j v[j]",
           "log(sum_i exp(v[i]))*sum_j v[j]");
}

BOOST_AUTO_TEST_CASE(letters_are_used_again_when_all_are_given) {
    constexpr auto f = []<std::size_t... At>(std::index_sequence<At...>) {
        return (lz::expr::zero{} + ... +
                sum(i, pow(v(i), lz::expr::constant<lz::rational{At + 2}>{})));
    }(std::make_index_sequence<24>{});
    auto const text = lz::to_text(f);
    std::size_t sums = 0;
    for (std::size_t at = 0; at + 3 < text.size; ++at)
        if (text.view().substr(at, 3) == "Σ_") {
            ++sums;
            char const letter = text.view()[at + 3];
            std::string const used{'v', '[', letter, ']'};
            BOOST_TEST((letter >= 'a' && letter <= 'z'));
            BOOST_TEST((text.view().substr(at + 5, 4) == used));
        }
    BOOST_TEST(sums == 24u);
}

BOOST_AUTO_TEST_CASE(equal_names_are_qualified) {
    constexpr auto mine = lz::tensor<"t", "net">(in);
    constexpr auto other = lz::tensor<"t">(in);
    expect(mine(i), "t[i]", "t[i]");
    expect(mine(i) - other(i), "net.t[i] − t[i]", "net.t[i] - t[i]");
    constexpr auto other_i = lz::index<"i">(out);
    expect(W(other_i, i), "W[out.i,in.i]", "W[out.i,in.i]");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
