#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>

// A Σ runs over the values at which conditions on subscripts hold, and over no others.

namespace {

namespace lz = leibniz;
namespace meta = lz::meta;
namespace program = lz::program;
namespace detail = lz::program::detail;
using namespace lz::literals;

// --- held to every value ------------------------------------------------------------------------
constexpr bool agrees(int step, int rest, int extent) {
    detail::values_of_loop const all{0, 9};
    auto const found = detail::within(all, step, rest, extent);
    for (int v = all.first; v < all.last; ++v) {
        bool const holds = 0 <= step * v + rest && step * v + rest < extent;
        if (holds != (found.first <= v && v < found.last))
            return false;
    }
    return true;
}
static_assert([] {
    for (int const step : {-3, -2, -1, 1, 2, 3})
        for (int rest = -40; rest <= 40; ++rest)
            for (int const extent : {1, 2, 5, 30})
                if (!agrees(step, rest, extent))
                    return false;
    return true;
}());

// --- what makes the rows of a tile --------------------------------------------------------------
// Gradient of filters, Σ_n Σ_a Σ_b δ[n,a,b,f]·x[n,a+u,b+v], with v in the columns.
using f = lz::expr::opened<1, 8>;
using u = lz::expr::opened<2, 5>;
using v = lz::expr::opened<3, 5>;
template <class... Variables> struct reads {
    static constexpr lz::expr::node_facts facts = [] {
        lz::expr::node_facts result;
        result.variables = (Variables::variables | ...);
        return result;
    }();
};
template <class Loads, lz::expr::variable_set Conditions = 0, class First = f>
using row = typename detail::choose_row<meta::list<First, u>, v, Loads, Conditions,
                                        detail::usual_places>::row;

static_assert(std::is_same_v<row<meta::list<reads<f>, reads<u, v>>>, f>);
// Either way one load serves a row, and the other a column.
static_assert(std::is_same_v<row<meta::list<reads<f, u>, reads<v>>>, u>);
static_assert(std::is_same_v<row<meta::list<reads<f, u, v>>>, u>);
// A single filter shares nothing.
using single = lz::expr::opened<1, 1>;
static_assert(std::is_same_v<row<meta::list<reads<single>, reads<u, v>>, 0, single>, u>);
// A condition on u, on both.
static_assert(std::is_same_v<row<meta::list<reads<f, u>, reads<v>>, u::variables>, f>);
static_assert(std::is_same_v<row<meta::list<reads<v>>, (f::variables | u::variables)>, void>);

// --- in a kernel --------------------------------------------------------------------------------
// The adjoint of h has a condition on its place, so that its rows are samples.
constexpr auto length = lz::domain<"length", 43>;
constexpr auto places = lz::domain<"places", 39>;
constexpr auto halves = lz::domain<"halves", 18>;
constexpr auto taps = lz::domain<"taps", 5>;
constexpr auto filters = lz::domain<"filters", 32>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto t = lz::index<"t">(places);
constexpr auto s = lz::index<"s">(halves);
constexpr auto tap = lz::index<"tap">(taps);
constexpr auto c = lz::index<"c">(filters);
constexpr auto e = lz::index<"e">(filters);
constexpr auto x = lz::tensor<"x">(lz::samples, length);
constexpr auto W = lz::tensor<"W">(filters, taps);
constexpr auto V = lz::tensor<"V">(filters, taps, filters);
constexpr auto h = lz::tensor<"h">(lz::samples, places, filters);
constexpr auto y = lz::tensor<"y">(lz::samples, halves, filters);
constexpr auto filtered = lz::graph<"filtered">(
    lz::inputs(x), lz::parameters(W, V),
    lz::define(h(n, t, c), lz::tanh(sum(tap, W(c, tap) * x(n, t + tap)))),
    lz::define(y(n, s, e), sum(tap, sum(c, V(e, tap, c) * h(n, 2_c * s + tap, c)))));

struct sixteen {
    static constexpr int width = 16;
};
using steps =
    typename lz::training_detail::gradient_program<decltype(lz::sum_of_squared_errors(filtered)),
                                                   sixteen, 64>::plan::steps;
template <class Step> inline constexpr bool has_conditions = Step::formula::facts.conditions != 0;
template <class Steps> struct conditioned;
template <class... Steps> struct conditioned<meta::list<Steps...>> {
    using type = meta::concatenate<meta::conditional<
        has_conditions<Steps>, meta::list<typename Steps::kernel_type>, meta::list<>>...>;
};
using adjoint_of_h = meta::type_at<typename conditioned<steps>::type, 0>;
static_assert(conditioned<steps>::type::size == 1);
static_assert(std::is_same_v<adjoint_of_h::lane, lz::expr::opened<3, 32>>);
static_assert(!lz::expr::is_static_range(adjoint_of_h::row::range));

} // namespace
