// A model that is no network: two exponential decays, y = a·exp(−b·time) + c·exp(−d·time). Its
// four weights are found from noisy measurements, by the gradient and the training that networks
// have.
#include <array>
#include <cmath>
#include <cstdio>
#include <leibniz/leibniz.hpp>
#include <leibniz/print.hpp>
#include <string>

namespace curve_fit {
namespace lz = leibniz;

// [model]
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto time = lz::tensor<"time">(lz::samples);
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto a = lz::symbol<"a">;
constexpr auto b = lz::symbol<"b">;
constexpr auto c = lz::symbol<"c">;
constexpr auto d = lz::symbol<"d">;

constexpr auto two_decays = a * lz::exp(-b * time(n)) + c * lz::exp(-d * time(n));
constexpr auto decay =
    lz::graph<"decay">(lz::inputs(time), lz::parameters(a, b, c, d), lz::define(y(n), two_decays));
// [/model]

constexpr std::size_t count = 200;
constexpr double true_weights[] = {2.0, 0.4, 1.5, 3.0}, noise = 0.01;

struct measurements {
    std::array<double, count> inputs{}, targets{};
};

/// From 0 to 8 seconds; the noise is the sum of twelve uniform numbers, close to normal.
measurements measure() {
    measurements made;
    lz::random_numbers random{1};
    for (std::size_t at = 0; at < count; ++at) {
        double const when = 8.0 * static_cast<double>(at) / (count - 1);
        double error = 0;
        for (int draw = 0; draw < 12; ++draw)
            error += random.uniform(-0.5, 0.5);
        made.inputs[at] = when;
        made.targets[at] = true_weights[0] * std::exp(-true_weights[1] * when) +
                           true_weights[2] * std::exp(-true_weights[3] * when) + noise * error;
    }
    return made;
}

void print_line(std::string_view line) { std::printf("    %s\n", std::string(line).c_str()); }

int run() {
    std::printf("The model and its gradient\n");
    lz::for_each_equation(decay, print_line);
    lz::for_each_derivative(lz::gradient(lz::sum_of_squared_errors(decay)), print_line);

    // [train]
    measurements const measured = measure();
    lz::model<double, decay> model{a = 1.0, b = 0.1, c = 1.0, d = 1.0};
    lz::training_report const report =
        lz::train(model, measured, lz::adam{.rate = 0.02f}, {.epochs = 4000, .batch = 50},
                  lz::cosine_decay{.least = 0.01});
    // [/train]
    if (!report)
        return 1;

    double const found[] = {model[a], model[b], model[c], model[d]};
    double worst = 0;
    std::printf("\nweight   true    found\n");
    for (std::size_t at = 0; at < 4; ++at) {
        std::printf("   %c    %.3f   %.3f\n", "abcd"[at], true_weights[at], found[at]);
        worst = std::max(worst, std::abs(found[at] / true_weights[at] - 1));
    }
    // E is half the squared error, so the noise is √(2E).
    std::printf("\nlargest relative error %.1f %%; noise %.4f, as put in %.4f\n", 100 * worst,
                std::sqrt(2 * report.loss), noise);
    return worst < 0.05 ? 0 : 1;
}
} // namespace curve_fit

int main() { return curve_fit::run(); }
