#include <leibniz/expr/adl.hpp>
#include <leibniz/network/layers.hpp>
#include <type_traits>

// Layers of the user's own: functions from a network under construction to a longer one.

namespace {

namespace lz = leibniz;

// --- made of others -----------------------------------------------------------------------------
constexpr auto two = [](auto network) { return lz::dense<3>()(lz::dense<8>(lz::tanh)(network)); };
constexpr auto made = lz::network<"net">(lz::input<4>, two, lz::dense<2>());
constexpr auto written =
    lz::network<"net">(lz::input<4>, lz::dense<8>(lz::tanh), lz::dense<3>(), lz::dense<2>());
static_assert(std::is_same_v<decltype(made), decltype(written)>);
static_assert(decltype(made)::equations::size == 4 && decltype(made)::parameters::size == 6);

// --- with equations of its own: a gain for each neuron ------------------------------------------
struct gain {
    template <class Network> constexpr auto operator()(Network network) const {
        constexpr auto digits = lz::decimal<Network::next_layer>();
        constexpr auto over = typename Network::domain{};
        constexpr auto n = lz::index<"n">(lz::samples);
        constexpr auto j = lz::index<"j">(over);
        constexpr auto g = lz::tensor<lz::fixed_string("g") + digits, Network::name>(over);
        constexpr auto a =
            lz::tensor<lz::fixed_string("a") + digits, Network::name>(lz::samples, over);
        constexpr auto previous = typename Network::current{};
        return network.with(a, over, lz::parameters(g), lz::define(a(n, j), g(j) * previous(n, j)));
    }
};
constexpr auto scaled = lz::network<"net">(lz::input<4>, lz::dense<3>(), gain{}, lz::dense<2>());
static_assert(decltype(scaled.tensor<"g2">())::type::rank == 1);
static_assert(decltype(scaled.weights<3>())::type::rank == 2);
static_assert(decltype(scaled)::equations::size == 3);

// --- a layer is given where it stands, and nothing of those before it ---------------------------
struct onlooker {
    template <class Network>
    constexpr auto operator()(Network& network) const { // also by reference
        static_assert(Network::next_layer == 3);
        static_assert(Network::parameters::size == 0 && Network::equations::size == 0);
        static_assert(std::is_same_v<Network, typename Network::place>);
        return lz::dense<2>()(network);
    }
};
constexpr auto watched =
    lz::network<"net">(lz::input<4>, lz::dense<8>(lz::tanh), lz::dense<3>(), onlooker{});
static_assert(std::is_same_v<decltype(watched), decltype(written)>);

} // namespace
