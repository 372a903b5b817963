#include "../training/probes.hpp"
#include "counting.hpp"

#include <boost/test/unit_test.hpp>
#include <leibniz/testing/cost.hpp>
#include <leibniz/testing/probe.hpp>
#include <set>
#include <vector>

// What cost says, held against programs that are run one sample at a time on numbers that count.

namespace {

namespace lz = leibniz;
namespace detail = lz::testing_detail;
namespace program = lz::program;
using namespace lz::literals;

/// The kernels that a program calls, as the addresses of their functions.
template <class... Steps> std::size_t functions_in(lz::meta::list<Steps...>) {
    std::set<void (*)(counting::number* const*, int, bool) noexcept> functions{
        &program::sweep<counting::lanes, typename Steps::kernel_type,
                        static_cast<int>(Steps::arrays::size) - 1>...};
    return functions.size();
}

template <class Storage> void fill(std::vector<counting::number>& cells) {
    double next = 0.3;
    for (counting::number& cell : cells) {
        next = next * 7.3 - static_cast<int>(next * 7.3);
        cell.is = 0.05 + next;
        cell.is_cell = true;
    }
}

/// Memory for some arrays, with cells around it that nothing may write to.
template <class Storage> struct guarded {
    static constexpr int around = 8;
    std::vector<counting::number> cells;

    guarded() : cells(static_cast<std::size_t>(Storage::size + 2 * around)) {
        fill<Storage>(cells);
    }
    program::bank<Storage, counting::number> bank() { return {cells.data() + around}; }
    bool kept_inside() const {
        for (std::size_t i = 0; i < around; ++i)
            if (cells[i].written || cells[cells.size() - 1 - i].written)
                return false;
        return true;
    }
    bool touched_to_its_ends() const {
        return cells[around].touched && cells[cells.size() - 1 - around].touched;
    }
};

template <class Plan, class Arrays, bool Own> struct arrays_with;
template <class Plan, class... Arrays, bool Own>
struct arrays_with<Plan, lz::meta::list<Arrays...>, Own> {
    using type = lz::meta::concatenate<std::conditional_t<
        detail::is_outside_workspace<Arrays, Plan,
                                     typename detail::cost_of_plan<Plan>::given>::value == Own,
        lz::meta::list<Arrays>, lz::meta::list<>>...>;
};

struct run_result {
    counting::counts counted;
    std::size_t functions;
    long long workspace;
    bool tight; ///< the workspace is used to its ends, and nothing beside it
};

template <class Subject> run_result run_counting(Subject) {
    using plan = typename detail::subject<Subject>::plan;
    using arrays = typename plan::arrays;
    using steps = typename plan::steps;
    using own = program::storage<typename arrays_with<plan, arrays, true>::type, steps, plan::on>;
    using workspace = typename detail::cost_of_plan<plan>::workspace;
    guarded<own> outside;
    guarded<workspace> between;
    program::memory<program::bank<own, counting::number>,
                    program::bank<workspace, counting::number>> const memory{outside.bank(),
                                                                             between.bank()};
    counting::seen = {};
    program::run_steps<counting::lanes, plan>(memory, 1);
    auto const counted = counting::seen;
    bool const tight =
        between.kept_inside() && outside.kept_inside() && between.touched_to_its_ends();
    return {counted, functions_in(steps{}),
            static_cast<long long>(between.cells.size()) - 2 * guarded<workspace>::around, tight};
}

void compare(lz::costs const& said, run_result const& found) {
    BOOST_TEST(said.flops == found.counted.flops);
    BOOST_TEST(said.transcendentals == found.counted.transcendentals);
    BOOST_TEST(said.loads == found.counted.loads);
    BOOST_TEST(said.stores == found.counted.stores);
    BOOST_TEST(said.kernels == static_cast<long long>(found.functions));
    BOOST_TEST(said.workspace_bytes == found.workspace * 8);
}
/// MayReach tells whether vectors may reach beside an array, with room left for them.
template <bool MayReach = false, class Subject> void hold(Subject asked) {
    auto const found = run_counting(asked);
    compare(lz::cost<double>(asked), found);
    if (!MayReach)
        BOOST_TEST(found.tight);
    // All of them are read, in each of these.
    using parameters = typename detail::subject<Subject>::parameters;
    BOOST_TEST(lz::cost(asked).parameters == detail::numbering<parameters>::count);
}
template <class Net> void hold_all(Net net) {
    hold(net);
    hold(lz::sum_of_squared_errors(net));
    hold(lz::gradient(lz::sum_of_squared_errors(net)));
}

} // namespace

BOOST_AUTO_TEST_SUITE(cost)

BOOST_AUTO_TEST_CASE(layers) {
    hold(lz::network<"one">(lz::input<1>, lz::dense<1>()));
    hold_all(lz::network<"xor">(lz::input<2>, lz::dense<4>(lz::tanh), lz::dense<1>(lz::logistic)));
    hold_all(lz::network<"deep">(lz::input<3>, lz::dense<7>(lz::relu), lz::dense<7>(lz::relu),
                                 lz::dense<7>(lz::relu), lz::dense<2>(lz::silu)));
}
BOOST_AUTO_TEST_CASE(sums_read_in_several_places) {
    hold_all(lz::network<"read">(lz::input<3>, lz::dense<5>(lz::leaky_relu), lz::dense<4>(lz::silu),
                                 lz::dense<2>(lz::gelu)));
}
BOOST_AUTO_TEST_CASE(powers_and_quotients) {
    constexpr auto mixed = [](auto x) {
        return sqrt(x) + pow(x, 2_c / 3_c) / (1_c + x * x * x) + pow(x, 7_c) - pow(x, -3_c / 2_c);
    };
    constexpr auto net =
        lz::network<"mixed">(lz::input<2>, lz::dense<3>(mixed), lz::dense<1>(lz::sign));
    hold(lz::gradient(lz::sum_of_squared_errors(net)));
}
BOOST_AUTO_TEST_CASE(branches) { hold_all(probes::branch::net); }
BOOST_AUTO_TEST_CASE(convolution) { hold_all(probes::conv::net); }

// The adjoint of a convolution has conditions on its subscripts: terms that they exclude are not
// computed.
BOOST_AUTO_TEST_CASE(a_convolution_after_another) {
    using namespace probes::conv;
    using probes::n;
    constexpr auto last = lz::domain<"last", 8>;
    constexpr auto v = lz::index<"v">(last);
    constexpr auto a2 = lz::tensor<"a2", "twice">(lz::samples, last);
    constexpr auto V2 = lz::tensor<"V2", "twice">(filters, taps);
    constexpr auto twice = lz::graph<"twice">(
        lz::inputs(x), lz::parameters(W, b, V2),
        lz::define(z(n, c, t), sum(u, sum(d, W(c, d, u) * x(n, d, t + u))) + b(c)),
        lz::define(a(n, c, t), lz::tanh(z(n, c, t))),
        lz::define(a2(n, v), sum(u, sum(c, V2(c, u) * a(n, c, v + u)))));
    hold(twice);
    constexpr auto grad = lz::gradient(lz::sum_of_squared_errors(twice));
    hold<true>(grad);
    // ∂E/∂z[n,c,t] has 8 · 5 terms in each of 3 filters, not 12 · 5.
    static_assert(lz::cost(grad).flops ==
                  lz::cost(lz::sum_of_squared_errors(twice)).flops + 8 +              // ∂E/∂a2
                      3 * (8 * 5 * 2 + 12 * 3) +                                      // ∂E/∂z
                      3 * 2 * 5 * (12 * 2 + 1) + 3 * (12 + 1) + 3 * 5 * (8 * 2 + 1)); // by weights
}
BOOST_AUTO_TEST_CASE(convolutions_that_leave_places_out) {
    using namespace probes::conv;
    using probes::n;
    // a at 2v + u: not all of its twelve places are read as often.
    constexpr auto some = lz::domain<"some", 4>;
    constexpr auto v = lz::index<"v">(some);
    constexpr auto a2 = lz::tensor<"a2", "apart">(lz::samples, some);
    constexpr auto V2 = lz::tensor<"V2", "apart">(filters, taps);
    hold_all(lz::graph<"apart">(
        lz::inputs(x), lz::parameters(W, V2),
        lz::define(a(n, c, t), lz::tanh(sum(u, sum(d, W(c, d, u) * x(n, d, t + u))))),
        lz::define(a2(n, v), sum(u, sum(c, V2(c, u) * a(n, c, 2_c * v + u))))));
    // In two dimensions, and steps of 2 and 3.
    constexpr auto rows = lz::domain<"rows", 7>;
    constexpr auto columns = lz::domain<"columns", 9>;
    constexpr auto few_rows = lz::domain<"few_rows", 3>;
    constexpr auto few_columns = lz::domain<"few_columns", 2>;
    constexpr auto r = lz::index<"r">(rows);
    constexpr auto k = lz::index<"k">(columns);
    constexpr auto p = lz::index<"p">(few_rows);
    constexpr auto q = lz::index<"q">(few_columns);
    constexpr auto g = lz::index<"g">(lz::domain<"taps", 3>);
    constexpr auto h = lz::index<"h">(lz::domain<"others", 4>);
    constexpr auto image = lz::tensor<"image">(lz::samples, rows, columns);
    constexpr auto S = lz::tensor<"S">(rows, columns);
    constexpr auto F = lz::tensor<"F">(lz::domain<"taps", 3>, lz::domain<"others", 4>);
    constexpr auto scaled = lz::tensor<"scaled">(lz::samples, rows, columns);
    constexpr auto few = lz::tensor<"few">(lz::samples, few_rows, few_columns);
    hold_all(lz::graph<"filtered">(
        lz::inputs(image), lz::parameters(S, F),
        lz::define(scaled(n, r, k), lz::tanh(S(r, k) * image(n, r, k))),
        lz::define(few(n, p, q), sum(g, sum(h, F(g, h) * scaled(n, 2_c * p + g, 3_c * q + h))))));
}
BOOST_AUTO_TEST_CASE(the_larger_of_two_places) {
    using namespace probes::conv;
    using probes::n;
    constexpr auto halves = lz::domain<"halves", 6>;
    constexpr auto out = lz::domain<"out", 5>;
    constexpr auto s = lz::index<"s">(halves);
    constexpr auto o = lz::index<"o">(out);
    constexpr auto m = lz::tensor<"m">(lz::samples, filters, halves);
    constexpr auto m2 = lz::tensor<"m2">(lz::samples, filters);
    constexpr auto U = lz::tensor<"U">(out, filters, halves);
    constexpr auto U2 = lz::tensor<"U2">(out, filters);
    constexpr auto answer = lz::tensor<"answer">(lz::samples, out);
    constexpr auto pooled = lz::graph<"pooled">(
        lz::inputs(x), lz::parameters(W, U),
        lz::define(a(n, c, t), lz::tanh(sum(u, sum(d, W(c, d, u) * x(n, d, t + u))))),
        lz::define(m(n, c, s), lz::max(a(n, c, 2_c * s), a(n, c, 2_c * s + 1_c))),
        lz::define(answer(n, o), sum(c, sum(s, U(o, c, s) * m(n, c, s)))));
    hold_all(pooled);
    // Of three places: the sum over five outputs is worked out once, and not for each of them.
    constexpr auto of_three = lz::graph<"of_three">(
        lz::inputs(x), lz::parameters(W, U2),
        lz::define(a(n, c, t), lz::tanh(sum(u, sum(d, W(c, d, u) * x(n, d, t + u))))),
        lz::define(m2(n, c), lz::max(lz::max(a(n, c, 0_c), a(n, c, 4_c)), a(n, c, 9_c))),
        lz::define(answer(n, o), sum(c, U2(o, c) * m2(n, c))));
    hold_all(of_three);
}

BOOST_AUTO_TEST_CASE(another_network_costs_something_else) {
    constexpr auto asked = lz::network<"a">(lz::input<2>, lz::dense<4>(lz::tanh), lz::dense<1>());
    constexpr auto other = lz::network<"b">(lz::input<2>, lz::dense<4>(lz::relu), lz::dense<1>());
    BOOST_TEST(lz::cost(asked).transcendentals == 4);
    BOOST_TEST(lz::cost(other).transcendentals != run_counting(asked).counted.transcendentals);
    BOOST_TEST(lz::cost(lz::sum_of_squared_errors(asked)).flops !=
               run_counting(asked).counted.flops);
}

BOOST_AUTO_TEST_SUITE_END()
