#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>

// Kernels are keyed by the shape of their formulas: what tensors are called, and what else is in
// the program, changes none of them.

namespace {

namespace lz = leibniz;
namespace meta = lz::meta;
using lanes = lz::simd::lanes<float>;

template <class Steps> struct kernels_of;
template <class... Steps> struct kernels_of<meta::list<Steps...>> {
    using type = meta::list<typename Steps::kernel_type...>;
};
/// The kernels of a list of equations on the model of Net, in order.
template <class Graph, class Equations>
using kernels = typename kernels_of<typename lz::program::plan<
    Equations, typename Graph::equations,
    meta::list<meta::type_at<typename Graph::inputs, 0>,
               typename decltype(lz::sum_of_squared_errors(Graph{}))::target_tensor>,
    lz::program::machine{lanes::width, 64}>::steps>::type;
template <class Graph>
using program_of =
    lz::training_detail::gradient_program<decltype(lz::sum_of_squared_errors(Graph{})), lanes, 64>;
template <class Graph>
using gradient_kernels = kernels<Graph, typename program_of<Graph>::equations>;

template <class Kernel, class List> inline constexpr int occurrences = 0;
template <class Kernel, class... All>
inline constexpr int occurrences<Kernel, meta::list<All...>> =
    (0 + ... + (std::is_same_v<Kernel, All> ? 1 : 0));
template <class Some, class All> inline constexpr bool all_in = false;
template <class... Some, class All>
inline constexpr bool all_in<meta::list<Some...>, All> = ((occurrences<Some, All> >= 1) && ...);

template <lz::fixed_string Name> constexpr auto make() {
    return lz::network<Name>(lz::input<4>, lz::dense<16>(lz::tanh), lz::dense<16>(lz::tanh),
                             lz::dense<16>(lz::tanh), lz::dense<3>(lz::logistic));
}
using first = decltype(make<"first">());
using second = decltype(make<"a network of quite another name">());

// --- another name -------------------------------------------------------------------------------
static_assert(!std::is_same_v<first, second>);
static_assert(std::is_same_v<gradient_kernels<first>, gradient_kernels<second>>);

// --- other tensors' names, in an order of the alphabet that is turned round ---------------------
constexpr auto in = lz::domain<"in", 5>;
constexpr auto out = lz::domain<"out", 7>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto i = lz::index<"i">(in);
constexpr auto j = lz::index<"j">(out);
template <lz::fixed_string Scope, lz::fixed_string X, lz::fixed_string W, lz::fixed_string V,
          lz::fixed_string B, lz::fixed_string Z, lz::fixed_string A>
constexpr auto branches() {
    constexpr auto x = lz::tensor<X, Scope>(lz::samples, in);
    constexpr auto w = lz::tensor<W, Scope>(out, in);
    constexpr auto v = lz::tensor<V, Scope>(out, in);
    constexpr auto b = lz::tensor<B, Scope>(out);
    constexpr auto z = lz::tensor<Z, Scope>(lz::samples, out);
    constexpr auto a = lz::tensor<A, Scope>(lz::samples, out);
    return lz::graph<Scope>(
        lz::inputs(x), lz::parameters(w, v, b),
        lz::define(z(n, j), sum(i, w(j, i) * x(n, i)) + b(j)),
        lz::define(a(n, j), lz::tanh(z(n, j)) + lz::logistic(sum(i, v(j, i) * x(n, i)))));
}
using branches_1 = decltype(branches<"one", "a", "b", "c", "d", "e", "f">());
using branches_2 = decltype(branches<"two", "v", "u", "s", "r", "q", "p">());
using branches_3 = decltype(branches<"three", "m", "z", "b", "y", "k", "x">());
template <class A, class B>
inline constexpr bool same_kernels = gradient_kernels<A>::size == gradient_kernels<B>::size &&
                                     all_in<gradient_kernels<A>, gradient_kernels<B>> &&
                                     all_in<gradient_kernels<B>, gradient_kernels<A>>;
// The two functions come in the order of their names.
static_assert(same_kernels<branches_1, branches_2> && same_kernels<branches_1, branches_3>);

// --- equal layers: forward, adjoint and gradients of 16-16-16 are one kernel each ---------------
using hidden = gradient_kernels<first>;
template <class List> inline constexpr int distinct = 0;
template <class... All>
inline constexpr int distinct<meta::list<All...>> =
    static_cast<int>(lz::meta::unique<meta::list<All...>>::size);
static_assert(hidden::size == 4 + 1 + 4 + 8);
// Forward 4 to 16, 16 to 16, 16 to 3; the loss; δ of the output, δ from 3 and from 16; ∂E/∂W of the
// same three shapes; ∂E/∂b of 16 and of 3.
static_assert(distinct<hidden> == 3 + 1 + 3 + 3 + 2);

// --- an unrelated equation ----------------------------------------------------------------------
using equations = typename program_of<first>::equations;
constexpr auto other = lz::domain<"other", 9>;
constexpr auto k = lz::index<"k">(other);
using unrelated = decltype(lz::define(lz::tensor<"unrelated">(lz::samples, other)(n, k),
                                      lz::sin(lz::tensor<"elsewhere">(lz::samples, other)(n, k))));
using more = kernels<first, meta::concatenate<meta::list<unrelated>, equations>>;
static_assert(more::size == hidden::size + 1);
static_assert(all_in<hidden, more>);

// --- and what does change a kernel: a width, an activation --------------------------------------
using wider =
    decltype(lz::network<"first">(lz::input<4>, lz::dense<16>(lz::tanh), lz::dense<16>(lz::tanh),
                                  lz::dense<16>(lz::tanh), lz::dense<4>(lz::logistic)));
using curved =
    decltype(lz::network<"first">(lz::input<4>, lz::dense<16>(lz::tanh), lz::dense<16>(lz::tanh),
                                  lz::dense<16>(lz::tanh), lz::dense<3>(lz::atan)));
static_assert(!std::is_same_v<hidden, gradient_kernels<wider>>);
static_assert(!std::is_same_v<hidden, gradient_kernels<curved>>);

// --- a layer of few neurons ----------------------------------------------------------------------
// Its samples run along the lanes, and its sums along the wide layer before; its weights lie that
// way, and nothing has a second copy. (∂E/∂b has lanes along the samples, and no others outside.)
template <int Neurons> struct after_wide {
    static constexpr auto net = lz::network<"net">(lz::input<32>, lz::dense<4 * lanes::width>(),
                                                   lz::dense<Neurons>(lz::logistic));
    using graph = std::remove_const_t<decltype(net)>;
    using plan = typename program_of<graph>::plan;
    template <class Tensor> static constexpr int inner(lz::tensor_handle<Tensor>) {
        return plan::template inner<Tensor>::value;
    }
    template <class... Steps> static constexpr int crossed(meta::list<Steps...>) {
        return (0 + ... +
                (lz::program::detail::has_crossed_sums<typename Steps::kernel_type> ? 1 : 0));
    }
    template <class... Arrays> static constexpr bool one_layout_each(meta::list<Arrays...> all) {
        return meta::unique<meta::list<typename Arrays::tensor...>>::size == decltype(all)::size;
    }
    static constexpr int crossed_sums = crossed(typename plan::steps{});
    static constexpr bool no_copies = one_layout_each(typename plan::arrays{});
};
constexpr int few = lanes::width / 2;
static_assert(lanes::width == 1 || after_wide<1>::crossed_sums == 1);
static_assert(lanes::width == 1 || after_wide<few>::crossed_sums == 1);
static_assert(after_wide<few + 1>::crossed_sums == 0);
static_assert(lanes::width == 1 || after_wide<few>::no_copies);
static_assert(lanes::width == 1 || !after_wide<few + 1>::no_copies);
// W(j, i) is contiguous along the inputs i, and so is ∂E/∂W.
static_assert(lanes::width == 1 || after_wide<few>::inner(after_wide<few>::net.weights<2>()) == 1);
static_assert(after_wide<few + 1>::inner(after_wide<few + 1>::net.weights<2>()) == 0);

// --- rows beyond the last sample ----------------------------------------------------------------
// They are done where there is room for them: not in the user's array, which the first layer reads,
// and not in blocks of which tiles of four rows would stick out.
template <int Block> constexpr int padded_kernels() {
    using objective = decltype(lz::sum_of_squared_errors(first{}));
    using program = lz::training_detail::gradient_program<objective, lanes, Block>;
    return []<class... Steps>(meta::list<Steps...>) {
        return (0 + ... + (Steps::kernel_type::padded_rows ? 1 : 0));
    }(typename program::plan::steps{});
}
static_assert(lanes::width == 1 || padded_kernels<64>() >= 4);
static_assert(padded_kernels<8>() == padded_kernels<64>());
static_assert(padded_kernels<9>() == 0 && padded_kernels<66>() == 0);
template <class... Sources> constexpr bool reads_in_place(meta::list<Sources...>) {
    return (Sources::is_users || ...);
}
template <class... Steps> constexpr bool none_padded_in_place(meta::list<Steps...>) {
    return (!(Steps::kernel_type::padded_rows && reads_in_place(typename Steps::sources{})) && ...);
}
template <class... Steps> constexpr int in_place(meta::list<Steps...>) {
    return (0 + ... + (reads_in_place(typename Steps::sources{}) ? 1 : 0));
}
static_assert(in_place(typename program_of<first>::plan::steps{}) > 0);
static_assert(none_padded_in_place(typename program_of<first>::plan::steps{}));

} // namespace
