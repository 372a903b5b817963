// A cascade of two neurons and one step of gradient descent, held against a calculation by hand:
//
//     x --w1--> [z1, a1] --w2--> [z2, a2]        target t,  E = ½(a2 − t)²
#include <cmath>
#include <cstdio>
#include <leibniz/leibniz.hpp>
#include <leibniz/print.hpp>
#include <string>

namespace two_neurons {
namespace lz = leibniz;

// [model]
constexpr auto x = lz::symbol<"x">;
constexpr auto w1 = lz::symbol<"w1">;
constexpr auto z1 = lz::symbol<"z1">;
constexpr auto a1 = lz::symbol<"a1">;
constexpr auto w2 = lz::symbol<"w2">;
constexpr auto z2 = lz::symbol<"z2">;
constexpr auto a2 = lz::symbol<"a2">;

constexpr auto sum1 = w1 * x;
constexpr auto sum2 = w2 * a1;
constexpr auto cascade = lz::graph<"cascade">(
    lz::inputs(x), lz::parameters(w1, w2), lz::define(z1, sum1), lz::define(a1, lz::logistic(z1)),
    lz::define(z2, sum2), lz::define(a2, lz::logistic(z2)));
constexpr auto loss = lz::sum_of_squared_errors(cascade);
constexpr auto gradient = lz::gradient(loss);
constexpr auto t = loss.target;

constexpr auto delta2 = gradient[z2];
constexpr auto delta1 = gradient[z1];
// [/model]

// By hand, each line rounded to eight digits, for x = 2, w1 = 0.5, w2 = −1, t = 1 and η = 1:
//
//     z1 = 0.5·2 = 1                a1 = 1/(1 + e^−1) = 1/1.36787944 = 0.73105858
//     z2 = −1·a1 = −0.73105858      a2 = 1/(1 + e^0.73105858) = 1/3.07727841 = 0.32496247
//     a1·(1 − a1) = 0.19661193      a2·(1 − a2) = 0.21936186
//
// Here: δ = ∂E/∂z, with a − t, and a step subtracts.
//     δ2 = (0.32496247 − 1)·0.21936186 = −0.14807749
//     δ1 = δ2·w2·0.19661193 = 0.14807749·0.19661193 = 0.02911380
//     ∂E/∂w2 = δ2·a1 = −0.14807749·0.73105858 = −0.10825332
//     ∂E/∂w1 = δ1·x = 0.02911380·2 = 0.05822760
//     w2 ← −1 − (−0.10825332) = −0.89174668
//     w1 ← 0.5 − 0.05822760 = 0.44177240
//
// Elsewhere: δ = −∂E/∂z, with t − a, and a step adds.
//     δ2 = (1 − 0.32496247)·0.21936186 = 0.14807749
//     δ1 = δ2·w2·0.19661193 = −0.14807749·0.19661193 = −0.02911380
//     w2 ← −1 + δ2·a1 = −1 + 0.10825332 = −0.89174668
//     w1 ← 0.5 + δ1·x = 0.5 − 0.05822760 = 0.44177240
namespace by_hand {
constexpr double a1 = 0.73105858, a2 = 0.32496247;
constexpr double delta2 = -0.14807749, delta1 = 0.02911380;
constexpr double slope2 = -0.10825332, slope1 = 0.05822760;
constexpr double new_w2 = -0.89174668, new_w1 = 0.44177240;
} // namespace by_hand

template <class Formula> void print(char const* name, Formula formula) {
    std::printf("    %s = %s\n", name, std::string(lz::to_text(formula).view()).c_str());
}

int differences = 0;

void compare(char const* name, double value, double hand) {
    bool const same = std::abs(value - hand) < 2e-8; // the roundings on the way
    differences += !same;
    std::printf("    %-8s %11.8f   by hand %11.8f%s\n", name, value, hand,
                same ? "" : "   differs");
}

int run() {
    std::printf("The model\n");
    lz::for_each_equation(
        loss, [](std::string_view line) { std::printf("    %s\n", std::string(line).c_str()); });
    std::printf("The chain rule, in full\n");
    print("δ2 = ∂E/∂z2", delta2);
    print("δ1 = ∂E/∂z1", delta1);
    print("∂E/∂w2", gradient[w2]);
    print("∂E/∂w1", gradient[w1]);

    // [step]
    constexpr double u1 = 0.5, u2 = -1.0, rate = 1.0;
    constexpr double v1 = lz::logistic(sum1)(w1 = u1, x = 2.0);
    constexpr double v2 = lz::logistic(sum2)(w2 = u2, a1 = v1);
    constexpr double slope2 = gradient[w2](a1 = v1, a2 = v2, t = 1.0);
    constexpr double slope1 = gradient[w1](x = 2.0, a1 = v1, w2 = u2, a2 = v2, t = 1.0);
    constexpr double new_w2 = u2 - rate * slope2;
    constexpr double new_w1 = u1 - rate * slope1;
    // [/step]
    constexpr double d2 = delta2(a2 = v2, t = 1.0);
    constexpr double d1 = delta1(a1 = v1, w2 = u2, a2 = v2, t = 1.0);

    std::printf("One step from x = 2, w1 = 0.5, w2 = −1, t = 1 with η = 1:\n");
    compare("a1", v1, by_hand::a1);
    compare("a2", v2, by_hand::a2);
    compare("delta2", d2, by_hand::delta2);
    compare("delta1", d1, by_hand::delta1);
    compare("dE/dw2", slope2, by_hand::slope2);
    compare("dE/dw1", slope1, by_hand::slope1);
    compare("new w2", new_w2, by_hand::new_w2);
    compare("new w1", new_w1, by_hand::new_w1);

    // The other convention has both signs turned round, which cancels.
    constexpr double other2 = (1.0 - v2) * v2 * (1.0 - v2);
    constexpr double other1 = other2 * u2 * v1 * (1.0 - v1);
    constexpr double same_w2 = u2 + rate * other2 * v1;
    constexpr double same_w1 = u1 + rate * other1 * 2.0;
    std::printf("Two conventions of sign, one result\n");
    std::printf("                          delta2       delta1       new w2       new w1\n");
    std::printf("    a - t, subtract  %11.8f  %11.8f  %11.8f  %11.8f\n", d2, d1, new_w2, new_w1);
    std::printf("    t - a, add       %11.8f  %11.8f  %11.8f  %11.8f\n", other2, other1, same_w2,
                same_w1);
    differences += std::abs(same_w2 - new_w2) > 1e-15 || std::abs(same_w1 - new_w1) > 1e-15;
    return differences == 0 ? 0 : 1;
}
} // namespace two_neurons

int main() { return two_neurons::run(); }
