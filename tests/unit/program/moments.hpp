#pragma once
#include "probe_gradients.hpp"

#include <boost/hana/integral_constant.hpp>

/// A recurrent network written out for each moment of its input: all of them share one loop nest.
namespace moments {

namespace lz = leibniz;
namespace hana = boost::hana;
using plain::real;

/// s₀ = tanh(U·x₀ + b₀), sₖ = tanh(U·xₖ + R·sₖ₋₁ + bₖ), y = V·s_last + c·(x₁ − x₀), with a row of x
/// and b for each moment.
template <int Moments, int Features, int Hidden> struct model {
    static constexpr auto n = lz::index<"n">(lz::samples);
    static constexpr auto moment = lz::domain<"moment", Moments>;
    static constexpr auto feature = lz::domain<"feature", Features>;
    static constexpr auto hidden = lz::domain<"hidden", Hidden>;
    static constexpr auto before = lz::domain<"before", Hidden>;
    static constexpr auto out = lz::domain<"out", 2>;
    static constexpr auto i = lz::index<"i">(feature);
    static constexpr auto h = lz::index<"h">(hidden);
    static constexpr auto g = lz::index<"g">(before);
    static constexpr auto o = lz::index<"o">(out);
    static constexpr auto x = lz::tensor<"x", "moments">(lz::samples, moment, feature);
    static constexpr auto U = lz::tensor<"U", "moments">(hidden, feature);
    static constexpr auto R = lz::tensor<"R", "moments">(hidden, before);
    static constexpr auto b = lz::tensor<"b", "moments">(moment, hidden);
    static constexpr auto V = lz::tensor<"V", "moments">(out, hidden);
    static constexpr auto c = lz::tensor<"c", "moments">(out, feature);
    static constexpr auto y = lz::tensor<"y", "moments">(lz::samples, out);

    template <int K> static constexpr auto s() {
        return lz::tensor<lz::fixed_string("s") + lz::decimal<K>(), "moments">(lz::samples, hidden);
    }
    template <int K> static constexpr auto step() {
        constexpr auto k = hana::int_c<K>;
        auto const given = sum(i, U(h, i) * x(n, k, i)) + b(k, h);
        if constexpr (K == 0)
            return lz::define(s<K>()(n, h), lz::tanh(given));
        else
            return lz::define(s<K>()(n, h), lz::tanh(given + sum(g, R(h, g) * s<K - 1>()(n, g))));
    }
    template <int... K> static constexpr auto make(std::integer_sequence<int, K...>) {
        return lz::graph<"moments">(
            lz::inputs(x), lz::parameters(U, R, b, V, c), step<K>()...,
            lz::define(y(n, o),
                       sum(h, V(o, h) * s<Moments - 1>()(n, h)) +
                           sum(i, c(o, i) * (x(n, hana::int_c<1>, i) - x(n, hana::int_c<0>, i)))));
    }
    static constexpr auto net = make(std::make_integer_sequence<int, Moments>{});

    static constexpr std::size_t weights =
        Hidden * (Features + Hidden + Moments + 2) + 2 * Features;
    static std::vector<real> output(std::vector<real> const& numbers, real const* given) {
        real const *const of_given = numbers.data(), *const of_state = of_given + Hidden * Features,
                          *const bias = of_state + Hidden * Hidden,
                          *const of_last = bias + Moments * Hidden,
                          *const of_change = of_last + 2 * Hidden;
        std::vector<real> state(Hidden), result(2);
        for (std::size_t k = 0; k < Moments; ++k) {
            std::vector<real> next(bias + k * Hidden, bias + (k + 1) * Hidden);
            for (std::size_t to = 0; to < Hidden; ++to) {
                for (std::size_t from = 0; from < Features; ++from)
                    next[to] += of_given[to * Features + from] * given[k * Features + from];
                for (std::size_t from = 0; from < Hidden; ++from)
                    next[to] += of_state[to * Hidden + from] * state[from];
            }
            for (std::size_t at = 0; at < Hidden; ++at)
                state[at] = std::tanh(next[at]);
        }
        for (std::size_t to = 0; to < 2; ++to) {
            for (std::size_t from = 0; from < Hidden; ++from)
                result[to] += of_last[to * Hidden + from] * state[from];
            for (std::size_t from = 0; from < Features; ++from)
                result[to] +=
                    of_change[to * Features + from] * (given[Features + from] - given[from]);
        }
        return result;
    }
};

template <class Arch, int Moments, int Features, int Hidden, bool ByTable> void check() {
    using written = model<Moments, Features, Hidden>;
    using tested = subject::network<double, written::net, Arch, 16>;
    static_assert(
        lz::program::detail::runs_by_table<typename tested::trainer_type::plan::steps>::value ==
        ByTable);
    probe_gradients::check_output<tested>(written::weights, Moments * Features, 2, 101,
                                          written::output);
}

/// Rows longer than a vector, and rows so short that samples run along the lanes, of which the
/// input is a copy.
template <class Arch> void check_few() {
    check<Arch, 3, 5, 9, false>();
    check<Arch, 3, 2, 3, false>();
}
template <class Arch> void check_by_table() { check<Arch, 20, 2, 3, true>(); }

} // namespace moments
