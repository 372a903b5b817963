// Fisher's Iris: 150 flowers, three species, a network of 4-16-3 neurons. Prints the network as
// equations and what was derived from them, trains, and tests on flowers it has not seen.
//
// usage: iris [file for the report]
#include <algorithm>
#include <array>
#include <boost/timer/progress_display.hpp>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <leibniz/io/csv.hpp>
#include <leibniz/io/standardise.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/print.hpp>
#include <sstream>

namespace iris {
namespace lz = leibniz;

// [network]
constexpr auto net =
    lz::network<"iris">(lz::input<4>, lz::dense<16>(lz::tanh), lz::dense<3>(lz::logistic));
constexpr auto loss = lz::sum_of_squared_errors(net);
constexpr auto gradient = lz::gradient(loss);
// [/network]

using model = lz::model<float, net>;
constexpr std::size_t features = 4, species = 3;
constexpr std::uint64_t training_flowers = 35; // of the 50 of each species
constexpr int epochs = 200;
constexpr std::uint64_t seeds = 10;

/// What is said goes to the screen and into a file.
class report {
public:
    explicit report(std::string const& name) : file_(name) {}
    template <class... Parts> void line(Parts const&... parts) {
        std::ostringstream text;
        text << std::fixed << std::setprecision(1);
        (text << ... << parts);
        std::cout << text.str() << '\n';
        file_ << text.str() << '\n';
    }
    bool written() { return static_cast<bool>(file_.flush()); }

private:
    std::ofstream file_;
};

struct flowers {
    std::vector<float> inputs, targets;
};
struct split {
    flowers training, test;
};

/// 35 random flowers of each species to train on, the other 15 to test with; standardised by the
/// mean and deviation of the training flowers alone.
split split_by_species(lz::io::labelled_data<float> const& all, std::uint64_t seed) {
    split result;
    lz::random_numbers random{seed};
    for (std::size_t which = 0; which < species; ++which) {
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < all.samples; ++row)
            if (all.targets[row * species + which] == 1)
                rows.push_back(row);
        lz::shuffled_order const order{rows.size(), random.next()};
        for (std::uint64_t at = 0; at < rows.size(); ++at) {
            flowers& part = at < training_flowers ? result.training : result.test;
            float const* const input = &all.inputs[rows[order(at)] * features];
            float const* const target = &all.targets[rows[order(at)] * species];
            part.inputs.insert(part.inputs.end(), input, input + features);
            part.targets.insert(part.targets.end(), target, target + species);
        }
    }
    lz::io::standardisation<float> const scale(result.training.inputs, features);
    scale.apply(result.training.inputs);
    scale.apply(result.test.inputs);
    return result;
}

struct result {
    std::array<std::array<int, species>, species> count{}; ///< [true species][answer]
    double percent = 0;                                    ///< right answers
};

result test(model const& trained, flowers const& set) {
    std::vector<float> outputs(set.targets.size());
    trained(set.inputs, outputs);
    auto const largest = [](float const* first) {
        return static_cast<std::size_t>(std::max_element(first, first + species) - first);
    };
    result found;
    for (std::size_t at = 0; at < outputs.size(); at += species) {
        std::size_t const truth = largest(&set.targets[at]), answer = largest(&outputs[at]);
        ++found.count[truth][answer];
        found.percent += truth == answer ? 1 : 0;
    }
    found.percent *= 100.0 * species / static_cast<double>(outputs.size());
    return found;
}

void print_confusion(report& out, result const& found, std::vector<std::string> const& names) {
    out.line("    species \\ answer", std::setw(10), names[0], std::setw(12), names[1],
             std::setw(12), names[2]);
    for (std::size_t truth = 0; truth < species; ++truth)
        out.line("    ", std::left, std::setw(13), names[truth], std::right, std::setw(10),
                 found.count[truth][0], std::setw(12), found.count[truth][1], std::setw(12),
                 found.count[truth][2]);
}

int run(std::string const& report_name) {
    auto const all = lz::io::read_labelled_csv<float>(LEIBNIZ_EXAMPLE_DATA "/iris.csv",
                                                      {"setosa", "versicolor", "virginica"});
    report out(report_name);
    auto const print = [&](std::string_view equation) { out.line("    ", equation); };
    out.line("The network and its loss");
    lz::for_each_equation(loss, print);
    out.line("\nDerived from them: δ of each layer, and the derivative for every weight");
    lz::for_each_derivative(gradient, print);
    out.line("\nTen times, seeds 1 to 10: 105 flowers to train on, 45 to test with");

    std::array<result, seeds> seen, unseen;
    boost::timer::progress_display bar(seeds * epochs);
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        split const data = split_by_species(all, seed);
        // [train]
        model trained{lz::glorot{.seed = seed}};
        auto const ended = lz::train(trained, data.training, lz::adam{.rate = 0.01f},
                                     {.epochs = epochs, .batch = 15, .seed = seed},
                                     lz::observer{[&](auto const&) { return ++bar > 0; }});
        // [/train]
        if (!ended)
            return 1;
        seen[seed - 1] = test(trained, data.training);
        unseen[seed - 1] = test(trained, data.test);
    }

    out.line("\n    seed    right in training    right in test");
    double mean = 0;
    for (std::size_t at = 0; at < seeds; ++at) {
        out.line(std::setw(8), at + 1, std::setw(19), seen[at].percent, " %", std::setw(15),
                 unseen[at].percent, " %");
        mean += unseen[at].percent / seeds;
    }
    out.line("    mean", std::setw(36), mean, " %\n\nSeed 1 in test");
    print_confusion(out, unseen[0], all.class_names);
    std::cout << "\nThis report is in " << report_name << '\n';
    return mean >= 95.0 && out.written() ? 0 : 1;
}
} // namespace iris

int main(int count, char** arguments) {
    try {
        return iris::run(count > 1 ? arguments[1] : LEIBNIZ_EXAMPLE_OUTPUT "/iris_report.txt");
    } catch (leibniz::io::data_error const& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
