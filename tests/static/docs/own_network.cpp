#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

// The code of docs/howto/test_at_compile_time.md.

namespace own_network {

// [net]
namespace lz = leibniz;
using namespace lz::literals;

/// x·tanh(x)
inline constexpr struct bent_ {
    template <class X> constexpr auto operator()(X x) const { return x * lz::tanh(x); }
} bent;

constexpr auto net =
    lz::network<"mine">(lz::input<2>, lz::dense<4>(bent), lz::dense<1>(lz::logistic));
constexpr auto loss = lz::sum_of_squared_errors(net);
constexpr auto grad = lz::gradient(loss);
// [/net]

// [same]
constexpr auto x = lz::symbol<"x">;
constexpr auto slope = lz::diff(bent(x), x);
static_assert(lz::same(slope, lz::tanh(x) + x * (1_c - lz::tanh(x) * lz::tanh(x))));
static_assert(slope(x = 0.0) == 0.0);
// [/same]

// [gradient]
static_assert(lz::gradient_agrees(net, 1e-8_c));
// [/gradient]

// [cost]
static_assert(lz::cost(net).transcendentals == 5);
static_assert(lz::cost(grad).flops <= 200);
static_assert(lz::cost<double>(grad).workspace_bytes <= 1024);
// [/cost]

// [structure]
static_assert(lz::shares_delta(grad, net.weights<1>(), net.biases<1>()));
static_assert(lz::stores_only_what_it_reads(grad));
static_assert(lz::is_stateless(grad));
constexpr auto y = lz::symbol<"y">;
static_assert(lz::is_zero(lz::diff(bent(y), x)));
// [/structure]

} // namespace own_network
