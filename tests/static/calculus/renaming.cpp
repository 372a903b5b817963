#include <leibniz/calculus.hpp>
#include <leibniz/network/layers.hpp>
#include <leibniz/network/loss.hpp>

/// What is derived under neutral names is, name for name, what is derived under the tensors' own:
/// for every equation and every tensor that it reads, in models of several kinds.
namespace {

namespace lz = leibniz;
namespace detail = lz::calculus::detail;
using namespace lz::literals;

constexpr auto gelu = [](auto x) { return x * lz::logistic(1.702_c * x); };
constexpr auto leaky = [](auto x) { return lz::select(x <= 0_c, x / 10_c, x); };

constexpr auto net = lz::network<"net">(
    lz::input<5>, lz::dense<4>(lz::tanh), lz::dense<4>(lz::softplus), lz::dense<4>(gelu),
    lz::dense<5>(leaky), lz::dense<5>(), lz::dense<2>(lz::logistic));

// A convolution, whose derivative has guards; a skip; a tensor that is read twice; a product of
// sums.
constexpr auto line = lz::domain<"line", 8>;
constexpr auto taps = lz::domain<"taps", 3>;
constexpr auto places = lz::domain<"places", 6>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto k = lz::index<"k">(taps);
constexpr auto s = lz::index<"s">(places);
constexpr auto r = lz::index<"r">(places);
constexpr auto x = lz::tensor<"x">(lz::samples, line);
constexpr auto w = lz::tensor<"w">(taps);
constexpr auto V = lz::tensor<"V">(places, places);
constexpr auto c = lz::tensor<"c">(lz::samples, places);
constexpr auto d = lz::tensor<"d">(lz::samples, places);
constexpr auto y = lz::tensor<"y">(lz::samples, places);
constexpr auto scale = lz::symbol<"scale">;
constexpr auto model = lz::graph<"convolution">(
    lz::inputs(x), lz::parameters(w, V, scale), lz::define(c(n, s), sum(k, w(k) * x(n, s + k))),
    lz::define(d(n, s), lz::tanh(scale* c(n, s)) + c(n, s)),
    lz::define(y(n, s), sum(r, V(s, r) * d(n, r)) * sum(r, V(r, s) * c(n, r)) + d(n, s)));

template <class Equation, class Known, class Element>
inline constexpr bool same_path =
    std::is_same_v<typename detail::path<Equation, Known, Element, true>::type,
                   typename detail::path<Equation, Known, Element, false>::type>;

template <class Equations, std::size_t At, class Elements> inline constexpr bool same_paths = false;
template <class Equations, std::size_t At, class... Elements>
inline constexpr bool same_paths<Equations, At, lz::meta::list<Elements...>> =
    (same_path<lz::meta::type_at<Equations, At>, typename detail::adjoint_at<Equations, At>::type,
               typename lz::expr::over_own_indices<"pqrs", typename Elements::tensor>::type> &&
     ...);

template <class Equations, std::size_t... At>
constexpr bool all_paths_same(Equations, std::index_sequence<At...>) {
    static_assert(sizeof...(At) > 2);
    return (same_paths<Equations, At,
                       typename lz::expr::elements_of<
                           typename lz::meta::type_at<Equations, At>::right>::type> &&
            ...);
}
template <class Objective> constexpr bool all_paths_same(Objective) {
    using equations = typename Objective::equations;
    return all_paths_same(equations{}, std::make_index_sequence<equations::size>{});
}

} // namespace

static_assert(all_paths_same(lz::sum_of_squared_errors(net)));
static_assert(all_paths_same(lz::sum_of_squared_errors(model)));
