#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

// A network so deep that its lists are longer than the 256 operands up to which Clang takes a fold.

namespace {

namespace lz = leibniz;

constexpr std::size_t layers = 54; // from 52 on, training has more than 256 equations

template <std::size_t... Layers> constexpr auto stacked(std::index_sequence<Layers...>) {
    return lz::network<"deep">(lz::input<1>, (void(Layers), lz::dense<1>(lz::relu))...);
}
constexpr auto net = stacked(std::make_index_sequence<layers>{});
constexpr auto grad = lz::gradient(lz::sum_of_squared_errors(net));

using model = lz::model<double, net, lz::one_by_one>;

/// All weights 1 and all biases 0.
template <class... Tensors> constexpr model handing_on(lz::meta::list<Tensors...>) {
    model result;
    auto const set = [](auto view) {
        if constexpr (decltype(view)::rank == 2)
            view(0, 0) = 1;
    };
    (set(result[lz::tensor_handle<Tensors>{}]), ...);
    return result;
}
constexpr model same = handing_on(decltype(net)::parameters{});

constexpr lz::gradient_workspace<model, 1> after_a_sample() {
    constexpr double input[]{3}, target[]{1};
    lz::gradient_workspace<model, 1> result;
    (void)result.gradient(same, {{input}, target}, 0, 1);
    return result;
}
constexpr auto found = after_a_sample();

} // namespace

static_assert(same({3})[0] == 3);

// E = ½(y − t)² with y = x: ∂E/∂b is y − t in every layer, ∂E/∂W is x times that.
static_assert(found.gradient_of_parameter(net.biases<1>())(0) == 2);
static_assert(found.gradient_of_parameter(net.weights<1>())(0, 0) == 6);
static_assert(found.gradient_of_parameter(net.biases<layers>())(0) == 2);
static_assert(found.gradient_of_parameter(net.weights<layers>())(0, 0) == 6);

static_assert(cost(net).parameters == 2 * layers && cost(grad).parameters == 2 * layers);
static_assert(cost(grad).kernels < 12, "equal layers have equal kernels");
static_assert(stores_only_what_it_reads(net) && stores_only_what_it_reads(grad));
