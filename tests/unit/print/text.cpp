#include "expect.hpp"
#include <algorithm>
#include <leibniz/calculus/gradient.hpp>
#include <leibniz/network/layers.hpp>
#include <leibniz/network/loss.hpp>
#include <string>
#include <vector>

namespace {

constexpr auto a = lz::symbol<"a">;
constexpr auto b = lz::symbol<"b">;
constexpr auto c = lz::symbol<"c">;
constexpr auto in = lz::domain<"in", 4>;
constexpr auto out = lz::domain<"out", 4>;
constexpr auto i = lz::index<"i">(in);
constexpr auto p = lz::index<"p">(in);
constexpr auto j = lz::index<"j">(out);
constexpr auto v = lz::tensor<"v">(in);
constexpr auto w = lz::tensor<"w">(in);
constexpr auto W = lz::tensor<"W">(out, in);

template <class... Formulas> void expect_all_different(Formulas... formulas) {
    for (auto const& signs : {lz::unicode, lz::ascii}) {
        std::vector<std::string> texts{std::string(lz::to_text(formulas, signs).view())...};
        std::sort(texts.begin(), texts.end());
        auto const twice = std::adjacent_find(texts.begin(), texts.end());
        BOOST_TEST((twice == texts.end()), "printed twice: " << *twice);
    }
}

BOOST_AUTO_TEST_SUITE(print_text)

BOOST_AUTO_TEST_CASE(different_formulas_print_differently) {
    expect_all_different(
        a + b * c, (a + b) * c, a * b + c, a / (b * c), a / b * c, a / b + c, a / (b + c),
        (a + b) / c, pow(a / b, 2_c), pow(a, 2_c) / b, a / pow(b, 2_c), -(a + b), -a + b, a - b,
        -a * b, sqrt(a), sqrt(a * b), sqrt(a + b), sqrt(a) + b, sqrt(pow(a, 2_c)), a,
        pow(a, 2_c) * b, pow(a * b, 2_c), pow(a + b, 2_c), pow(a, 12_c), pow(a, 1_c / 2_c) * 2_c,
        exp(a), exp(a) * b, exp(a * b), exp(a + b), exp(a) + b, log(exp(a)), exp(log(a)), a / 2_c,
        2_c / a, 1_c / (2_c * a), 1_c / a, a * 2_c, 3_c / 2_c * a, 2_c / 3_c * a);
}

BOOST_AUTO_TEST_CASE(different_sums_print_differently) {
    expect_all_different(
        sum(i, v(i)) * a + b, sum(i, v(i)) + a * b, sum(i, v(i) * w(i)),
        sum(i, v(i)) * sum(i, w(i)), sum(i, v(i) / w(i)), sum(i, v(i)) / sum(i, w(i)),
        sum(i, v(i) * w(i)) / a, sum(i, pow(v(i), 2_c)), pow(sum(i, v(i)), 2_c),
        sum(i, v(i)) * v(p), sum(i, v(i) * v(p) + a), log(sum(i, v(i))), sum(i, log(v(i))),
        log(sum(i, v(i))) * a, log(sum(i, v(i)) + a), log(sum(i, v(i))) + a, sum(i, j, W(j, i)),
        sum(i, W(j, i)), sum(j, W(j, i)), W(j, i), W(j, p), lz::diff(v(i), v(p)), v(i), v(p),
        v(0_c), v(1_c), sum(i, exp(v(i) - a)), sum(i, exp(v(i)) - a), select(a <= b, a, b),
        select(a < b, a, b), select(a <= b, b, a), select(a <= b, a, b) * a,
        select(a <= b, a * a, b * a));
}

/// The room for a text is an upper bound, also for the longest signs and the names it qualifies.
BOOST_AUTO_TEST_CASE(no_text_is_cut_short) {
    constexpr auto long_name = lz::symbol<"a rather long name", "and a network">;
    constexpr auto same_name = lz::symbol<"a rather long name", "another network">;
    using derivative =
        lz::expr::element<lz::expr::adjoint<lz::expr::adjoint<
                              std::remove_const_t<decltype(lz::tensor<"v", "net">(in))>::type>>,
                          std::remove_const_t<decltype(i)>>;
    auto const check = [](auto formula) {
        using tree = std::remove_const_t<decltype(formula)>;
        for (auto const& signs : {lz::unicode, lz::ascii}) {
            auto loud = signs;
            loud.loss = "a name of twenty letters";
            auto const text = lz::to_text(formula, loud);
            BOOST_TEST(text.size <= lz::print::tree<tree>.longest);
            BOOST_TEST(text.size > 0u);
        }
    };
    constexpr auto n = lz::index<"n">(lz::samples);
    constexpr auto far = lz::tensor<"a name with many letters">(lz::samples);
    constexpr auto slope = lz::total_derivative(lz::tensor<"u">(lz::samples)(n), far(n));
    check(lz::total_derivative(lz::total_derivative(slope, far(n)), far(n)));
    check(long_name / same_name);
    check(-1_c / pow(long_name, 123456789_c));
    check(pow(long_name, -1234567_c / 7654321_c));
    check(1234567_c / 7654321_c - long_name / same_name);
    check(derivative{} / pow(derivative{} - v(i) / a, 2_c));
    check(sum(i, j, W(j, i)) / sum(i, sqrt(v(3_c - i)) / exp(-1_c / v(i))));
    check(select(a <= b, select(b < c, 1_c / a, 2_c), -3_c / b));
    check(lz::diff(v(i), v(p)) * lz::diff(v(3_c - i), v(p)));
    check(0_c - 9223372036854775807_c);
    check(-a);
    check(a);
}

BOOST_AUTO_TEST_CASE(deep_formulas) {
    constexpr auto net = lz::network<"deep">(lz::input<3>, lz::dense<3>(lz::gelu),
                                             lz::dense<3>(lz::softplus), lz::dense<2>(lz::elu));
    constexpr auto grad = lz::gradient(lz::sum_of_squared_errors(net));
    auto const text = lz::to_text(grad[net.weighted_sum<1>()]);
    BOOST_TEST(text.size <= sizeof text.letters);
    BOOST_TEST(std::count(text.letters, text.letters + text.size, '(') ==
               std::count(text.letters, text.letters + text.size, ')'));
    BOOST_TEST(text.view().find('_') == text.view().find("_k")); // every index has its letter
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
