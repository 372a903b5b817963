#include "plain_probes.hpp"
#include "probes.hpp"

#include <boost/test/unit_test.hpp>

// A model with two inputs, of 4 and of 5 numbers a sample, called for one sample and for a batch.

namespace {

namespace lz = leibniz;
using plain::real;

constexpr std::size_t samples = 70;

template <class Arch> struct called {
    using model_type = lz::model<double, probes::branch::net, Arch>;
    std::vector<double> const weights = plain::random_numbers(plain::branch_weights, 51, 0.5),
                              x = plain::random_numbers(samples * 4, 52),
                              y = plain::random_numbers(samples * 5, 53);
    model_type model{};

    called() {
        std::size_t at = 0;
        auto const set = [&](auto... tensors) {
            (model[tensors].for_each([&](double& weight) { weight = weights[at++]; }), ...);
        };
        using namespace probes::branch;
        set(U, b1, V, b2, W, R, b3);
        BOOST_REQUIRE(at == weights.size());
    }
    std::vector<double> wanted(std::size_t sample) const {
        std::vector<real> const w(weights.begin(), weights.end());
        std::vector<real> const a(&x[sample * 4], &x[sample * 4] + 4),
            b(&y[sample * 5], &y[sample * 5] + 5);
        auto const result = plain::branch_output(w, a.data(), b.data());
        return {result.begin(), result.end()};
    }
    template <std::size_t Width>
    static std::array<double, Width> row(std::vector<double> const& all, std::size_t sample) {
        std::array<double, Width> result;
        std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(sample * Width), Width,
                    result.begin());
        return result;
    }

    void check_single_samples() const {
        for (std::size_t sample = 0; sample < samples; ++sample) {
            auto const got = model(row<4>(x, sample), row<5>(y, sample));
            auto const right = wanted(sample);
            BOOST_TEST(std::abs(got[0] - right[0]) < 1e-12);
            BOOST_TEST(std::abs(got[1] - right[1]) < 1e-12);
        }
    }
    /// As many as fit all; what lies beyond them is not written.
    void check_batch(std::size_t of_x, std::size_t of_y, std::size_t of_outputs) const {
        std::vector<double> outputs(samples * 2, -1);
        model({std::span(x).first(of_x * 4), std::span(y).first(of_y * 5)},
              std::span(outputs).first(of_outputs * 2));
        std::size_t const count = std::min({of_x, of_y, of_outputs});
        for (std::size_t sample = 0; sample < samples; ++sample) {
            auto const right = sample < count ? wanted(sample) : std::vector<double>{-1.0, -1.0};
            BOOST_TEST(std::abs(outputs[sample * 2] - right[0]) < 1e-12);
            BOOST_TEST(std::abs(outputs[sample * 2 + 1] - right[1]) < 1e-12);
        }
    }
};

template <class Arch> void check() {
    called<Arch> const it;
    it.check_single_samples();
    it.check_batch(samples, samples, samples);
    it.check_batch(samples - 1, samples, samples);
    it.check_batch(samples, 3, samples);
    it.check_batch(samples, samples, 65);
    it.check_batch(0, samples, samples);
}

// In a constant expression, too: with all weights zero the output is logistic(0).
constexpr lz::model<double, probes::branch::net, lz::one_by_one> zero;
static_assert(zero(std::array{1.0, 2.0, 3.0, 4.0}, std::array{1.0, 2.0, 3.0, 4.0, 5.0})[1] == 0.5);

static_assert(noexcept(zero(std::array<double, 4>{}, std::array<double, 5>{})));
static_assert(noexcept(zero(std::array<std::span<double const>, 2>{}, std::span<double>{})));

} // namespace

BOOST_AUTO_TEST_SUITE(several_inputs)

BOOST_AUTO_TEST_CASE(vectors) { check<lz::simd::native>(); }
BOOST_AUTO_TEST_CASE(one_by_one) { check<lz::one_by_one>(); }

// Arrays of rows and of outputs are a batch, as vectors are, and no sample of several inputs.
BOOST_AUTO_TEST_CASE(arrays_as_a_batch) {
    static constexpr auto sum = lz::network<"sum">(lz::input<2>, lz::dense<1>());
    lz::model<double, sum> one;
    one[sum.weights<1>()].for_each([](double& weight) { weight = 1; });
    std::array<double, 6> const rows{1, 2, 3, 4, 5, 6};
    std::array<double, 3> sums{};
    one(rows, sums);
    BOOST_TEST((sums == std::array<double, 3>{3, 7, 11}));

    called<lz::simd::native> const several;
    std::array<double, 4> outputs{};
    several.model(
        std::array<std::span<double const>, 2>{std::span(several.x), std::span(several.y)},
        outputs);
    BOOST_TEST(std::abs(outputs[3] - several.wanted(1)[1]) < 1e-12);
}

BOOST_AUTO_TEST_SUITE_END()
