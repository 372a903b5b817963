#include <leibniz/leibniz.hpp>
#include <leibniz/print.hpp>
#include <leibniz/testing.hpp>

// The code of docs/howto/own_layer.md.

namespace own_layer {

// [skip]
namespace lz = leibniz;
using namespace lz::literals;

/// z[n,j] := Σ_i W[j,i]·a[n,i], h[n,j] := tanh(z[n,j]), y[n,j] := h[n,j] + a[n,j],
/// where a is what the layer reads.
inline constexpr struct skip_ {
    template <class Network> constexpr auto operator()(Network network) const {
        constexpr auto digits = lz::decimal<Network::next_layer>(); // "2" for the second layer
        constexpr auto scope = Network::name;
        constexpr auto over = typename Network::domain{};
        constexpr auto a = typename Network::current{};

        constexpr auto n = lz::index<"n">(lz::samples);
        constexpr auto i = lz::index<"i">(over);
        constexpr auto j = lz::index<"j">(over);
        constexpr auto W = lz::tensor<lz::fixed_string("W") + digits, scope>(over, over);
        constexpr auto z = lz::tensor<lz::fixed_string("z") + digits, scope>(lz::samples, over);
        constexpr auto h = lz::tensor<lz::fixed_string("h") + digits, scope>(lz::samples, over);
        constexpr auto y = lz::tensor<lz::fixed_string("y") + digits, scope>(lz::samples, over);

        return network.with(y, over, lz::parameters(W), // the output, and what is learned
                            lz::define(z(n, j), sum(i, W(j, i) * a(n, i))),
                            lz::define(h(n, j), lz::tanh(z(n, j))),
                            lz::define(y(n, j), h(n, j) + a(n, j)));
    }
} skip;

constexpr auto net =
    lz::network<"deep">(lz::input<3>, lz::dense<4>(lz::tanh), skip, lz::dense<2>());
// [/skip]

// [check]
static_assert(lz::gradient_agrees(net, 1e-8_c));
// [/check]

// [made]
constexpr auto narrow_and_wide = [](auto network) {
    return lz::dense<4>()(lz::dense<2>(lz::tanh)(network));
};
constexpr auto other = lz::network<"other">(lz::input<3>, narrow_and_wide, lz::dense<1>());
// [/made]
static_assert(decltype(other)::equations::size == 4);

// The formulas that the page shows.
constexpr auto loss = lz::sum_of_squared_errors(net);
constexpr bool shows(std::string_view wanted) {
    bool found = false;
    auto const look = [&](std::string_view line) { found = found || line == wanted; };
    lz::for_each_equation(loss, look);
    lz::for_each_derivative(lz::gradient(loss), look);
    return found;
}
static_assert(shows("z2[n,j] := Σ_i W2[j,i]·a1[n,i]") && shows("h2[n,j] := tanh(z2[n,j])"));
static_assert(shows("y2[n,j] := a1[n,j] + h2[n,j]"));
static_assert(shows("δ2[n,j] := (1 − h2[n,j]²)·Σ_k W3[k,j]·δ3[n,k]"));
static_assert(shows("δ1[n,j] := (1 − a1[n,j]²)·(Σ_k W2[k,j]·δ2[n,k] + Σ_l W3[l,j]·δ3[n,l])"));
static_assert(shows("∂E/∂W2[p,q] := Σ_n δ2[n,p]·a1[n,q]"));
static_assert(!shows("∂E/∂W2[p,q] := Σ_n δ2[n,p]·y2[n,q]"));

} // namespace own_layer
