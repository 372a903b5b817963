#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

// Losses of a user's own: sums over outputs of any function, and graphs that end in a single
// number.

namespace user {

namespace lz = leibniz;
using namespace lz::literals;

/// x², with a rule that is right or has a wrong factor.
template <bool Right> struct square_ : lz::expr::elementary<square_<Right>> {
    static constexpr lz::fixed_string name = "square";
};
template <bool Right> constexpr double call(square_<Right>, double x) { return x * x; }
template <bool Right> constexpr square_<Right> square{};

} // namespace user

template <bool Right> struct leibniz::calculus::rule<user::square_<Right>> {
    template <class Value, class X> using with = decltype(expr::number<Right ? 2 : 3>{} * X{});
};

namespace user {

// --- sums over outputs
constexpr auto net =
    lz::network<"losses">(lz::input<3>, lz::dense<4>(lz::tanh), lz::dense<2>(lz::logistic));

constexpr auto halves =
    lz::sum_over_outputs([](auto a, auto t) { return (a - t) * (a - t) / 2_c; });
static_assert(std::is_same_v<decltype(halves(net)), decltype(lz::sum_of_squared_errors(net))>);

template <bool Right>
constexpr auto squares = lz::sum_over_outputs([](auto a, auto t) { return square<Right>(a - t); });
static_assert(lz::gradient_agrees(squares<true>(net), 1e-8_c));
static_assert(lz::gradient_agrees(lz::gradient(squares<true>(net)), 1e-8_c));
static_assert(lz::gradient_deviation(squares<false>(net)) > 1e-3);

// Cross-entropy of probabilities: logarithms and logistic meet, and δ is a − t.
constexpr auto entropy =
    lz::sum_over_outputs([](auto a, auto t) { return -t * log(a) - (1_c - t) * log(1_c - a); });
constexpr lz::probe within{.low = 0.1, .high = 0.9};
static_assert(lz::gradient_agrees<within>(entropy(net), 1e-8_c));
static_assert(lz::cost(lz::gradient(entropy(net))).transcendentals == 4 + 2 + 2 * 2);

constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto j = lz::index<"j">(lz::domain<"out", 2>);
constexpr auto entropy_grad = lz::gradient(entropy(net));
constexpr auto z2 = net.weighted_sum<2>();
static_assert(lz::same(entropy_grad[z2(n, j)], net.output(n, j) - entropy(net).target(n, j)));

// A target of the user's own.
constexpr auto wanted = lz::tensor<"wanted">(lz::samples, lz::domain<"classes", 2>);
static_assert(lz::gradient_agrees<within>(entropy(net, wanted), 1e-8_c));
static_assert(lz::depends_on(decltype(entropy(net, wanted))::loss_equation::right{}, wanted));

// --- graphs that end in a single number
constexpr auto in = lz::domain<"in", 3>;
constexpr auto i = lz::index<"i">(in);
constexpr auto x = lz::tensor<"x">(lz::samples, in);
constexpr auto t = lz::tensor<"t">(lz::samples);
constexpr auto w = lz::tensor<"w">(in);
constexpr auto e = lz::tensor<"e">(lz::samples);
constexpr auto E = lz::symbol<"E">;

template <bool Right>
constexpr auto fit = lz::graph<"fit">(lz::inputs(x, t), lz::parameters(w),
                                      lz::define(e(n), lz::sum(i, lz::exp(w(i)) * x(n, i)) - t(n)),
                                      lz::define(E, lz::sum(n, square<Right>(e(n)) * e(n))));
static_assert(lz::gradient_agrees(fit<true>, 1e-8_c));
static_assert(lz::gradient_agrees(lz::gradient(fit<true>), 1e-8_c));
static_assert(lz::gradient_deviation(fit<false>) > 1e-3);
static_assert(lz::cost(fit<true>).parameters == 3);
static_assert(lz::cost(lz::gradient(fit<true>)).parameters == 3);
static_assert(lz::stores_only_what_it_reads(lz::gradient(fit<true>)));
static_assert(lz::weights_of(lz::gradient(fit<true>)[w], lz::gradient(fit<true>)) ==
              lz::parameters(w));

} // namespace user
