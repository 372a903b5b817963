#include "../program/plain_network.hpp"
#include "../program/subject.hpp"

#include <boost/test/unit_test.hpp>

namespace {

namespace lz = leibniz;

// Parameters of rank 2, 1 and 0, of widths that leave tails: a handful, and more than are updated
// at a time.
template <int Inputs> struct steps_with {
    static constexpr auto in = lz::domain<"in", Inputs>;
    static constexpr auto out = lz::domain<"out", 5>;
    static constexpr auto n = lz::index<"n">(lz::samples);
    static constexpr auto i = lz::index<"i">(in);
    static constexpr auto j = lz::index<"j">(out);
    static constexpr auto x = lz::tensor<"x", "steps">(lz::samples, in);
    static constexpr auto W = lz::tensor<"W", "steps">(out, in);
    static constexpr auto b = lz::tensor<"b", "steps">(out);
    static constexpr auto scale = lz::tensor<"scale", "steps">();
    static constexpr auto y = lz::tensor<"y", "steps">(lz::samples, out);
    static constexpr auto net = lz::graph<"steps">(
        lz::inputs(x), lz::parameters(W, b, scale),
        lz::define(y(n, j), scale() * (lz::tanh(sum(i, W(j, i) * x(n, i))) + b(j))));
};

constexpr std::ptrdiff_t samples = 7;
constexpr int steps = 25;

/// One optimiser beside its recurrence in plain loops: after each step with the same gradients the
/// weights agree. `Recurrence` keeps its own state for one weight: next(w, g, step).
template <int Inputs, class Arch, class Recurrence, class Optimiser>
void check(Optimiser optimiser, Recurrence const& recurrence) {
    using network = subject::network<double, steps_with<Inputs>::net, Arch, 16, Optimiser>;
    auto weights = plain::random_numbers(network::size(), 21);
    network subject(weights);
    *subject.trainer = typename network::trainer_type(optimiser);
    subject.use(plain::random_numbers(samples * Inputs, 22),
                plain::random_numbers(samples * 5, 23, 2));
    std::vector<Recurrence> states(weights.size(), recurrence);
    auto const first = weights;
    for (int step = 1; step <= steps; ++step) {
        auto const gradient = subject.all().gradient;
        subject.trainer->update(*subject.model, samples, 1 / (1 + 0.1 * step));
        auto const stepped = subject.weights();
        BOOST_REQUIRE(stepped.size() == weights.size());
        for (std::size_t k = 0; k < weights.size(); ++k) {
            states[k].rate = recurrence.rate / (1 + 0.1 * step);
            weights[k] = states[k].next(weights[k], gradient[k] / double(samples), step);
            BOOST_TEST(std::abs(stepped[k] - weights[k]) <= 1e-12,
                       "step " << step << ", weight " << k << ": " << stepped[k] << " not "
                               << weights[k]);
        }
    }
    for (std::size_t k = 0; k < weights.size(); ++k) // so that the comparison saw something move
        BOOST_TEST(std::abs(weights[k] - first[k]) > 1e-8);
}
template <class Recurrence, class Optimiser>
void check_both(Optimiser optimiser, Recurrence const& recurrence) {
    check<3, lz::simd::native>(optimiser, recurrence);
    check<3, lz::one_by_one>(optimiser, recurrence);
    check<301, lz::simd::native>(optimiser, recurrence);
}

/// Is a vector of weights taken through all equations of an optimiser before the next one?
template <class Optimiser>
inline constexpr bool together = lz::program::runs_together<
    lz::simd::lanes<float, lz::simd::native>,
    typename lz::training_detail::update_program<
        Optimiser, lz::simd::lanes<float, lz::simd::native>>::plan::steps>::value;
static_assert(together<lz::momentum> && together<lz::rmsprop> && together<lz::adamw>);
static_assert(!together<lz::gradient_descent>, "there is but one equation");

// The hyperparameters of the library are floats; the recurrences start from the same numbers.
constexpr float rate = 0.02F, beta = 0.9F, beta2 = 0.97F, tiny = 1e-4F, lambda = 0.05F;

struct gradient_descent {
    double rate;
    double next(double w, double g, int) { return w - rate * g; }
};

// Polyak 1964, in the form of Sutskever et al. 2013, equations 1 and 2.
struct momentum {
    double rate, mu, v = 0;
    double next(double w, double g, int) {
        v = mu * v - rate * g;
        return w + v;
    }
};

// Bengio, Boulanger-Lewandowski and Pascanu 2013, equations 6 and 7.
struct nesterov {
    double rate, mu, v = 0;
    double next(double w, double g, int) {
        v = mu * v - rate * g;
        return w + mu * v - rate * g;
    }
};

// Tieleman and Hinton 2012, lecture 6.5.
struct rmsprop {
    double rate, rho, epsilon, s = 0;
    double next(double w, double g, int) {
        s = rho * s + (1 - rho) * g * g;
        return w - rate * g / (std::sqrt(s) + epsilon);
    }
};

// Kingma and Ba 2015, algorithm 1; with weight decay Loshchilov and Hutter 2019, algorithm 2.
struct adam {
    double rate, beta1, beta2, epsilon, decay = 0, m = 0, v = 0;
    double next(double w, double g, int step) {
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        double const m_hat = m / (1 - std::pow(beta1, step));
        double const v_hat = v / (1 - std::pow(beta2, step));
        return w - rate * (m_hat / (std::sqrt(v_hat) + epsilon) + decay * w);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(optimisers)

BOOST_AUTO_TEST_CASE(gradient_descent_) {
    check_both(lz::gradient_descent{.rate = rate}, gradient_descent{rate});
}
BOOST_AUTO_TEST_CASE(momentum_) {
    check_both(lz::momentum{.rate = rate, .decay = beta}, momentum{rate, beta});
}
BOOST_AUTO_TEST_CASE(nesterov_) {
    check_both(lz::nesterov{.rate = rate, .decay = beta}, nesterov{rate, beta});
}
BOOST_AUTO_TEST_CASE(rmsprop_) {
    check_both(lz::rmsprop{.rate = rate, .decay = beta, .epsilon = tiny},
               rmsprop{rate, beta, tiny});
}
BOOST_AUTO_TEST_CASE(adam_) {
    check_both(lz::adam{.rate = rate, .decay = beta, .decay2 = beta2, .epsilon = tiny},
               adam{rate, beta, beta2, tiny});
}
BOOST_AUTO_TEST_CASE(adamw_) {
    check_both(
        lz::adamw{
            .rate = rate, .decay = beta, .decay2 = beta2, .epsilon = tiny, .weight_decay = lambda},
        adam{rate, beta, beta2, tiny, lambda});
}

BOOST_AUTO_TEST_SUITE_END()
