// Fashion-MNIST: 70,000 pictures of clothes, 28 × 28, ten kinds; a network of 784-128-10 neurons.
// Trains on 60,000 of them in one thread and tests on the other 10,000. With --hold-out it trains
// on 50,000 and tests on the last 10,000 of the 60,000: that is how its settings were chosen.
#include <boost/program_options.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <leibniz/io/idx_data.hpp>
#include <leibniz/leibniz.hpp>
#include <string>

namespace fashion {
namespace lz = leibniz;

// [network]
constexpr auto net =
    lz::network<"fashion">(lz::input<784>, lz::dense<128>(lz::relu), lz::dense<10>(lz::logistic));
// [/network]

struct settings {
    std::string folder;
    lz::training_options training;
    float rate = 0;
    std::uint64_t seed = 0;
    double at_least = 0;
    bool hold_out = false;
};

/// One line an epoch: how far it is, how long it took, and how good the network is by then.
class progress {
public:
    /// Seconds in training, without the time from a call of this to its end.
    double seconds() const { return seconds_; }

    bool operator()(lz::epoch_report const& epoch, auto const& accuracy_now) {
        std::chrono::duration<double> const elapsed = clock::now() - start_;
        seconds_ += elapsed.count();
        constexpr int width = 24;
        auto const done = static_cast<std::size_t>(width * epoch.epoch / epoch.epochs);
        std::string const bar = std::string(done, '#') + std::string(width - done, '.');
        std::printf("[%s] epoch %2d of %d  %6.3f s  loss %.4f  right %.2f %%\n", bar.c_str(),
                    epoch.epoch, epoch.epochs, elapsed.count(), epoch.loss, 100 * accuracy_now());
        std::fflush(stdout);
        start_ = clock::now();
        return true;
    }

private:
    using clock = std::chrono::steady_clock;
    clock::time_point start_ = clock::now();
    double seconds_ = 0;
};

/// Cuts the samples from `first` on off a data set, and returns them.
template <class Data> Data cut_off(Data& all, std::size_t first) {
    auto const cut = []<class Values>(Values& values, std::size_t at) {
        Values rest(values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
        values.resize(at);
        return rest;
    };
    auto rest = all;
    rest.inputs = cut(all.inputs, first * all.features);
    rest.targets = cut(all.targets, first * all.classes);
    rest.samples = all.samples - first;
    all.samples = first;
    return rest;
}

int run(settings const& wanted) {
    // [read]
    // The pixels stay bytes until they are looked at: 55 MB in place of 220.
    auto [training, test] = lz::io::read_mnist<float, std::uint8_t>(wanted.folder);
    // [/read]
    if (wanted.hold_out)
        test = cut_off(training, 50000);
    std::printf("%zu pictures to train on, %zu to test with\n", training.samples, test.samples);

    // [train]
    static lz::model<float, net> model{lz::he{.seed = wanted.seed}};
    auto const right = [&] { return lz::accuracy(model, test); };
    progress watch;
    auto const report =
        lz::train(model, training, lz::adam{.rate = wanted.rate}, wanted.training,
                  lz::observer{[&](auto const& epoch) { return watch(epoch, right); }});
    // [/train]
    if (!report) {
        std::cerr << lz::to_string(report.reason) << '\n';
        return 1;
    }
    double const percent = 100 * right();
    std::printf("%.2f %% right in test, after %.2f s of training\n", percent, watch.seconds());
    return percent >= wanted.at_least ? 0 : 1;
}
} // namespace fashion

int main(int count, char** arguments) {
    namespace options = boost::program_options;
    fashion::settings wanted;
    options::options_description known("usage: fashion_mnist [options]");
    auto add = known.add_options();
    add("help", "this text");
    add("data", options::value(&wanted.folder)->default_value("/usr/share/datasets/fashion-mnist"),
        "the folder with the four files");
    add("epochs", options::value(&wanted.training.epochs)->default_value(10), "");
    add("batch", options::value(&wanted.training.batch)->default_value(128), "samples per step");
    add("rate", options::value(&wanted.rate)->default_value(0.002f), "of Adam");
    add("seed", options::value(&wanted.seed)->default_value(1), "of weights and order");
    add("at-least", options::value(&wanted.at_least)->default_value(87),
        "fail with fewer percent right in test");
    add("hold-out", options::bool_switch(&wanted.hold_out), "leave the test pictures alone");
    try {
        options::variables_map given;
        options::store(options::parse_command_line(count, arguments, known), given);
        options::notify(given);
        if (given.contains("help")) {
            std::cout << known;
            return 0;
        }
        wanted.training.seed = wanted.seed;
        return fashion::run(wanted);
    } catch (options::error const& error) {
        std::cerr << error.what() << '\n' << known;
    } catch (leibniz::io::data_error const& error) {
        std::cerr << error.what() << '\n';
    }
    return 2;
}
