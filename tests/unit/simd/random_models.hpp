#pragma once
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>

#include <leibniz/expr/adl.hpp>

#include "../program/plain_network.hpp"
#include "../program/subject.hpp"

/// What the models written by random_models.py are made of and held to.
namespace lz = leibniz;
using namespace lz::literals;
using plain::real;

namespace {
constexpr auto n = lz::index<"n">(lz::samples);
}

/// The functions of the models, for the library and for plain loops.
namespace function {
constexpr auto square(auto x) { return pow(tanh(x), 2_c); }
constexpr auto root(auto x) { return sqrt(1_c + pow(x, 2_c)) - 1_c; }
constexpr auto part(auto x) { return x / (2_c + pow(x, 2_c)); }
constexpr auto inverse_root(auto x) { return pow(1_c + x, -1_c / 2_c); }
constexpr auto inverse(auto x) { return 1_c / x; }
using lz::abs, lz::exp, lz::leaky_relu, lz::logistic, lz::relu, lz::silu, lz::sin, lz::tanh;
} // namespace function
namespace plain_function {
inline real square(real x) { return std::tanh(x) * std::tanh(x); }
inline real root(real x) { return std::sqrt(1 + x * x) - 1; }
inline real part(real x) { return x / (2 + x * x); }
inline real inverse_root(real x) { return 1 / std::sqrt(1 + x); }
inline real inverse(real x) { return 1 / x; }
inline real abs(real x) { return std::abs(x); }
inline real exp(real x) { return std::exp(x); }
inline real leaky_relu(real x) { return x <= 0 ? x / 100 : x; }
inline real logistic(real x) { return 1 / (1 + std::exp(-x)); }
inline real relu(real x) { return x <= 0 ? 0 : x; }
inline real silu(real x) { return x * logistic(x); }
inline real sin(real x) { return std::sin(x); }
inline real tanh(real x) { return std::tanh(x); }
} // namespace plain_function

template <class Term> real sum_over(int extent, Term term) {
    real sum = 0;
    for (int at = 0; at < extent; ++at)
        sum += term(at);
    return sum;
}

namespace random_models {

inline constexpr std::size_t samples = 21; ///< a whole block and some

/// What a model answers to one sample, whose inputs begin where the pointers point.
using plain_outputs = void (*)(real const* weights, std::vector<double const*> const& given,
                               real* result);

inline void hold(char const* what, std::vector<double> const& got,
                 std::vector<double> const& wanted) {
    BOOST_REQUIRE(got.size() == wanted.size());
    double largest = 1;
    for (double const value : wanted)
        largest = std::max(largest, std::abs(value));
    for (std::size_t i = 0; i < got.size(); ++i)
        BOOST_TEST(std::abs(got[i] - wanted[i]) <= 1e-8 * largest,
                   what << ' ' << i << ": " << got[i] << " not " << wanted[i]);
}

template <auto const& Net> void check(plain_outputs outputs) {
    using subject = subject::network<double, Net, lz::simd::native, 16>;
    using model = typename subject::model_type;
    constexpr std::size_t width = model::output_width;
    constexpr auto widths = []<class... Inputs>(lz::meta::list<Inputs...>) {
        return std::array{static_cast<std::size_t>(lz::training_detail::row_width<Inputs>)...};
    }(typename model::graph::inputs{});

    auto const weights = plain::random_numbers(subject::size(), 81, 0.7);
    auto const targets = plain::random_numbers(samples * width, 82);
    std::array<std::vector<double>, widths.size()> given;
    std::array<std::vector<double> const*, widths.size()> pointers;
    for (std::size_t at = 0; at < widths.size(); ++at) {
        given[at] = plain::random_numbers(samples * widths[at], 83 + static_cast<unsigned>(at));
        pointers[at] = &given[at];
    }
    auto const answers = [&](std::vector<real> const& w) {
        std::vector<real> result(samples * width);
        for (std::size_t sample = 0; sample < samples; ++sample) {
            std::vector<double const*> rows;
            for (std::size_t at = 0; at < widths.size(); ++at)
                rows.push_back(given[at].data() + sample * widths[at]);
            outputs(w.data(), rows, result.data() + sample * width);
        }
        return result;
    };
    auto const loss = [&](std::vector<real> const& w) {
        auto const found = answers(w);
        real result = 0;
        for (std::size_t i = 0; i < found.size(); ++i)
            result += (found[i] - targets[i]) * (found[i] - targets[i]) / 2;
        return result;
    };

    subject network(weights);
    network.use_all(pointers, targets);
    auto const got = network.all();
    std::vector<real> const exact(weights.begin(), weights.end());
    hold("loss", {got.loss}, {static_cast<double>(loss(exact))});
    hold("weight", got.gradient, plain::differences(weights, loss));

    auto const wanted_exactly = answers(exact);
    std::vector<double> const wanted(wanted_exactly.begin(), wanted_exactly.end());
    std::vector<double> in_a_batch(samples * width), one_by_one;
    [&]<std::size_t... At>(std::index_sequence<At...>) {
        std::array<std::span<double const>, sizeof...(At)> const rows{given[At]...};
        if constexpr (sizeof...(At) == 1)
            (*network.model)(rows[0], in_a_batch);
        else
            (*network.model)(rows, in_a_batch);
        for (std::size_t sample = 0; sample < samples; ++sample) {
            auto const row = [&]<std::size_t I>(std::integral_constant<std::size_t, I>) {
                std::array<double, widths[I]> result;
                std::copy_n(given[I].data() + sample * widths[I], widths[I], result.begin());
                return result;
            };
            for (double const value :
                 (*network.model)(row(std::integral_constant<std::size_t, At>{})...))
                one_by_one.push_back(value);
        }
    }(std::make_index_sequence<widths.size()>{});
    hold("output of a batch", in_a_batch, wanted);
    hold("output of a sample", one_by_one, wanted);
}

} // namespace random_models
