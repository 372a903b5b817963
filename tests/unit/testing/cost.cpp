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
    BOOST_TEST(found.tight);
}
template <class Subject> void hold(Subject asked) {
    compare(lz::cost<double>(asked), run_counting(asked));
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

BOOST_AUTO_TEST_CASE(conditions_on_subscripts) {
    // Two convolutions: the adjoint of the first is guarded at its ends, where fewer terms count.
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
    run_result const found = run_counting(grad);
    constexpr lz::costs said = lz::cost<double>(grad);
    BOOST_TEST(said.stores == found.counted.stores);
    BOOST_TEST(said.transcendentals == found.counted.transcendentals);
    BOOST_TEST(said.flops > found.counted.flops);
    BOOST_TEST(said.loads > found.counted.loads);
    // What the conditions exclude: of 12·5 subscripts t − u those outside 0 … 7, each in 3
    // filters, with one product, two loads and no sum less.
    constexpr int excluded = [] {
        int count = 0;
        for (int at = 0; at < 12; ++at)
            for (int tap = 0; tap < 5; ++tap)
                count += at - tap < 0 || at - tap >= 8 ? 1 : 0;
        return count;
    }();
    BOOST_TEST(said.flops - found.counted.flops == 3 * excluded);
    BOOST_TEST(said.loads - found.counted.loads == 2 * 3 * excluded);
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
