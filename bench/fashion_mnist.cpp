#include "peers/fashion_mnist_torch.hpp"
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <leibniz/io/idx_data.hpp>
#include <leibniz/leibniz.hpp>

// The training of examples/fashion_mnist.cpp here and in libtorch: same pictures, same weights to
// begin with, same batches in the same order, same loss, same optimiser; epoch by epoch in turn.
// Pixels are bytes, which are made numbers batch by batch; libtorch, which then is faster, also
// gets them as numbers from the start.
namespace {

namespace lz = leibniz;
using clock_type = std::chrono::steady_clock;

constexpr auto net =
    lz::network<"fashion">(lz::input<784>, lz::dense<128>(lz::relu), lz::dense<10>(lz::logistic));
constexpr int batch = 128;
constexpr float rate = 0.002f;
constexpr double wanted = 0.87;

/// Seconds in training so far, and the first of them after which the test went well enough.
struct record {
    double seconds = 0, last_epoch = 0, accuracy = 0, seconds_to_wanted = 0;
    int epochs_to_wanted = 0;

    void add(clock_type::time_point since, clock_type::time_point until) {
        last_epoch = std::chrono::duration<double>(until - since).count();
        seconds += last_epoch;
    }
    void test(double share, int epoch) {
        accuracy = share;
        if (epochs_to_wanted == 0 && share >= wanted) {
            seconds_to_wanted = seconds;
            epochs_to_wanted = epoch;
        }
    }
};

/// The order in which train reads the samples.
std::vector<std::int64_t> order_of(int epoch, std::size_t samples, std::uint64_t seed) {
    lz::random_numbers random{seed ^ static_cast<std::uint64_t>(epoch) << 32};
    lz::shuffled_order const shuffled{samples, random.next()};
    std::vector<std::int64_t> order;
    for (std::size_t at = 0; at < samples; ++at)
        order.push_back(static_cast<std::int64_t>(shuffled(at)));
    return order;
}

std::vector<float> numbers_of(std::vector<std::uint8_t> const& pixels) {
    std::vector<float> numbers;
    for (std::uint8_t const pixel : pixels)
        numbers.push_back(static_cast<float>(pixel) / 255);
    return numbers;
}
std::vector<float> numbers_of(auto const& view) {
    std::vector<float> all;
    view.for_each([&](float number) { all.push_back(number); });
    return all;
}

/// libtorch with the model's weights to begin with.
struct peer {
    char const* name;
    std::unique_ptr<bench::other_training> with;
    record times{};

    void set(auto const& model) {
        with->set(1, numbers_of(model[net.weights<1>()]), numbers_of(model[net.biases<1>()]));
        with->set(2, numbers_of(model[net.weights<2>()]), numbers_of(model[net.biases<2>()]));
    }
};

void compare(peer const& other, record const& ours, int epochs) {
    auto const& theirs = other.times;
    if (ours.epochs_to_wanted > 0 && theirs.epochs_to_wanted > 0)
        std::printf("to %.0f %%: leibniz %.2f s (%d epochs), %s %.2f s (%d epochs): %.2f times\n",
                    100 * wanted, ours.seconds_to_wanted, ours.epochs_to_wanted, other.name,
                    theirs.seconds_to_wanted, theirs.epochs_to_wanted,
                    theirs.seconds_to_wanted / ours.seconds_to_wanted);
    std::printf("%d epochs: leibniz %.2f s, %s %.2f s: %.2f times\n", epochs, ours.seconds,
                other.name, theirs.seconds, theirs.seconds / ours.seconds);
}

bool run(char const* folder, std::uint64_t seed, int epochs) {
    auto const [training, test] = lz::io::read_mnist<float, std::uint8_t>(folder);
    auto const pixels = numbers_of(training.inputs), test_pixels = numbers_of(test.inputs);
    static lz::model<float, net> model{};
    model = lz::model<float, net>{lz::he{.seed = seed}};
    peer others[]{
        {"libtorch", bench::torch_training(pixels, training.targets, rate, true)},
        {"libtorch of numbers", bench::torch_training(pixels, training.targets, rate, false)}};
    for (peer& other : others)
        other.set(model);

    record ours;
    std::printf("seed %d   leibniz: s   right    libtorch: s   right  of numbers: s   right\n",
                static_cast<int>(seed));
    auto since = clock_type::now();
    auto const in_turn = [&](lz::epoch_report const& report) {
        ours.add(since, clock_type::now());
        ours.test(lz::accuracy(model, test), report.epoch);
        std::printf("epoch %2d %11.3f %7.2f", report.epoch, ours.last_epoch, 100 * ours.accuracy);
        auto const order = order_of(report.epoch - 1, training.samples, seed);
        for (auto& [name, with, times] : others) {
            auto const start = clock_type::now();
            with->epoch(order, batch);
            times.add(start, clock_type::now());
            times.test(with->accuracy(test_pixels, test.targets), report.epoch);
            std::printf(" %14.3f %7.2f", times.last_epoch, 100 * times.accuracy);
        }
        std::printf("\n");
        std::fflush(stdout);
        since = clock_type::now();
        return true;
    };
    bool all =
        bool(lz::train(model, training, lz::adam{.rate = rate},
                       {.epochs = epochs, .batch = batch, .seed = seed}, lz::observer{in_turn})) &&
        ours.epochs_to_wanted > 0;
    for (peer const& other : others) {
        compare(other, ours, epochs);
        all = all && other.times.epochs_to_wanted > 0;
    }
    std::printf("\n");
    return all;
}

} // namespace

int main(int count, char** arguments) {
    char const* const folder = count > 1 ? arguments[1] : "/usr/share/datasets/fashion-mnist";
    int const epochs = count > 2 ? std::atoi(arguments[2]) : 10;
    try {
        bool all = true;
        for (std::uint64_t seed = 1; seed <= 3; ++seed)
            all = run(folder, seed, epochs) && all;
        return all ? 0 : 1;
    } catch (lz::io::data_error const& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
