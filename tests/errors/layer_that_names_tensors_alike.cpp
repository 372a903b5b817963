// expected: tensor_is_defined_twice< … "s"
#include <leibniz/network.hpp>

namespace lz = leibniz;

/// y[n,j] := s[j]·a[n,j]; two of them, of different widths.
inline constexpr struct scaled_ {
    template <class Network> constexpr auto operator()(Network network) const {
#ifdef CORRECTED
        constexpr auto digits = lz::decimal<Network::next_layer>();
#else
        constexpr lz::fixed_string digits = "";
#endif
        constexpr auto over = typename Network::domain{};
        constexpr auto a = typename Network::current{};
        constexpr auto n = lz::index<"n">(lz::samples);
        constexpr auto j = lz::index<"j">(over);
        constexpr auto s = lz::tensor<lz::fixed_string("s") + digits, Network::name>(over);
        constexpr auto y =
            lz::tensor<lz::fixed_string("y") + digits, Network::name>(lz::samples, over);
        return network.with(y, over, lz::parameters(s), lz::define(y(n, j), s(j) * a(n, j)));
    }
} scaled;

constexpr auto net = lz::network<"net">(lz::input<2>, scaled, lz::dense<3>(), scaled);
