// expected: tensor_is_given_nowhere< … "s2"
#include <leibniz/network.hpp>

namespace lz = leibniz;

/// y[n,j] := s·a[n,j]
inline constexpr struct scaled_ {
    template <class Network> constexpr auto operator()(Network network) const {
        constexpr auto digits = lz::decimal<Network::next_layer>();
        constexpr auto over = typename Network::domain{};
        constexpr auto a = typename Network::current{};
        constexpr auto n = lz::index<"n">(lz::samples);
        constexpr auto j = lz::index<"j">(over);
        constexpr auto s = lz::tensor<lz::fixed_string("s") + digits, Network::name>();
        constexpr auto y =
            lz::tensor<lz::fixed_string("y") + digits, Network::name>(lz::samples, over);
#ifdef CORRECTED
        return network.with(y, over, lz::parameters(s), lz::define(y(n, j), s() * a(n, j)));
#else
        return network.with(y, over, lz::parameters(), lz::define(y(n, j), s() * a(n, j)));
#endif
    }
} scaled;

constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<3>(), scaled);
